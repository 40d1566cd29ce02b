import type { Generated } from 'kysely'
import type { Flag } from '../tables.ts'

export interface PostTables {
  post: {
    workspace: string
    id: string
    post_key: string | null
    platform: string
    home: string
    to_kind: 'channel' | 'person' | 'thread' | 'update'
    to_id: string
    subject: string | null
    view: string
    status: 'waiting' | 'sending' | 'sent' | 'cancelled' | 'failed'
    due_at: string
    attempts: Generated<number>
    claimed_until: string | null
    outcome_unknown: Generated<Flag>
    external_channel: string | null
    external_message: string | null
    error: string | null
    created_at: string
    sent_at: string | null
    at_once: Generated<Flag>
    kind: Generated<string | null>
    prompt: Generated<string | null>
    until_at: Generated<string | null>
    held_until: Generated<string | null>
    bundle: Generated<string | null>
    part: Generated<number>
    alone: Generated<Flag>
    first_tried_at: Generated<string | null>
    snoozed_at: Generated<string | null>
  }
  private_hour: {
    workspace: string
    person: string
    taken_at: string
    post: string
  }
  answered: {
    workspace: string
    delivery: string
    answer: string
    answered_at: string
  }
  reaction: {
    workspace: string
    platform: string
    home: string
    channel: string
    message: string
    emoji: string
    person: string
    present: Flag
    event_at: string
  }
  audit: {
    workspace: string
    id: string
    at: string
    person: string | null
    what: string
    subject: string
    before: string | null
    after: string | null
    origin: string
  }
  counter: {
    workspace: string
    name: string
    value: number
  }
}
