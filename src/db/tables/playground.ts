import type { Generated } from 'kysely'
import type { Flag } from '../tables.ts'

export interface PlaygroundTables {
  playground_message: {
    workspace: string
    id: string
    sequence: number
    place: string
    thread: string | null
    author: string | null
    only_for: string | null
    text: string
    view: string | null
    post: string | null
    subject: string | null
    edited: Generated<Flag>
    at: string
  }
  playground_reaction: {
    workspace: string
    message: string
    emoji: string
    person: string
    at: string
  }
  playground_clock: {
    name: string
    ahead_ms: number
  }
}
