import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { splitWords } from '../kernel/words.ts'
import { nameOf } from '../people/who.ts'
import type { Deal } from './deal.ts'
import { dealByNumber, lockDeal } from './deal-store.ts'
import { type FieldName, type NamedFields, sortFields } from './fields.ts'
import { mayChange, maySee } from './may.ts'
import { texts } from './texts.ts'
import { numberOf } from './words.ts'

/** `D-12`, `d12`, `#12` or `12`. */
function readNumber(word: string | undefined): number | undefined {
  const digits = /^(?:d-?|#)?(\d{1,12})$/i.exec(word?.normalize('NFKC').trim() ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The deal that a word names, where the actor may see it. */
export async function whichDeal(
  scope: Acting<Scope>,
  word: string | undefined,
  example: string,
): Promise<Deal | Refusal> {
  const words = texts[scope.locale]
  if (!word) return new Refusal(words.numberMissing(example))
  const number = readNumber(word)
  const deal = number === undefined ? undefined : await dealByNumber(scope, number)
  if (!deal) return new Refusal(words.notFound(number === undefined ? word : `D-${number}`, example))
  return (await maySee(scope, deal)) ? deal : new Refusal(words.notToSee(numberOf(deal)))
}

/** The same, held so that nobody else changes it meanwhile. */
export async function whichDealToChange(
  scope: Acting<WriteScope>,
  word: string | undefined,
  example: string,
): Promise<Deal | Refusal> {
  const deal = await whichDeal(scope, word, example)
  return deal instanceof Refusal ? deal : ((await lockDeal(scope, deal.id)) ?? deal)
}

/** A change as it is typed: which deal, the fields that the command takes, and the bare words after its number. */
export async function readChange(
  scope: Acting<WriteScope>,
  text: string,
  example: string,
  taken: readonly FieldName[],
): Promise<{ deal: Deal; fields: NamedFields; rest: string[] } | Refusal> {
  const words = texts[scope.locale]
  const { bare, named } = splitWords(text)
  const deal = await whichDealToChange(scope, bare[0], example)
  if (deal instanceof Refusal) return deal
  if (!(await mayChange(scope, deal)))
    return new Refusal(words.notToChange(numberOf(deal), await nameOf(scope, deal.owner)))
  const fields = sortFields(named, taken)
  if ('unknown' in fields) return new Refusal(words.unknownField(fields.unknown, fields.nearest))
  return { deal, fields, rest: bare.slice(1) }
}
