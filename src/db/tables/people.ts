import type { Generated } from 'kysely'
import type { Flag } from '../tables.ts'

export interface PeopleTables {
  workspace: {
    id: string
    name: string
    locale: string
    zone: string
    currency: string | null
    fiscal_start_month: Generated<number>
    workdays: Generated<string>
    own_days: Generated<string>
    settings: Generated<string>
    demo: Generated<Flag>
    created_at: string
  }
  home: {
    platform: string
    external_id: string
    workspace: string
    name: string
    created_at: string
  }
  person: {
    workspace: string
    id: string
    name: string
    locale: string | null
    zone: string | null
    settings: Generated<string>
    created_at: string
    left_on: string | null
  }
  identity: {
    platform: string
    home: string
    external_id: string
    workspace: string
    person: string
  }
  person_role: {
    workspace: string
    person: string
    role: string
    recorded_at: string
  }
  team: {
    workspace: string
    id: string
    name: string
    parent: string | null
    zone: string | null
    calendar: Generated<string | null>
    own_days: Generated<string>
    created_at: string
  }
  membership: {
    workspace: string
    id: string
    team: string
    person: string
    part: 'member' | 'manager'
    from_on: string
    until_on: string | null
    recorded_at: string
  }
  membership_end: {
    workspace: string
    membership: string
    sequence: number
    until_on: string
    recorded_at: string
    recorded_by: string | null
  }
  personal_leave: {
    workspace: string
    id: string
    person: string
    from_on: string
    to_on: string
    entered_by: string
    entered_at: string
    cancelled_by: string | null
    cancelled_at: string | null
  }
  channel: {
    workspace: string
    platform: string
    home: string
    purpose: 'sales' | 'deals' | 'retro'
    team: Generated<string>
    external_id: string
  }
}
