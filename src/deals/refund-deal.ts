import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import { type Minor, showShort } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { readAmount } from '../kernel/words.ts'
import { say } from '../view/view.ts'
import { reviseAnnouncement } from './announcement.ts'
import { isObstacle, refund } from './changes.ts'
import type { Around } from './claim.ts'
import type { Deal } from './deal.ts'
import { ledgerOf } from './ledger-of.ts'
import { addEntries } from './ledger-store.ts'
import { obstacleRefusal } from './obstacle-refusal.ts'
import { readDay } from './read-day.ts'
import { followed } from './schedule-view.ts'
import { holdersOf, watchHolders } from './tell-others.ts'
import { texts } from './texts.ts'
import { readChange } from './which-deal.ts'
import { amountOf, numberOf } from './words.ts'

/** `/deal refund D-12 6000 客户退货`: with a reason and no amount, everything that is still signed. */
export const refundDeal =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const words = texts[scope.locale]
    const change = await readChange(scope, text, words.example.refund, ['amount', 'date', 'reason'])
    if (change instanceof Refusal) return change
    const { deal, fields, rest } = change
    const wanted = readAmountAndReason(scope, deal, fields, rest)
    if (wanted instanceof Refusal) return wanted
    if (wanted.amountMinor === undefined && wanted.reason === null && !wanted.all)
      return new Refusal(words.refundWhat(numberOf(deal), deal.customer, amountOf(deal, scope.locale)))
    const on = readDay(scope, fields.date, words.example.refund)
    if (on instanceof Refusal) return on
    const entry = refund(scope, await ledgerOf(scope, deal), wanted.amountMinor, on, wanted.reason)
    if (isObstacle(entry)) return obstacleRefusal(scope, deal, entry)
    const holders = await holdersOf(scope, deal)
    const tellHolders = await watchHolders(scope, around, holders, [deal.signedOn, on], {
      deal: deal.id,
      customers: [deal.customer],
    })
    const stored = await addEntries(scope, deal, [entry])
    await reviseAnnouncement(scope, stored.deal)
    const happened = { kind: 'refunded', amountMinor: -entry.amountMinor, reason: wanted.reason } as const
    await tellHolders(stored, happened)
    const sentences = [
      sayRefunded(scope, stored.deal, -entry.amountMinor),
      ...followed(scope, stored.deal, deal, stored.instalments),
    ]
    return say(joinSentences(sentences, scope.locale))
  }

interface Wanted {
  amountMinor: Minor | undefined
  reason: string | null
  /** That everything goes back has been said. */
  all?: true
}

const ALL = ['全部', '全额', '全款', 'all', 'everything', 'full']

/** The first word is the amount if it can be read as one, or begins like one, or means all of it; the rest is the reason. */
function readAmountAndReason(
  scope: Acting,
  deal: Deal,
  fields: { amount?: string; reason?: string },
  rest: readonly string[],
): Wanted | Refusal {
  const words = texts[scope.locale]
  if (ALL.includes((fields.amount ?? rest[0] ?? '').toLowerCase())) {
    const reason = fields.reason || rest.slice(fields.amount === undefined ? 1 : 0).join(' ')
    return { amountMinor: undefined, reason: reason || null, all: true }
  }
  const typed = fields.amount ?? (looksLikeAmount(rest[0]) ? rest[0] : undefined)
  const amount = typed === undefined ? undefined : readAmount(typed, deal.currency)
  if (typed !== undefined && !amount)
    return new Refusal(words.notSaved([words.problems.amount(typed).said], words.example.refund))
  if (amount && amount.currency !== deal.currency)
    return new Refusal(words.obstacle.otherCurrency(numberOf(deal), deal.currency))
  const bareReason = rest.slice(fields.amount === undefined && typed !== undefined ? 1 : 0).join(' ')
  return { amountMinor: amount?.minor, reason: fields.reason || bareReason || null }
}

/** A mistyped amount must not be taken for a reason, and the whole deal be refunded. */
const looksLikeAmount = (word: string | undefined) => word !== undefined && /\d/.test(word.normalize('NFKC'))

function sayRefunded(scope: Acting, deal: Deal, refunded: Minor): string {
  const words = texts[scope.locale]
  const money = (minor: Minor) => showShort(minor, deal.currency, scope.locale)
  return joinSentences(
    [
      words.refunded(numberOf(deal), deal.customer, money(refunded)),
      words.stillSigned(money(deal.amountMinor), money(deal.collectedMinor)),
    ],
    scope.locale,
  )
}
