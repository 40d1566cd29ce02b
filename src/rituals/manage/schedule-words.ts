import type { Locale } from '../../kernel/locale.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { placeOf } from '../day-in-period.ts'
import { isWorkdayName, type Schedule, WEEKDAYS } from '../schedule.ts'
import { texts as ritualTexts } from '../texts.ts'
import { texts } from './texts.ts'

/** A schedule in words: `每周五 16:00`, `Every month, the first workday, at 10:00`. */
export function saySchedule(schedule: Schedule, locale: Locale): string {
  const words = texts[locale]
  const { time } = schedule
  switch (schedule.every) {
    case 'week':
      return words.everyWeek(ritualTexts[locale].weekday(schedule.weekday), time)
    case 'workday':
      return words.everyWorkday(time)
    case 'month':
    case 'quarter':
    case 'year':
      return words.every(words.periods[schedule.every], dayWords(schedule, locale), time)
  }
}

function dayWords(schedule: Extract<Schedule, { day: unknown }>, locale: Locale): string {
  const words = texts[locale]
  const { day } = schedule
  if (day === 'first-workday' || day === 'last-workday') return words.workdays[day]
  if (isWorkdayName(day)) return words.nthWorkday(placeOf(day))
  if (typeof day === 'string') return words.date(showPeriod(`2028-${day}`, locale, '2028'))
  return schedule.every === 'quarter' ? words.firstMonth(day) : words.day(day)
}

/** A schedule as it is written: `weekly fri 16:00`. */
export function writeSchedule(schedule: Schedule): string {
  const { every, time } = schedule
  if (every === 'workday') return `workdays ${time}`
  return every === 'week'
    ? `weekly ${WEEKDAYS[schedule.weekday - 1]} ${time}`
    : `${every}ly ${schedule.day} ${time}`
}
