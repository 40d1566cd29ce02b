import { dateAt, timeAt } from '../kernel/calendar.ts'
import type { Locale } from '../kernel/locale.ts'
import { daysBetween, weekdayOf } from '../kernel/period.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { Instant } from '../kernel/time.ts'
import { texts } from './texts.ts'

/** A moment within the coming days: `周一 10:00`, `Monday 10:00`; one that is farther away with its date. */
export function showMoment(at: Instant, zone: string, locale: Locale, now: Instant): string {
  const date = dateAt(at, zone)
  const today = dateAt(now, zone)
  const away = daysBetween(today, date)
  const day = away >= 0 && away < 7 ? texts[locale].weekday(weekdayOf(date)) : showPeriod(date, locale, today)
  return `${day} ${timeAt(at, zone)}`
}
