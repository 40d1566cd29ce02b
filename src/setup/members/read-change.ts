import type { LocalDate } from '../../kernel/time.ts'
import { readDate } from '../../kernel/words.ts'
import type { Membership } from '../../people/store.ts'

export type What = 'move' | 'add' | 'remove'

/** What was typed, before anybody has looked who and which team is meant. */
export interface Asked {
  what: What
  /** Undefined: not said; whatever somebody is there. */
  part: Membership['part'] | undefined
  team: string
  person: string
  from: LocalDate
}

/** Reads `销售一部 移出 @李雷 从 12-01`, `East move @Li Lei manager from 12-01`; the parts after the verb in any order. */
export function readChange(text: string, today: LocalDate): Asked | { badDate: string } | undefined {
  const words = text.trim().split(/\s+/)
  const at = words.findIndex((word) => VERBS.has(word.toLowerCase()))
  const what = VERBS.get(words[at]?.toLowerCase() ?? '')
  if (!what) return undefined
  const rest = words.slice(at + 1)
  const since = rest.findIndex((word) => FROM.includes(word.toLowerCase()))
  const dated = since < 0 ? lastDate(rest, today) : { word: rest[since + 1] ?? '', at: since, length: 2 }
  const from = dated ? nearestDate(dated.word, today) : today
  if (from === undefined) return { badDate: dated?.word ?? '' }
  if (dated) rest.splice(dated.at, dated.length)
  const named = rest.findIndex((word) => PARTS.has(word.toLowerCase()))
  const part = PARTS.get(rest[named]?.toLowerCase() ?? '')
  if (named >= 0) rest.splice(named, 1)
  const [team, person] = [words.slice(0, at).join(' '), rest.join(' ')]
  return team === '' || person === '' ? undefined : { what, part, team, person, from }
}

const VERBS = new Map<string, What>([
  ...(['move', 'transfer', '调入', '调到', '转入'] as const).map((word) => [word, 'move'] as const),
  ...(['add', 'join', '加入', '添加', '兼任'] as const).map((word) => [word, 'add'] as const),
  ...(['remove', 'end', 'leave', '移出', '退出', '移除', '调出', '结束'] as const).map(
    (word) => [word, 'remove'] as const,
  ),
])

const PARTS = new Map<string, Membership['part']>([
  ['manager', 'manager'],
  ['leader', 'manager'],
  ['主管', 'manager'],
  ['member', 'member'],
  ['成员', 'member'],
])

const FROM = ['from', 'since', '从', '自']

/** A date at the end, without a word before it. */
function lastDate(words: readonly string[], today: LocalDate) {
  const at = words.findIndex((word, index) => index > 0 && nearestDate(word, today) !== undefined)
  return at < 0 ? undefined : { word: words[at] ?? '', at, length: 1 }
}

/** Where the year is left out, the date that is nearest to today is meant. */
export function nearestDate(word: string, today: LocalDate): LocalDate | undefined {
  const typed = word.replace(/^(?:从|自)/, '').replace(/(?:起|开始)$/, '')
  const [past, future] = [readDate(typed, today, 'past'), readDate(typed, today, 'future')]
  if (past === undefined || future === undefined) return past ?? future
  const away = (day: LocalDate) => Math.abs(Date.parse(day) - Date.parse(today))
  return away(future) < away(past) ? future : past
}
