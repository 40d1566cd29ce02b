import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { recordChange } from './audit-store.ts'
import { dateAt } from './calendar.ts'
import type { Locale } from './locale.ts'
import { addPost, cancelPost, hurryPost, revisePost } from './outbox-store.ts'
import { bindRows, type Person, type Scope, type Workspace, type WriteScope } from './scope.ts'
import type { Instant } from './time.ts'

interface Circumstances {
  workspace: Workspace
  person?: Person | undefined
  now: Instant
  origin: string
  address?: string | undefined
  onProgress?: OnProgress | undefined
}

/** Told how far a long piece of work is: from 0 to 1, and in which language to say so. */
export type OnProgress = (part: number, locale: Locale) => void

/** What was looked at, for the audit log. */
export interface Seen {
  what: string
  subject: string
}

/** A scope to read in; what is seen through it is kept in `seen`. */
export function readScope(tables: Kysely<Tables>, circumstances: Circumstances, seen: Seen[] = []): Scope {
  const { workspace, person, now, origin, address } = circumstances
  const today = dateAt(now, workspace.zone)
  const locale = person?.locale ?? workspace.locale
  const saw = async (what: string, subject: string) => {
    seen.push({ what, subject })
  }
  return bindRows({ workspace, person, locale, now, today, origin, address, saw }, tables)
}

/** A scope to write in: everything done through it commits, or does not, with `transaction`. */
export function writeScope(transaction: Kysely<Tables>, circumstances: Circumstances): WriteScope {
  const scope = readScope(transaction, circumstances)
  return {
    ...scope,
    saw: (what, subject) => recordChange(scope, what, subject, undefined, undefined),
    post: (post) => addPost(scope, post),
    revise: (post, view) => revisePost(scope, post, view),
    cancel: (post) => cancelPost(scope, post),
    hurry: (post) => hurryPost(scope, post),
    async progress(done, of) {
      circumstances.onProgress?.(done / of, scope.locale)
      await new Promise((resolve) => setImmediate(resolve))
    },
    record: (what, subject, before, after) => recordChange(scope, what, subject, before, after),
  }
}
