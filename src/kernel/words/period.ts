import { type Period, type PeriodKind, periodOf, shift, spanOf } from '../period.ts'
import type { LocalDate } from '../time.ts'
import { type Lean, readDate } from './date.ts'

/**
 * A period as people type it: 本月 上月 this month, 本季 今年 last week, `2026-11`, `2026年11月`, 11月 November,
 * `2026-Q4`, Q4 四季度, `2026`, `W47`, or any date; and as the product itself shows it, such as Q4 2026. Where the year is left out, the latest that has begun is meant
 * (or, leaning to the future, the next that has not ended).
 */
export function readPeriod(
  text: string,
  today: LocalDate,
  fiscalStartMonth: number,
  lean: Lean = 'past',
): Period | undefined {
  const typed = yearFirst(calendarYears(text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')))
  const relative = RELATIVE.get(typed)
  if (relative)
    return shift(periodOf(today, relative.kind, fiscalStartMonth), relative.steps, fiscalStartMonth)
  return (
    monthIn(typed, today, lean) ??
    quarterIn(typed, today, fiscalStartMonth, lean) ??
    weekIn(typed, today, lean) ??
    yearIn(typed) ??
    readDate(typed, today, lean)
  )
}

const KINDS: [PeriodKind, Record<'-1' | '0' | '1', string[]>][] = [
  ['day', { '-1': ['昨天', 'yesterday'], '0': ['今天', 'today'], '1': ['明天', 'tomorrow'] }],
  [
    'week',
    { '-1': ['上周', 'last week'], '0': ['本周', '这周', 'this week', 'week'], '1': ['下周', 'next week'] },
  ],
  [
    'month',
    {
      '-1': ['上月', '上个月', 'last month'],
      '0': ['本月', '这个月', '当月', 'this month', 'month'],
      '1': ['下月', '下个月', 'next month'],
    },
  ],
  [
    'quarter',
    {
      '-1': ['上季', '上季度', '上个季度', 'last quarter'],
      '0': ['本季', '本季度', '这季度', '这个季度', 'this quarter', 'quarter'],
      '1': ['下季', '下季度', '下个季度', 'next quarter'],
    },
  ],
  [
    'year',
    { '-1': ['去年', 'last year'], '0': ['今年', '本年', 'this year', 'year'], '1': ['明年', 'next year'] },
  ],
]

const RELATIVE = new Map(
  KINDS.flatMap(([kind, words]) =>
    Object.entries(words).flatMap(([steps, names]) =>
      names.flatMap((name) =>
        [name, name.replace(' ', '-')].map((word) => [word, { kind, steps: Number(steps) }] as const),
      ),
    ),
  ),
)

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** A fiscal year as it is written or shown: FY2026, FY26, Q3 FY2026, 2026 财年第 3 季度; the months behind it say the same. */
function calendarYears(typed: string): string {
  return typed
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/\bfy\s?(?:'?(\d\d)|(\d{4}))(?!\d)/, (_, short, long) => long ?? `20${short}`)
    .replace(/(\d{4})\s*财年/, '$1年')
    .replace(/^(\d{4}) (q[1-4])$/, '$1-$2')
}

/** As periods are shown: without blanks in Chinese, and in English with the year before the month, quarter or week. */
function yearFirst(typed: string): string {
  const [, name = '', year = ''] = /^(q[1-4]|[a-z]{3,}|week \d{1,2} of) ((?:19|2\d)\d\d)$/.exec(typed) ?? []
  const month = monthCalled(name)
  if (month > 0) return `${year}-${month}`
  if (/\d/.test(name)) return `${year}-${name.replace(/week (\d+) of/, 'w$1')}`
  return typed.replace(/\s*([年月季度周第日])\s*/g, '$1')
}

/** From 1 to 12; 0 is none. */
const monthCalled = (name: string) =>
  MONTHS.findIndex((month) => month === name || (name.length === 3 && month.startsWith(name))) + 1

function monthIn(typed: string, today: LocalDate, lean: Lean): Period | undefined {
  const [, year, ofYear] = /^(\d{4})(?:[-/.]|年)(\d{1,2})月?$/.exec(typed) ?? []
  if (year && ofYear) return isMonth(Number(ofYear)) ? `${year}-${ofYear.padStart(2, '0')}` : undefined
  const [, number] = /^(\d{1,2})月(?:份)?$/.exec(typed) ?? []
  const month = number ? Number(number) : monthCalled(typed)
  if (!isMonth(month)) return undefined
  return nearest(`${today.slice(0, 4)}-${String(month).padStart(2, '0')}`, 12, today, 1, lean)
}

const isMonth = (month: number) => month >= 1 && month <= 12

const QUARTERS = ['一', '二', '三', '四']

function quarterIn(
  typed: string,
  today: LocalDate,
  fiscalStartMonth: number,
  lean: Lean,
): Period | undefined {
  const [, year, digit] = /^(?:(\d{4})(?:[- ]|年)?)?(?:q|第)?([1-4一二三四])(?:季度?)?$/.exec(typed) ?? []
  if (!digit || !/[q季]/.test(typed)) return undefined
  const quarter = QUARTERS.includes(digit) ? QUARTERS.indexOf(digit) + 1 : Number(digit)
  if (year) return `${year}-Q${quarter}`
  return nearest(`${periodOf(today, 'year', fiscalStartMonth)}-Q${quarter}`, 4, today, fiscalStartMonth, lean)
}

function weekIn(typed: string, today: LocalDate, lean: Lean): Period | undefined {
  const [, year, number] = /^(?:(\d{4})(?:[- ]|年)?)?(?:w|第)(\d{1,2})周?$/.exec(typed) ?? []
  if (!number || !/[w周]/.test(typed)) return undefined
  const years = year ? [Number(year)] : yearsAround(today, lean)
  return years
    .map((candidate) => `${candidate}-W${number.padStart(2, '0')}`)
    .filter((week) => periodOf(spanOf(week).from, 'week') === week)
    .find(
      (week) =>
        year !== undefined || (lean === 'past' ? spanOf(week).from <= today : spanOf(week).to >= today),
    )
}

function yearsAround(today: LocalDate, lean: Lean): number[] {
  const year = Number(today.slice(0, 4))
  return lean === 'past' ? [year + 1, year, year - 1] : [year - 1, year, year + 1]
}

function yearIn(typed: string): Period | undefined {
  return /^((?:19|2\d)\d\d)年?$/.exec(typed)?.[1]
}

/** The latest of a period's yearly returns that has begun, or the next one that has not ended. */
function nearest(
  period: Period,
  inYear: number,
  today: LocalDate,
  fiscalStartMonth: number,
  lean: Lean,
): Period {
  const { from, to } = spanOf(period, fiscalStartMonth)
  if (lean === 'past' && from > today) return shift(period, -inYear, fiscalStartMonth)
  if (lean === 'future' && to < today) return shift(period, inYear, fiscalStartMonth)
  return period
}
