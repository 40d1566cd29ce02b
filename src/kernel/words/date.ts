import { addDays, weekdayOf } from '../period.ts'
import type { LocalDate } from '../time.ts'

/** Which one is meant where the year is left out: the latest that is not after today, or the next that is not before. */
export type Lean = 'past' | 'future'

/**
 * A date as people type it: 今天 昨天 前天 today yesterday, `11-20`, `11/20`, `11月20日` (the latest past one),
 * `2026-11-20`, `2026/11/20`, `2026年11月20日`, 周五 friday (the latest one). A date that no calendar has is undefined.
 */
export function readDate(text: string, today: LocalDate, lean: Lean = 'past'): LocalDate | undefined {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  const days = RELATIVE.get(typed)
  if (days !== undefined) return addDays(today, days)
  const weekday = WEEKDAYS.get(typed.replace(/^(?:星期|礼拜)/, '周'))
  if (weekday !== undefined) return nearestWeekday(weekday, today, lean)
  const [, year, month, day] = FULL.map((shape) => shape.exec(typed)).find((match) => match !== null) ?? []
  if (year && month && day) return existing(Number(year), Number(month), Number(day))
  const [, ofMonth, ofDay] = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日|号)?$/.exec(typed) ?? []
  if (ofMonth && ofDay) return nearestYear(Number(ofMonth), Number(ofDay), today, lean)
  return undefined
}

const RELATIVE = new Map(
  Object.entries({
    今天: 0,
    今日: 0,
    today: 0,
    昨天: -1,
    昨日: -1,
    yesterday: -1,
    前天: -2,
    大前天: -3,
    明天: 1,
    明日: 1,
    tomorrow: 1,
    后天: 2,
  }),
)

const WEEKDAYS = new Map<string, number>(
  [
    ['周一', 'monday', 'mon'],
    ['周二', 'tuesday', 'tue'],
    ['周三', 'wednesday', 'wed'],
    ['周四', 'thursday', 'thu'],
    ['周五', 'friday', 'fri'],
    ['周六', 'saturday', 'sat'],
    ['周日', 'sunday', 'sun', '周天'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

const FULL = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})(?:日|号)?$/,
]

function nearestWeekday(weekday: number, today: LocalDate, lean: Lean): LocalDate {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  return addDays(today, lean === 'future' || ahead === 0 ? ahead : ahead - 7)
}

/** 29 February is searched for over the eight years that can lie between two of them. */
function nearestYear(month: number, day: number, today: LocalDate, lean: Lean): LocalDate | undefined {
  const step = lean === 'past' ? -1 : 1
  for (let away = 0; away <= 8; away += 1) {
    const date = existing(Number(today.slice(0, 4)) + away * step, month, day)
    if (date !== undefined && (lean === 'past' ? date <= today : date >= today)) return date
  }
  return undefined
}

function existing(year: number, month: number, day: number): LocalDate | undefined {
  if (year < 1900 || year > 2999) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined
}
