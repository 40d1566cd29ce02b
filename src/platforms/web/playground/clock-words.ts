import { dateAt, instantAt } from '../../../kernel/calendar.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { addDays, shift, weekdayOf } from '../../../kernel/period.ts'
import { type Instant, type LocalDate, secondsAfter } from '../../../kernel/time.ts'
import { firstWorkdayOf, lastWorkdayOf, type Workdays } from '../../../kernel/workdays.ts'

/** Where and when the words are read: the wall clock of a zone, and its workdays. */
export interface Standpoint {
  now: Instant
  zone: string
  workdays: Workdays
}

/** The wall time that is meant where a day is named without one. */
const MORNING = '09:00'

/**
 * The moment that somebody means by words such as `+2m`, `friday 16:00`, `周五 16:00`, `tomorrow 09:00`,
 * `first-workday 10:00`, `2026-12-01 10:00`, `18:00`, or an ISO instant. Days named without a date are the next ones
 * at which that moment still lies ahead. Undefined: the words were not understood.
 */
export function readMoment(words: string, from: Standpoint): Instant | undefined {
  const text = words.trim().toLowerCase().replaceAll('：', ':').replace(/\s+/g, ' ')
  return readInstant(text) ?? readStep(text, from.now) ?? readDayAndTime(text, from)
}

/** A moment as a person reads it off a clock: `2026年11月27日 周五 16:00`; short, without the year. */
export function momentInWords(instant: Instant, zone: string, locale: Locale, short = false): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { timeZone: zone, ...options }).format(
      new Date(instant),
    )
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const weekday = part({ weekday: 'short' })
  const year = short ? {} : ({ year: 'numeric' } as const)
  const day = part({ ...year, month: locale === 'en' ? 'short' : 'long', day: 'numeric' })
  return locale === 'en' ? `${weekday} ${day}, ${time}` : `${day} ${weekday} ${time}`
}

function readInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\dt\d\d:\d\d(:\d\d(\.\d+)?)?(z|[+-]\d\d:?\d\d)$/.test(text)) return undefined
  const time = Date.parse(text.toUpperCase())
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

const SECONDS_IN: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }
const UNITS: Record<string, string> = {
  秒: 's',
  秒钟: 's',
  分: 'm',
  分钟: 'm',
  min: 'm',
  小时: 'h',
  天: 'd',
  日: 'd',
  周: 'w',
}

function readStep(text: string, now: Instant): Instant | undefined {
  const match = /^\+ ?(\d{1,6}) ?(\D+)$/u.exec(text)
  if (!match) return undefined
  const [, count = '', unit = ''] = match
  const seconds = SECONDS_IN[UNITS[unit] ?? unit]
  return seconds === undefined ? undefined : secondsAfter(now, Number(count) * seconds)
}

function readDayAndTime(text: string, from: Standpoint): Instant | undefined {
  const match = /^(.*?) ?(?:(\d{1,2}):(\d\d))?$/u.exec(text)
  const [, day = '', hour, minute] = match ?? []
  if (hour !== undefined && (Number(hour) > 23 || Number(minute) > 59)) return undefined
  if (day === '' && hour === undefined) return undefined
  const time = hour === undefined ? MORNING : `${hour.padStart(2, '0')}:${minute}`
  return datesMeant(day, from)
    ?.map((date) => instantAt(date, time, from.zone))
    .find((instant, index, all) => instant > from.now || index === all.length - 1)
}

const WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'mon', '周一', '星期一', '礼拜一'],
  ['tuesday', 'tue', '周二', '星期二', '礼拜二'],
  ['wednesday', 'wed', '周三', '星期三', '礼拜三'],
  ['thursday', 'thu', '周四', '星期四', '礼拜四'],
  ['friday', 'fri', '周五', '星期五', '礼拜五'],
  ['saturday', 'sat', '周六', '星期六', '礼拜六'],
  ['sunday', 'sun', '周日', '周天', '星期日', '星期天', '礼拜天'],
]

/** The dates that a day's name can mean, soonest first: the last one is meant where the others have passed. */
function datesMeant(day: string, { now, zone, workdays }: Standpoint): LocalDate[] | undefined {
  const today = dateAt(now, zone)
  const month = today.slice(0, 7)
  switch (day) {
    case '':
      return [today, addDays(today, 1)]
    case 'today':
    case '今天':
      return [today]
    case 'tomorrow':
    case '明天':
      return [addDays(today, 1)]
    case 'first-workday':
    case 'first workday':
    case '第一个工作日':
    case '下月第一个工作日':
      return [firstWorkdayOf(workdays, month), firstWorkdayOf(workdays, shift(month, 1))]
    case 'last-workday':
    case 'last workday':
    case '最后一个工作日':
    case '月末最后一个工作日':
      return [lastWorkdayOf(workdays, month), lastWorkdayOf(workdays, shift(month, 1))]
  }
  const weekday = WEEKDAYS.findIndex((names) => names.includes(day)) + 1
  if (weekday > 0) {
    const next = addDays(today, (weekday - weekdayOf(today) + 7) % 7)
    return [next, addDays(next, 7)]
  }
  return isDate(day) ? [day] : undefined
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
