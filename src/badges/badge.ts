import type { Locale } from '../kernel/locale.ts'
import type { Period } from '../kernel/period.ts'
import type { Instant } from '../kernel/time.ts'

export interface Badge {
  id: string
  name: Record<Locale, string>
  /** A Unicode emoji that nobody types by accident: reacting with it awards the badge. */
  emoji: string
  tone: 'red' | 'paper'
  /** One holder for each month and team. */
  monthly: boolean
  /** How it is nominated at the month's end; undefined: it is not. */
  rule: 'most-signed' | undefined
}

export interface Award {
  id: string
  badge: string
  person: string
  /** The person's team when it was awarded; '' without one. */
  team: string
  /** The month that it honors. */
  month: Period
  /** What it was given for: a message, a command or a nomination. */
  cause: string
  held: boolean
  reason: string | undefined
  /** Who else had a part in it, such as the others of a split deal. */
  beside: string[]
  by: string
  at: Instant
  /** From when on it is public. */
  announcedAt: Instant
  /** The announcement's posts. */
  posts: string[]
}

/** What every workspace starts with. */
export const DEFAULT_BADGES: readonly Badge[] = [
  {
    id: 'king-of-deals',
    name: { 'zh-CN': '签单王', en: 'King of Deals' },
    emoji: '👑',
    tone: 'red',
    monthly: true,
    rule: 'most-signed',
  },
  {
    id: 'star-of-service',
    name: { 'zh-CN': '服务之星', en: 'Star of Service' },
    emoji: '🌟',
    tone: 'paper',
    monthly: false,
    rule: undefined,
  },
]

/** How long an award can be taken back before it is announced. */
export const ANNOUNCED_AFTER_SECONDS = 300

/** The same emoji with or without the variation selector that some platforms add. */
export const sameEmoji = (one: string, other: string): boolean => bare(one) === bare(other)

const bare = (emoji: string) => emoji.replaceAll('\uFE0F', '')
