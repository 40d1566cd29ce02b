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
    silent_when_empty: Generated<Flag>
  }
  daily_report: {
    workspace: string
    ritual: string
    occurrence: string
    month_deals: number
    month_signed_minor: number
    people: string
    recorded_at: string
  }
  daily_line: {
    workspace: string
    person: string
    on_date: string
    ritual: string
    status: 'waiting' | 'said' | 'nothing' | 'left out'
    changes_only: Flag
    late_minutes: number
    period: string | null
    pool_minor: number | null
    pool_bps: number | null
    at: string
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
    kind: Generated<string | null>
    about: Generated<string | null>
  }
  data_review: {
    workspace: string
    ritual: string
    occurrence: string
    facts: string
    within_ritual: string | null
    within_occurrence: string | null
    posts: Generated<string>
  }
  review_entry: {
    workspace: string
    id: string
    ritual: string
    occurrence: string
    kind: 'case' | 'sop' | 'item'
    person: string
    finding: string | null
    title: string
    body: string
    item: string | null
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
