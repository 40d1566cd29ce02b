import { type Period, periodOf, shift } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'

/** A period found in a sentence, with the words around it. */
export interface PeriodFound {
  period: Period
  rest: string
}

/**
 * The month, quarter or year that a sentence about the future names: `11月`, `本季度`, `Q4`, `十二月`, `next month`,
 * `November 2026`, `2026年`. A month or quarter without a year is the next one that is not over yet.
 */
export function findPeriod(
  text: string,
  today: LocalDate,
  fiscalStartMonth: number,
): PeriodFound | undefined {
  for (const { pattern, read } of PHRASES) {
    const match = pattern.exec(text)
    const period = match && read(match, { today, fiscalStartMonth })
    if (match && period) {
      const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
      return { period, rest }
    }
  }
  return undefined
}

interface When {
  today: LocalDate
  fiscalStartMonth: number
}

interface Phrase {
  pattern: RegExp
  read: (match: RegExpExecArray, when: When) => Period | undefined
}

const CHINESE_NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const YEAR = String.raw`(今年|本年|明年|20\d\d)?\s*(?:财年|[-年/.])?\s*`
const STEPS: Record<string, number> = {
  上: -1,
  本: 0,
  这: 0,
  这个: 0,
  当: 0,
  下: 1,
  上个: -1,
  下个: 1,
  last: -1,
  this: 0,
  next: 1,
}

const PHRASES: Phrase[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![a-z\d])(?:fy\s?)?${YEAR}(?:q([1-4])(?!\d)|第?([一二三四1-4])季度?)(?:\s*(?:of\s*)?(?:fy\s?)?(20\d\d))?`,
      'i',
    ),
    read: ([, before, latin, chinese, after], when) => quarter(latin ?? chinese ?? '', before ?? after, when),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.])${YEAR}(?<!\d)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月份?(?!\d)`,
    ),
    read: ([, year, month = ''], when) =>
      monthOf(
        CHINESE_NUMERALS.indexOf(month) > 0 ? CHINESE_NUMERALS.indexOf(month) : Number(month),
        year,
        when,
      ),
  },
  {
    pattern: /(?<!\d)(20\d\d)[-/.](1[0-2]|0[1-9])(?![-/.]?\d)/,
    read: ([, year, month]) => `${year}-${month}`,
  },
  {
    pattern:
      /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?,?(?:\s+(20\d\d))?/i,
    read: ([, name = '', year], when) =>
      monthOf(ENGLISH_MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1, year, when),
  },
  {
    pattern: /(上个?|本|这个?|当|下个?)(月|季度?)(?:份|底|末|内)?/,
    read: ([, step = '', kind], when) => relative(kind === '月' ? 'month' : 'quarter', STEPS[step], when),
  },
  {
    pattern: /\b(last|this|next)\s+(month|quarter|year)\b/i,
    read: ([, step = '', kind = ''], when) =>
      relative(kind.toLowerCase() as 'month' | 'quarter' | 'year', STEPS[step.toLowerCase()], when),
  },
  { pattern: /明年/, read: (_, when) => relative('year', 1, when) },
  {
    pattern: /今年|本年度?|全年|年内|年底前?|\b(?:by\s+)?year[- ]end\b/i,
    read: (_, when) => relative('year', 0, when),
  },
  { pattern: /(?<!\d)(20\d\d)\s*(?:财年|年度?)/, read: ([, year]) => year },
  { pattern: /\b(?:fy|in|by|for|during)\s?(20\d\d)(?!\d|[,.]\d)/i, read: ([, year]) => year },
  { pattern: /\bfy\s?'?(\d\d)(?![\d,.])/i, read: ([, year]) => `20${year}` },
  { pattern: /(?<![\d,.¥$€£])(20\d\d)(?![\d,.]|\s*[万千wk元块])(?=.*\d)/i, read: ([, year]) => year },
]

function relative(
  kind: 'month' | 'quarter' | 'year',
  step: number | undefined,
  when: When,
): Period | undefined {
  if (step === undefined) return undefined
  return shift(periodOf(when.today, kind, when.fiscalStartMonth), step, when.fiscalStartMonth)
}

function quarter(number: string, year: string | undefined, when: When): Period {
  const index = CHINESE_NUMERALS.indexOf(number) > 0 ? CHINESE_NUMERALS.indexOf(number) : Number(number)
  const current = periodOf(when.today, 'quarter', when.fiscalStartMonth)
  const named = yearNamed(year, current)
  if (named !== undefined) return `${named}-Q${index}`
  const thisYears = `${current.slice(0, 4)}-Q${index}`
  return thisYears >= current ? thisYears : shift(thisYears, 4, when.fiscalStartMonth)
}

function monthOf(index: number, year: string | undefined, when: When): Period {
  const month = String(index).padStart(2, '0')
  const named = yearNamed(year, when.today)
  if (named !== undefined) return `${named}-${month}`
  const thisYears = `${when.today.slice(0, 4)}-${month}`
  return thisYears >= when.today.slice(0, 7) ? thisYears : shift(thisYears, 12)
}

function yearNamed(word: string | undefined, current: string): number | undefined {
  if (word === undefined) return undefined
  const thisYear = Number(current.slice(0, 4))
  if (word === '今年' || word === '本年') return thisYear
  return word === '明年' ? thisYear + 1 : Number(word)
}
