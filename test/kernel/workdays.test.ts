import { describe, expect, test } from 'vitest'
import {
  coveredUntil,
  firstWorkdayOf,
  isWorkday,
  lastWorkdayOf,
  workdayFrom,
  workdaysBetween,
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
    const until = coveredUntil('china') ?? ''
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
    expect(coveredUntil('mon-fri')).toBeUndefined()
  })

  test('is what an unknown calendar means', () => {
    expect(isWorkday('nowhere', '2026-10-01')).toBe(true)
    expect(isWorkday('nowhere', '2026-10-03')).toBe(false)
  })
})
