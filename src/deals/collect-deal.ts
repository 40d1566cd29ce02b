import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import { type Minor, showShort } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readAmount } from '../kernel/words.ts'
import { say } from '../view/view.ts'
import { collect, isObstacle } from './changes.ts'
import type { Around } from './claim.ts'
import type { Deal } from './deal.ts'
import { ledgerOf } from './ledger-of.ts'
import { addEntries, type Stored } from './ledger-store.ts'
import { obstacleRefusal } from './obstacle-refusal.ts'
import { readDay } from './read-day.ts'
import { holdersOf, watchHolders } from './tell-others.ts'
import { texts } from './texts.ts'
import { readChange } from './which-deal.ts'
import { numberOf, sayDate } from './words.ts'

const EVERYTHING = ['all', '全部', '全款', '全额']

/** `/deal collect D-12 5万 date=昨天`: money that has come in. */
export const collectDeal =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const words = texts[scope.locale]
    const change = await readChange(scope, text, words.example.collect, ['amount', 'date'])
    if (change instanceof Refusal) return change
    const { deal, fields, rest } = change
    const amountMinor = readPart(scope, deal, fields.amount ?? rest.join(' '))
    if (amountMinor instanceof Refusal) return amountMinor
    const on = readDay(scope, fields.date, words.example.collect)
    if (on instanceof Refusal) return on
    const entry = collect(scope, await ledgerOf(scope, deal), amountMinor, on)
    if (isObstacle(entry)) return obstacleRefusal(scope, deal, entry)
    const tellHolders = await watchHolders(scope, around, await holdersOf(scope, deal), [on], {
      customers: [],
    })
    const stored = await addEntries(scope, deal, [entry])
    await tellHolders(stored, { kind: 'collected', amountMinor: entry.collectedMinor })
    return say(sayCollected(scope, stored, entry.collectedMinor, sayDate(on, scope.today, scope.locale)))
  }

/** An amount in the deal's currency; undefined where all that is open is meant. */
function readPart(scope: Acting, deal: Deal, typed: string): Minor | undefined | Refusal {
  const words = texts[scope.locale]
  if (EVERYTHING.includes(typed.toLowerCase())) return undefined
  const amount = readAmount(typed, deal.currency)
  if (amount && amount.currency !== deal.currency)
    return new Refusal(words.obstacle.otherCurrency(numberOf(deal), deal.currency))
  if (amount) return amount.minor
  const problem = typed === '' ? words.problems.amountMissing : words.problems.amount(typed)
  return new Refusal(words.notSaved([problem.said], words.example.collect))
}

function sayCollected(scope: Acting, { deal, instalments }: Stored, collected: Minor, when: string): string {
  const words = texts[scope.locale]
  const next = instalments.find((one) => one.openMinor > 0)
  const money = (minor: Minor) => showShort(minor, deal.currency, scope.locale)
  const left = deal.amountMinor - deal.collectedMinor
  return joinSentences(
    [
      words.collected(numberOf(deal), deal.customer, money(collected), when),
      left === 0
        ? words.collectedAll(money(deal.collectedMinor))
        : words.collectedSoFar(money(deal.collectedMinor), money(left)),
      ...(next
        ? [words.schedule.next(money(next.openMinor), showPeriod(next.dueOn, scope.locale, scope.today))]
        : []),
    ],
    scope.locale,
  )
}
