import { describe, expect, test } from 'vitest'
import {
  coverageOn,
  firstWorkdayOf,
  isWorkday,
  lastWorkdayOf,
  workdayFrom,
  workdaysBetween,
  workdayUntil,
} from '../../src/kernel/workdays.ts'

describe('workdays in China', () => {
  test('the national holiday of 2026 is free, and the Saturday after it makes up', () => {
    expect(isWorkday('china', '2026-10-01')).toBe(false)
    expect(isWorkday('china', '2026-10-07')).toBe(false)
    expect(isWorkday('china', '2026-10-08')).toBe(true)
    expect(isWorkday('china', '2026-10-10')).toBe(true)
    expect(isWorkday('china', '2026-10-11')).toBe(false)
  })

  test('the Spring Festival of 2025 is free, with make-up workdays on both sides', () => {
    expect(isWorkday('china', '2025-01-26')).toBe(true)
    expect(isWorkday('china', '2025-01-28')).toBe(false)
    expect(isWorkday('china', '2025-02-04')).toBe(false)
    expect(isWorkday('china', '2025-02-08')).toBe(true)
  })

  test('first and last workdays of a month step over holidays', () => {
    expect(firstWorkdayOf('china', '2026-10')).toBe('2026-10-08')
    expect(firstWorkdayOf('china', '2026-01')).toBe('2026-01-04')
    expect(lastWorkdayOf('china', '2026-02')).toBe('2026-02-28')
  })

  test('counting includes both ends', () => {
    expect(workdaysBetween('china', '2026-10-01', '2026-10-11')).toBe(3)
    expect(workdaysBetween('mon-fri', '2026-10-01', '2026-10-11')).toBe(7)
    expect(workdaysBetween('mon-fri', '2026-10-02', '2026-10-01')).toBe(0)
  })

  test('beyond the published years only the dated holidays are free, and it says until when it knows', () => {
    const { until = '' } = coverageOn('china', '2026-01-01') ?? {}
    expect(until).toMatch(/^20\d\d-12-31$/)
    expect(until >= '2026-12-31').toBe(true)
    expect(isWorkday('china', '2099-10-01')).toBe(false)
    expect(isWorkday('china', '2099-10-05')).toBe(true)
    expect(isWorkday('china', '2099-10-10')).toBe(false)
    expect(firstWorkdayOf('china', '2099-01')).toBe('2099-01-02')
  })

  test('a past 2 May that was worked on stays a workday', () => {
    expect(isWorkday('china', '2012-05-02')).toBe(true)
  })
})

describe('plain Monday to Friday', () => {
  test('knows no holidays', () => {
    expect(isWorkday('mon-fri', '2026-10-01')).toBe(true)
    expect(isWorkday('mon-fri', '2026-10-10')).toBe(false)
    expect(firstWorkdayOf('mon-fri', '2026-11')).toBe('2026-11-02')
    expect(lastWorkdayOf('mon-fri', '2026-10')).toBe('2026-10-30')
    expect(workdayFrom('mon-fri', '2026-11-21')).toBe('2026-11-23')
    expect(coverageOn('mon-fri', '2099-01-01')).toBeUndefined()
  })

  test('is what an unknown calendar means', () => {
    expect(isWorkday('nowhere', '2026-10-01')).toBe(true)
    expect(isWorkday('nowhere', '2026-10-03')).toBe(false)
  })
})

describe('days that a company has entered', () => {
  const own = {
    '2026-10-01': { works: true, name: '值班' },
    '2026-11-20': { works: false, name: '司庆' },
    '2026-11-21': { works: true, name: '补班' },
  }
  const workdays = { calendar: 'china', own }

  test('go before what the calendar says, both ways', () => {
    expect(isWorkday(workdays, '2026-10-01')).toBe(true)
    expect(isWorkday(workdays, '2026-10-02')).toBe(false)
    expect(isWorkday(workdays, '2026-11-20')).toBe(false)
    expect(isWorkday(workdays, '2026-11-21')).toBe(true)
    expect(workdaysBetween(workdays, '2026-11-16', '2026-11-22')).toBe(5)
    expect(workdayFrom(workdays, '2026-11-20')).toBe('2026-11-21')
    expect(workdayUntil(workdays, '2026-11-20')).toBe('2026-11-19')
  })
})

test('that a calendar ends is worth a word from the middle of its last November on', () => {
  const until = coverageOn('china', '2026-01-01')?.until.slice(0, 4) ?? ''
  expect(coverageOn('china', `${until}-11-14`)?.state).toBe('known')
  expect(coverageOn('china', `${until}-11-15`)?.state).toBe('ends-soon')
  expect(coverageOn('china', `${until}-12-31`)?.state).toBe('ends-soon')
  expect(coverageOn('china', `${Number(until) + 1}-01-01`)?.state).toBe('ended')
})
