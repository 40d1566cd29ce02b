import { describe, expect, test } from 'vitest'
import { momentInWords, readMoment } from '../../../src/platforms/web/playground/clock-words.ts'

// Friday 2026-11-20, 10:00 in Shanghai.
const from = { now: '2026-11-20T02:00:00.000Z', zone: 'Asia/Shanghai', workdays: 'china' }

test.each([
  ['+2m', '2026-11-20T02:02:00.000Z'],
  ['+90s', '2026-11-20T02:01:30.000Z'],
  ['+3h', '2026-11-20T05:00:00.000Z'],
  ['+1d', '2026-11-21T02:00:00.000Z'],
  ['+2w', '2026-12-04T02:00:00.000Z'],
  ['+ 2 分钟', '2026-11-20T02:02:00.000Z'],
  ['+1天', '2026-11-21T02:00:00.000Z'],
  ['friday 16:00', '2026-11-20T08:00:00.000Z'],
  ['Fri 09:30', '2026-11-27T01:30:00.000Z'],
  ['friday 10:00', '2026-11-27T02:00:00.000Z'],
  ['周五 16:00', '2026-11-20T08:00:00.000Z'],
  ['周五16：00', '2026-11-20T08:00:00.000Z'],
  ['星期一 10:00', '2026-11-23T02:00:00.000Z'],
  ['monday', '2026-11-23T01:00:00.000Z'],
  ['周日 20:00', '2026-11-22T12:00:00.000Z'],
  ['first-workday 10:00', '2026-12-01T02:00:00.000Z'],
  ['下月第一个工作日 10:00', '2026-12-01T02:00:00.000Z'],
  ['last-workday 18:00', '2026-11-30T10:00:00.000Z'],
  ['tomorrow 09:00', '2026-11-21T01:00:00.000Z'],
  ['明天 9:00', '2026-11-21T01:00:00.000Z'],
  ['today 18:00', '2026-11-20T10:00:00.000Z'],
  ['18:00', '2026-11-20T10:00:00.000Z'],
  ['08:00', '2026-11-21T00:00:00.000Z'],
  ['2026-12-01 10:00', '2026-12-01T02:00:00.000Z'],
  ['2026-12-01', '2026-12-01T01:00:00.000Z'],
  ['2026-11-27T08:00:00.000Z', '2026-11-27T08:00:00.000Z'],
  ['2026-11-27T16:00+08:00', '2026-11-27T08:00:00.000Z'],
])('%s is %s', (words, moment) => {
  expect(readMoment(words, from)).toBe(moment)
})

test('the first workday of a month waits until its holidays are over', () => {
  const september = { ...from, now: '2026-09-10T02:00:00.000Z' }
  // National Day is celebrated on 1–7 October 2026.
  expect(readMoment('first-workday 10:00', september)).toBe('2026-10-08T02:00:00.000Z')
  expect(readMoment('first-workday 10:00', { ...september, workdays: 'mon-fri' })).toBe(
    '2026-10-01T02:00:00.000Z',
  )
})

test('on the first workday itself, before the hour, this one is meant', () => {
  const early = { ...from, now: '2026-12-01T00:30:00.000Z' }
  expect(readMoment('first-workday 10:00', early)).toBe('2026-12-01T02:00:00.000Z')
})

test('days are those of the workspace, across a change of the clock', () => {
  const berlin = { now: '2026-10-24T20:00:00.000Z', zone: 'Europe/Berlin', workdays: 'mon-fri' }
  expect(readMoment('tomorrow 09:00', berlin)).toBe('2026-10-25T08:00:00.000Z')
  expect(readMoment('+1d', berlin)).toBe('2026-10-25T20:00:00.000Z')
})

test.each([
  '',
  'someday',
  '+2 moons',
  '-1d',
  'friday 25:00',
  'friday 16:70',
  '2026-02-30 10:00',
  '2026-13-01',
  '2026-11-27T99:00Z',
  '+9999999d',
])('%j is not a moment', (words) => {
  expect(readMoment(words, from)).toBeUndefined()
})

describe('the clock in words', () => {
  test('reads as people write it', () => {
    const at = '2026-11-27T08:00:00.000Z'
    expect(momentInWords(at, 'Asia/Shanghai', 'zh-CN')).toBe('2026年11月27日 周五 16:00')
    expect(momentInWords(at, 'Asia/Shanghai', 'zh-CN', true)).toBe('11月27日 周五 16:00')
    expect(momentInWords(at, 'Asia/Shanghai', 'en')).toBe('Fri 27 Nov 2026, 16:00')
    expect(momentInWords('2026-11-27T16:00:00.000Z', 'Asia/Shanghai', 'en', true)).toBe('Sat 28 Nov, 00:00')
  })
})
