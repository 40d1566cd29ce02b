import type { Generated } from 'kysely'
import type { Flag } from '../tables.ts'

export interface RetroTables {
  retro_setting: {
    workspace: string
    ritual: string
    minimum: number
    month_end: 'short' | 'usual'
    set_by: string
    set_at: string
  }
  retro_week: {
    workspace: string
    ritual: string
    occurrence: string
    minimum: number
    short: Flag
    late_until: string
    summaries: Generated<string>
    asked: number | null
    answered: Generated<number>
    late: Generated<number>
    erased: Generated<number>
  }
  retro_note: {
    workspace: string
    ritual: string
    occurrence: string
    kind: 'highlight' | 'improvement' | 'shared' | 'private'
    position: number
    late: Flag
    said: string
  }
}
