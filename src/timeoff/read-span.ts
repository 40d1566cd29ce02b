import { daysBetween } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { readDate } from '../kernel/words.ts'

/** What was read of a line: whose leave (as typed; undefined: one's own), and from when to when. */
export interface LeaveAsked {
  who: string | undefined
  from: LocalDate
  to: LocalDate
}

export type LeaveUnread =
  | { unread: 'nothing' }
  | { unread: 'date' | 'word'; word: string; from?: LocalDate }
  | { unread: 'span'; from: LocalDate; to: LocalDate }

/** A year away is a matter for somebody else. */
const LONGEST_DAYS = 366

/** What may stand between two dates. */
const BETWEEN = new Set(['到', '至', '~', '～', '–', '—', '-', 'to', 'until', 'till', 'through'])

/** `@李雷`, `<@p-1>`: a line about somebody else begins with their name. */
export function splitName(text: string): { who: string | undefined; rest: string } {
  const [, who, rest] = /^(<@[^>]+>|[@＠]\S+)\s*([\s\S]*)$/u.exec(text.trim()) ?? []
  return who === undefined ? { who: undefined, rest: text.trim() } : { who, rest: rest ?? '' }
}

/** Who was ill says so afterwards. */
const JUST_OVER_DAYS = 14

/** A date without a year is the next one that comes, or one that has just been. */
function readFirst(word: string, today: LocalDate): LocalDate | undefined {
  const past = /^\d/.test(word) ? readDate(word, today, 'past') : undefined
  if (past !== undefined && daysBetween(past, today) <= JUST_OVER_DAYS) return past
  return readDate(word, today, 'future')
}

/** Reads `11-25 11-28`, `11月25日到11月28日`, `明天`, `@李雷 11-25`; a line may begin with a name. */
export function readLeave(text: string, today: LocalDate): LeaveAsked | LeaveUnread {
  const { who, rest } = splitName(text)
  const words = rest
    .normalize('NFKC')
    .replace(/(?<=[\d日号天])(?:到|至|~|–|—)(?=\S)/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !BETWEEN.has(word.toLowerCase()))
  const [first, second, extra] = words
  if (first === undefined) return { unread: 'nothing' }
  const from = readFirst(first, today)
  if (from === undefined) return { unread: 'date', word: first }
  if (extra !== undefined) return { unread: 'word', word: extra, from }
  const to = second === undefined ? from : readDate(second, from, 'future')
  if (to === undefined) return { unread: 'date', word: second ?? '', from }
  if (to < from || daysBetween(from, to) >= LONGEST_DAYS) return { unread: 'span', from, to }
  return { who, from, to }
}
