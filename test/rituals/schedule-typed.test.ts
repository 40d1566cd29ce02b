import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTypedSchedule } from '../../src/rituals/manage/schedule-typed.ts'
import { saySchedule } from '../../src/rituals/manage/schedule-words.ts'
import { readSchedule } from '../../src/rituals/schedule.ts'

test.each([
  ['weekly fri 16:00', 'weekly fri 16:00'],
  ['每周五16:00', 'weekly fri 16:00'],
  ['每周五下午4点', 'weekly fri 16:00'],
  ['每个星期五下午四点半', 'weekly fri 16:30'],
  ['礼拜一早上 9 点', 'weekly mon 09:00'],
  ['周日晚上8点一刻', 'weekly sun 20:15'],
  ['每周三中午12点', 'weekly wed 12:00'],
  ['周四 ９：３０', 'weekly thu 09:30'],
  ['every Friday at 4pm', 'weekly fri 16:00'],
  ['Fridays 4:30 PM', 'weekly fri 16:30'],
  ['weekly on Monday, 9 am', 'weekly mon 09:00'],
  ['Tuesday at noon', 'weekly tue 12:00'],
  ['12am every wed', 'weekly wed 00:00'],
  ['每月第一个工作日上午10点', 'monthly first-workday 10:00'],
  ['每个月最后一个工作日 17:00', 'monthly last-workday 17:00'],
  ['每月15号 9:30', 'monthly 15 09:30'],
  ['每月十五日下午两点', 'monthly 15 14:00'],
  ['每月最后一天 18:00', 'monthly 31 18:00'],
  ['first workday of the month at 10am', 'monthly first-workday 10:00'],
  ['last working day of each month, 5pm', 'monthly last-workday 17:00'],
  ['monthly on the 15th at 9:30', 'monthly 15 09:30'],
  ['每季度第一个工作日 10点', 'quarterly first-workday 10:00'],
  ['每季度首月15日 09:30', 'quarterly 15 09:30'],
  ['every quarter, day 15, at 9:30', 'quarterly 15 09:30'],
  ['每年1月15日上午10点', 'yearly 1-15 10:00'],
  ['每年第一个工作日 10:00', 'yearly first-workday 10:00'],
  ['every year on January 15th at 10am', 'yearly 1-15 10:00'],
  ['yearly last-workday 10:00', 'yearly last-workday 10:00'],
  ['每个工作日 18:00', 'workdays 18:00'],
  ['工作日晚上六点', 'workdays 18:00'],
  ['every workday at 6pm', 'workdays 18:00'],
])('%s', (typed, written) => {
  expect(readTypedSchedule(typed)).toEqual({ written })
})

test.each([
  ['', 'nothing'],
  ['尽快', 'nothing'],
  ['每周五', 'time-missing'],
  ['every Friday', 'time-missing'],
  ['下午4点', 'day-missing'],
  ['at 4pm', 'day-missing'],
  ['每两周周五 16:00', 'not-kept'],
  ['every other Friday at 4pm', 'not-kept'],
  ['每天 18:00', 'not-kept'],
  ['daily 18:00', 'not-kept'],
  ['周一、周三 9:00', 'not-kept'],
  ['每年2月30日 10:00', 'not-kept'],
  ['每月 42 号 10:00', 'not-kept'],
  ['every Friday at 26:00', 'time-missing'],
  ['<!channel>', 'nothing'],
  ['mon tue 9:00', 'day-missing'],
])('not %s', (typed, unread) => {
  expect(readTypedSchedule(typed)).toEqual({ unread })
})

test('whatever is said of a schedule can be typed again', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  const day = fc.oneof(fc.constantFrom('first-workday', 'last-workday'), fc.integer({ min: 1, max: 31 }))
  const date = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  const written = fc.oneof(
    fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun').map((one) => `weekly ${one}`),
    fc.constant('workdays'),
    fc.tuple(fc.constantFrom('monthly', 'quarterly'), day).map((parts) => parts.join(' ')),
    date.map((parts) => `yearly ${parts.join('-')}`),
    fc.constantFrom('yearly first-workday', 'yearly last-workday'),
  )
  fc.assert(
    fc.property(fc.tuple(written, time), fc.constantFrom('en', 'zh-CN'), (parts, locale) => {
      const schedule = readSchedule(parts.join(' '))
      if (!schedule) throw new Error(`Not a schedule: ${parts.join(' ')}`)
      const said = saySchedule(schedule, locale as 'en')
      const again = readTypedSchedule(said)
      expect('written' in again && readSchedule(again.written), said).toEqual(schedule)
    }),
    { numRuns: 300 },
  )
})
