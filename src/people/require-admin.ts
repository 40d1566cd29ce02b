import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { onlyFor } from '../kernel/texts.ts'
import { isAdmin } from './who.ts'

/** A polite no for everyone but admins: a form or button may have outlived its holder's role. */
export function requireAdmin(scope: Acting): Refusal | undefined {
  return isAdmin(scope.person) ? undefined : new Refusal(onlyFor(['admin'], scope.locale))
}
