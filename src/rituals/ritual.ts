import type { Both, Locale } from '../kernel/locale.ts'
import type { Period } from '../kernel/period.ts'
import type { ChannelPurpose, WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Team } from '../people/teams.ts'
import type { Asks } from './asked/question.ts'
import type { Schedule } from './schedule.ts'

export type TemplateName =
  | 'weekly-retro'
  | 'monthly-calibration'
  | 'monthly-data-review'
  | 'daily-report'
  | AskedName

/** The kinds that somebody makes, of which a team may have several. */
export type AskedName =
  | 'pdca'
  | 'four-ls'
  | 'start-stop-continue'
  | 'highlights'
  | 'case-workshop'
  | 'leadership-workshop'
  | 'custom-questions'

/** A template held by a team on a schedule. */
export interface Ritual {
  id: string
  template: TemplateName
  /** What somebody has called it; otherwise it is called after its template. */
  name: string | undefined
  /** What it asks and whom, where it is one that somebody has made. */
  asks: Asks | undefined
  schedule: Schedule
  team: Team
  /** Its own, or the team's, or the workspace's. */
  zone: string
  channel: ChannelPurpose
  /** For so long it is still held, late; after that it is missed. */
  catchUpHours: number
  paused: boolean
  /** Every occurrence up to this moment has been dealt with. */
  settledUntil: Instant
  createdAt: Instant
}

/** One serving of a ritual, as its template gets to see it. */
export interface Serving {
  ritual: Ritual
  occurrence: Period
  /** 0 unless it is held noticeably after its time. */
  lateMinutes: number
}

/** What a ritual of this kind does. Each step runs in the transaction that claims it. */
export interface Template {
  name: TemplateName
  title: Both
  /** What it asks to begin with. A team gets such a ritual when somebody makes one, and may have several. */
  asks?: (locale: Locale) => Asks
  /** What a team gets that has not chosen otherwise. */
  schedule: string
  channel: ChannelPurpose
  catchUpHours: number
  /** Opens a serving and plans its later stages; undefined: nobody is there, and it is left out. */
  open: (scope: WriteScope, serving: Serving) => Promise<Stage[] | undefined>
  /** Takes back what still asks people, where its ritual is removed while it is open. */
  abandon?: (scope: WriteScope, serving: Pick<Serving, 'ritual' | 'occurrence'>) => Promise<void>
  /** Lets go of what nobody is to have once its ritual is removed. */
  removed?: (scope: WriteScope, ritual: Ritual) => Promise<void>
  /** What the later stages do, by name. */
  stages: Record<string, (scope: WriteScope, serving: Serving) => Promise<void>>
}

export interface Stage {
  name: string
  dueAt: Instant
}
