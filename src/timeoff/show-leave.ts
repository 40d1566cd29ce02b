import type { Locale } from '../kernel/locale.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { Leave } from '../people/leave.ts'
import { everyone, leavesOf, membersOf, teamsLedBy } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import {
  actions,
  type Block,
  type Button,
  bold,
  context,
  heading,
  list,
  text,
  type View,
} from '../view/view.ts'
import { texts } from './texts.ts'

const MOST_BUTTONS = 5
const MOST_SHOWN = 20

/** `/timeoff`: one's own coming days off; who leads people sees theirs too. */
export async function showLeave(scope: Acting): Promise<View> {
  const words = texts[scope.locale]
  const own = await leavesOf(scope, [scope.person.id])
  const names = await peopleLed(scope)
  const theirs = await leavesOf(scope, [...names.keys()])
  const enter = { label: words.enter, action: 'timeoff.form' }
  return {
    summary: words.title,
    blocks: [
      heading(words.title),
      ...(own.length === 0 ? [text(words.none)] : [list(own.map((leave) => sayLeave(scope, leave)))]),
      actions(enter, ...own.slice(0, MOST_BUTTONS).map((leave) => cancelButton(scope, leave))),
      ...othersBlocks(scope, theirs, names),
      context(words.hint),
    ],
  }
}

/** The days of a leave: `11 月 25 日到 11 月 28 日`. */
export function sayLeave(
  scope: Scope,
  { from, to }: Pick<Leave, 'from' | 'to'>,
  locale: Locale = scope.locale,
): string {
  const first = showPeriod(from, locale, scope.today)
  return from === to ? first : texts[locale].span(first, showPeriod(to, locale, scope.today))
}

export const cancelButton = (scope: Scope, leave: Leave, locale: Locale = scope.locale): Button => ({
  label: texts[locale].cancelLabel(sayLeave(scope, leave, locale)),
  action: 'timeoff.cancel',
  value: leave.id,
})

function othersBlocks(scope: Acting, leaves: readonly Leave[], names: ReadonlyMap<string, string>): Block[] {
  if (leaves.length === 0) return []
  const words = texts[scope.locale]
  const lines = leaves
    .slice(0, MOST_SHOWN)
    .map((leave) => words.line(sayLeave(scope, leave), names.get(leave.person)))
  const more = leaves.length - MOST_SHOWN
  return [text([bold(words.others)]), list(lines), ...(more > 0 ? [context(words.more(more))] : [])]
}

/** Whom one leads, by id; an admin, everybody. */
async function peopleLed(scope: Acting): Promise<Map<string, string>> {
  const people = isAdmin(scope.person) ? await everyone(scope) : []
  for (const team of await teamsLedBy(scope, scope.person.id))
    people.push(...(await membersOf(scope, team.id)))
  return new Map(people.filter(({ id }) => id !== scope.person.id).map(({ id, name }) => [id, name]))
}
