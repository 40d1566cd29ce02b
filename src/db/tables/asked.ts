import type { Generated } from 'kysely'
import type { Flag } from '../tables.ts'

export interface AskedTables {
  asked_session: {
    workspace: string
    ritual: string
    occurrence: string
    name: string
    asks: string
    summary_posts: Generated<string>
  }
  asked_part: {
    workspace: string
    ritual: string
    occurrence: string
    person: string
    prompts: string
    thread_posts: Generated<string>
    late: Generated<Flag>
    answered_at: string | null
  }
  asked_answer: {
    workspace: string
    id: string
    ritual: string
    occurrence: string
    person: string
    question: string
    visible: 'thread' | 'manager' | 'sealed' | 'anonymous'
    value: string
    shown: string
    item: string | null
    answered_at: string
  }
  asked_trial: {
    workspace: string
    person: string
    ritual: string
    threads: string
    answers: Generated<string>
    started_at: string
  }
}
