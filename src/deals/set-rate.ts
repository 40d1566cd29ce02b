import type { Answer, CommandInput } from '../kernel/feature.ts'
import { isCurrency } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { readDate, splitWords } from '../kernel/words.ts'
import { heading, list, say } from '../view/view.ts'
import { sortFields } from './fields.ts'
import { addRate, allRates } from './rate-store.ts'
import { texts } from './texts.ts'

/** `/deal rate USD 7.12 from=2026-11-01`: what one unit is worth in the workspace's currency; alone, all that are known. */
export async function setRate(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const { bare, named } = splitWords(text)
  const [code, typedRate] = bare
  if (code === undefined) return showRates(scope)
  const own = scope.workspace.currency
  const currency = code.normalize('NFKC').toUpperCase()
  if (!isCurrency(currency)) return new Refusal(words.rate.unreadCurrency(code))
  if (currency === own) return new Refusal(words.rate.ownCurrency(own))
  if (typedRate === undefined) return new Refusal(words.rate.rateMissing(currency))
  const rate = readRate(typedRate)
  if (rate === undefined) return new Refusal(words.rate.unreadRate(typedRate))
  const fields = sortFields(named, ['from'])
  if ('unknown' in fields) return new Refusal(words.unknownField(fields.unknown, fields.nearest))
  const from = fields.from ? readDate(fields.from, scope.today) : scope.today
  if (from === undefined)
    return new Refusal(words.notSaved([words.problems.date(fields.from ?? '').said], words.example.rate))
  await addRate(scope, { currency, from, rate, source: words.rate.source(scope.person.name, from) })
  return say(words.rate.set(currency, rate, own, from))
}

/** A decimal above zero, with at most ten decimals; without idle zeros. */
function readRate(typed: string): string | undefined {
  const digits = typed.normalize('NFKC')
  if (!/^\d{1,9}(?:\.\d{1,10})?$/.test(digits) || !/[1-9]/.test(digits)) return undefined
  return digits
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}

async function showRates(scope: Acting): Promise<Answer> {
  const words = texts[scope.locale].rate
  const rates = await allRates(scope)
  if (rates.length === 0) return say(words.none)
  const lines = rates.map((rate) =>
    words.line(rate.currency, rate.rate, scope.workspace.currency, rate.from, rate.source),
  )
  return { summary: words.title, blocks: [heading(words.title), list(lines)] }
}
