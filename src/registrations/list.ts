import { peopleOf, readWhose } from '../deals/read-whose.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { addDays, daysBetween } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { namesOf } from '../people/who.ts'
import { type Block, context, heading, plain, say } from '../view/view.ts'
import type { Registration } from './registration.ts'
import { heldBy, lapsedSince } from './store.ts'
import { texts } from './texts.ts'

const MOST_SHOWN = 40
const DAYS_BACK = 60 // how long a lapsed customer is offered

/**
 * `/register list [@who or team]`: reps see what they hold, managers their people's as well, finance and admins
 * everyone's.
 */
export async function listRegistrations(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const whose = await readWhose(scope, text)
  if (whose instanceof Refusal) return whose
  const held = await heldBy(scope, await peopleOf(scope, whose))
  if (held.length === 0) return say(words.none)
  const { customer, holder, until, days, note } = words.columns
  return {
    summary: words.listTitle,
    blocks: [
      heading(words.listTitle),
      ...(await table(scope, held, [customer, holder, until, days, note], (one, name) => [
        one.customer,
        name,
        one.untilOn,
        String(daysBetween(scope.today, one.untilOn)),
        one.note ?? '',
      ])),
    ],
  }
}

/** `/register pool`: what has lapsed or was released lately, for whoever registers it first. */
export async function showPool(scope: Acting): Promise<Answer> {
  const words = texts[scope.locale]
  const lapsed = await lapsedSince(scope, addDays(scope.today, -DAYS_BACK))
  if (lapsed.length === 0) return say(words.poolNone)
  const { customer, was, until } = words.columns
  return {
    summary: words.poolTitle,
    blocks: [
      heading(words.poolTitle),
      ...(await table(scope, lapsed, [customer, was, until], (one, name) => [
        one.customer,
        name,
        one.untilOn,
      ])),
      context(words.poolHint),
    ],
  }
}

async function table(
  scope: Acting,
  found: readonly Registration[],
  titles: readonly string[],
  cells: (one: Registration, name: string) => string[],
): Promise<Block[]> {
  const names = await namesOf(
    scope,
    found.slice(0, MOST_SHOWN).map((one) => one.holder),
  )
  const more = found.length - MOST_SHOWN
  return [
    {
      kind: 'table',
      columns: titles.map((title) => ({ title, align: 'left' })),
      rows: found
        .slice(0, MOST_SHOWN)
        .map((one) => cells(one, names.get(one.holder) ?? '').map((cell) => [plain(cell)])),
    },
    ...(more > 0 ? [context(texts[scope.locale].more(more))] : []),
  ]
}
