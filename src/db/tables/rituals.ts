import type { Generated } from 'kysely'
import type { Flag } from '../tables.ts'

export interface RitualTables {
  ritual: {
    workspace: string
    id: string
    template: string
    schedule: string
    team: string
    zone: string | null
    channel: 'sales' | 'deals' | 'retro'
    catch_up_hours: number
    paused: Generated<Flag>
    settled_until: string
    created_at: string
    removed_at: Generated<string | null>
    name: Generated<string | null>
    asks: Generated<string | null>
    slot: Generated<string>
  }
  ritual_run: {
    workspace: string
    ritual: string
    occurrence: string
    stage: string
    status: 'waiting' | 'done' | 'missed' | 'skipped'
    due_at: string
    at: string
  }
  session: {
    workspace: string
    ritual: string
    occurrence: string
    threads: string
    opened_at: string
    closes_at: string
    closed_at: string | null
  }
  retro_part: {
    workspace: string
    ritual: string
    occurrence: string
    person: string
    prompts: string
    thread_posts: Generated<string>
    manager_posts: Generated<string>
    highlight: string | null
    improvement: string | null
    shortfall: string | null
    cause: string | null
    next_plan: string | null
    shared: Generated<Flag>
    item: string | null
    answered_at: string | null
    revised_at: string | null
    ask_at: Generated<string | null>
    nudges: Generated<string>
    away: Generated<0 | 1 | 2>
    late: Generated<Flag>
  }
  calibration_input: {
    workspace: string
    id: string
    ritual: string
    occurrence: string
    person: string
    market: string | null
    item: string | null
    proposal: string | null
    recorded_at: string
  }
  improvement: {
    workspace: string
    id: string
    number: number
    owner: string
    what: string
    due_on: string
    status: 'open' | 'done' | 'dropped'
    source: string
    postponed: Generated<number>
    reason: string | null
    remind_at: string | null
    reminded: Generated<number>
    created_by: string
    created_at: string
    closed_at: string | null
  }
}
