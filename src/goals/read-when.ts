import { type Period, type PeriodKind, periodOf, spanOf } from '../kernel/period.ts'
import { readDate } from '../kernel/words.ts'
import type { ReadingContext } from './read-goal.ts'
import { findPeriod } from './read-period.ts'

/** Until when, as a sentence says it, and the words around that. */
export interface When {
  period: Period | undefined
  /** A time that goals are not set for: a half-year with its two quarters, or a week. */
  odd: OddTime | undefined
  rest: string
}

export type OddTime = { kind: 'half'; quarters: [Period, Period] } | { kind: 'week' }

/** Finds until when: a half-year, a week, a day that is a deadline, the end of something, or any period. */
export function readWhen(text: string, context: ReadingContext): When {
  const half = HALF.exec(text)
  if (half) return { period: undefined, odd: halfOf(half, context), rest: around(text, half) }
  const ending = ENDING.exec(text)
  if (ending) return { period: endOf(ending, context), odd: undefined, rest: around(text, ending) }
  const deadline = DEADLINE.exec(text)
  const day = deadline && readDate(dateWord(deadline[1] ?? deadline[2] ?? ''), context.today, 'future')
  const found = findPeriod(
    deadline && day ? around(text, deadline) : text,
    context.today,
    context.fiscalStartMonth,
  )
  if (deadline && day && !found)
    return { period: endingOn(day, context), odd: undefined, rest: around(text, deadline) }
  if (found) return { period: found.period, odd: undefined, rest: found.rest }
  const week = WEEK.exec(text)
  if (week) return { period: undefined, odd: { kind: 'week' }, rest: around(text, week) }
  return { period: undefined, odd: undefined, rest: text }
}

const HALF =
  /(今年|明年|20\d\d年?)?\s*(上|下)半年|\b(?:(20\d\d)\s*)?h([12])(?:\s*(?:of\s*)?(20\d\d))?\b|\b(first|second) half(?: of(?: the)?(?: year)?)?(?:\s*(20\d\d))?/i
const ENDING =
  /(?<![\d一二三四五六七八九十本这当下上个])(月|季度?)(?:底|末)之?前?|\b(?:by |before |until )?(?:the )?(?:(month|quarter)[- ]end|end of (?:the |this )?(month|quarter|year))\b/i
const WEEK = /(?:本|这|下)个?周|\b(?:this|next) week\b/i
const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const DEADLINE = new RegExp(
  String.raw`(?:截止到?|到|在)?\s*((?:20\d\d[-/.年])?\s*(?:1[0-2]|0?[1-9])\s*(?:月|[-/])\s*(?:3[01]|[12]\d|0?[1-9])\s*[日号]?)\s*(?:之?前|以前|止|为止)` +
    String.raw`|\b(?:by|before|until)\s+((?:${MONTHS})\.?\s+(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+(?:${MONTHS})|20\d\d-\d\d-\d\d)\b`,
  'i',
)

function halfOf(match: RegExpExecArray, { today, fiscalStartMonth }: ReadingContext): OddTime {
  const [, yearWord, chinese, before, digit, after, word, ofYear] = match
  const second = chinese === '下' || digit === '2' || word?.toLowerCase() === 'second'
  const current = periodOf(today, 'quarter', fiscalStartMonth)
  const named = yearWord === '今年' ? current.slice(0, 4) : yearWord?.match(/20\d\d/)?.[0]
  const next = String(Number(current.slice(0, 4)) + 1)
  const quarters = (year: string): [Period, Period] =>
    second ? [`${year}-Q3`, `${year}-Q4`] : [`${year}-Q1`, `${year}-Q2`]
  const year = named ?? before ?? after ?? ofYear ?? (yearWord === '明年' ? next : undefined)
  const [, last] = quarters(current.slice(0, 4))
  return { kind: 'half', quarters: quarters(year ?? (last < current ? next : current.slice(0, 4))) }
}

function endOf(match: RegExpExecArray, { today, fiscalStartMonth }: ReadingContext): Period {
  const word = (match[1] ?? match[2] ?? match[3] ?? '').toLowerCase()
  const kind: PeriodKind =
    word.startsWith('季') || word === 'quarter' ? 'quarter' : word === 'year' ? 'year' : 'month'
  return periodOf(today, kind, fiscalStartMonth)
}

/** A quarter that ends on the day and is not its own month's business only; else the month that the day lies in. */
function endingOn(day: string, { today, fiscalStartMonth }: ReadingContext): Period {
  const month = periodOf(day, 'month')
  const quarter = periodOf(day, 'quarter', fiscalStartMonth)
  const closes = spanOf(quarter, fiscalStartMonth).to === day
  return closes && periodOf(today, 'month') !== month ? quarter : month
}

/** `Dec 31st`, `31 December` as `12-31`; Chinese dates as they are. */
function dateWord(word: string): string {
  const english = /^(?:([a-z]+)\.?\s+(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+))/i.exec(word.trim())
  if (!english) return word.replace(/\s+/g, '')
  const name = (english[1] ?? english[4] ?? '').slice(0, 3).toLowerCase()
  const month = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(name) + 1
  return `${month}-${english[2] ?? english[3]}`
}

const around = (text: string, match: RegExpExecArray) =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
