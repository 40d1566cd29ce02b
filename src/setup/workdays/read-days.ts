import { daysBetween } from '../../kernel/period.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { readDate, splitWords } from '../../kernel/words.ts'

/** What is asked of the workdays: `team` as it was typed. */
export type DaysAsked = { team: string | undefined } & (
  | { verb: 'off' | 'work' | 'remove'; from: LocalDate; to: LocalDate; name: string }
  | { verb: 'calendar'; calendar: Calendar | undefined }
)

export type DaysUnread =
  | { unread: 'verb' | 'date' | 'calendar' | 'field'; word: string }
  | { unread: 'span'; from: LocalDate; to: LocalDate }

export const CALENDARS = ['mon-fri', 'china'] as const
export type Calendar = (typeof CALENDARS)[number]

const VERBS = new Map<string, DaysAsked['verb']>(
  Object.entries({
    add: 'off',
    off: 'off',
    放假: 'off',
    休: 'off',
    加: 'off',
    work: 'work',
    上班: 'work',
    补班: 'work',
    remove: 'remove',
    删除: 'remove',
    取消: 'remove',
    calendar: 'calendar',
    日历: 'calendar',
  }),
)

const CALENDAR_WORDS = new Map<string, Calendar | undefined>(
  Object.entries({
    china: 'china',
    中国: 'china',
    'mon-fri': 'mon-fri',
    周一到周五: 'mon-fri',
    inherit: undefined,
    same: undefined,
    跟随: undefined,
  }),
)

const TEAM_KEYS = ['team', '团队']

/** Nobody means to give a company more than a year off. */
const LONGEST_DAYS = 366

export const isSpan = (from: LocalDate, to: LocalDate): boolean =>
  to >= from && daysBetween(from, to) < LONGEST_DAYS

/** Reads `add 2027-02-10 2027-02-16 春节 team=上海`, `work 2027-02-14`, `remove 2027-02-10`, `calendar china team=…`. */
export function readDays(text: string, today: LocalDate): DaysAsked | DaysUnread {
  const { bare, named } = splitWords(text)
  const [word = '', first = '', second = '', ...rest] = bare
  const strange = Object.keys(named).find((key) => !TEAM_KEYS.includes(key.toLowerCase()))
  if (strange !== undefined) return { unread: 'field', word: strange }
  const team = Object.values(named)[0]
  const verb = VERBS.get(word.toLowerCase())
  if (!verb) return { unread: 'verb', word }
  if (verb === 'calendar') {
    const typed = first.toLowerCase()
    if (!CALENDAR_WORDS.has(typed)) return { unread: 'calendar', word: first }
    return { verb, calendar: CALENDAR_WORDS.get(typed), team }
  }
  const from = readDate(first, today, 'future')
  if (from === undefined) return { unread: 'date', word: first }
  const last = readDate(second, from, 'future')
  const to = last ?? from
  if (!isSpan(from, to)) return { unread: 'span', from, to }
  const name = (last === undefined ? [second, ...rest] : rest).join(' ').trim()
  return { verb, from, to, name, team }
}
