import type { Generated } from 'kysely'
import type { Flag } from '../tables.ts'

export interface BadgeTables {
  badge: {
    workspace: string
    id: string
    name_zh: string
    name_en: string
    emoji: string
    tone: 'red' | 'paper'
    monthly: Flag
    rule: string | null
    created_at: string
  }
  award: {
    workspace: string
    id: string
    badge: string
    person: string
    team: string
    month: string
    cause: string
    slot: string | null
    held: Flag
    reason: string | null
    beside: Generated<string>
    awarded_by: string
    awarded_at: string
    announced_at: string
    posts: Generated<string>
  }
  award_event: {
    workspace: string
    award: string
    sequence: number
    kind: 'awarded' | 'revoked'
    at: string
    done_by: string
    reason: string | null
    origin: string
  }
  nomination: {
    workspace: string
    badge: string
    month: string
    team: string
    status: 'open' | 'confirmed' | 'empty'
    nominated_at: string
    award: string | null
  }
}
