import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { readAmount, splitWords } from '../kernel/words.ts'
import { nameOf } from '../people/who.ts'
import { say } from '../view/view.ts'
import { reviseAnnouncement } from './announcement.ts'
import { askAboutAmended } from './ask-about-amended.ts'
import { amend, type Changes, isObstacle } from './changes.ts'
import type { Around } from './claim.ts'
import type { Deal } from './deal.ts'
import { describeChanges } from './describe-changes.ts'
import { DEAL_FIELDS, type NamedFields, sortFields } from './fields.ts'
import { ledgerOf } from './ledger-of.ts'
import { addEntries } from './ledger-store.ts'
import { mayChange, mayConfirm } from './may.ts'
import { obstacleRefusal } from './obstacle-refusal.ts'
import { type Problems, type ReadDeal, readDeal } from './read-deal.ts'
import { followed } from './schedule-view.ts'
import { holdersOf, watchHolders } from './tell-others.ts'
import { texts } from './texts.ts'
import { whichDealToChange } from './which-deal.ts'
import { numberOf, typedAmount } from './words.ts'

/** `/deal amend D-12 金额=15万 date=昨天 客户加购`: bare words are the reason. */
export const amendDeal =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const words = texts[scope.locale]
    const { bare, named } = splitWords(text)
    const deal = await whichDealToChange(scope, bare[0], words.example.amend)
    if (deal instanceof Refusal) return deal
    const sorted = sortFields(named, [...DEAL_FIELDS, 'reason'])
    if ('unknown' in sorted) return new Refusal(words.unknownField(sorted.unknown, sorted.nearest))
    const fields = amountAlone(deal, bare.slice(1), sorted)
    const amended = await readAndAmend(scope, deal, fields, around)
    if (!('problems' in amended)) return amended
    const said = Object.values(amended.problems)
    const [only] = said.length === 1 ? said : []
    return new Refusal(
      words.notSaved(
        said.map((one) => one.said),
        only?.hint ?? words.example.amend,
      ),
    )
  }

/** `/deal amend D-12 15万` means its amount; otherwise bare words are the reason. */
function amountAlone(deal: Deal, rest: readonly string[], named: NamedFields): NamedFields {
  const [first] = rest
  const nothingNamed = Object.keys(named).length === 0
  if (nothingNamed && first !== undefined && readAmount(first, deal.currency))
    return { amount: first, reason: rest.slice(1).join(' ') }
  return { reason: rest.join(' '), ...named }
}

/**
 * Reads the fields and stores what changes, for the command and for the form alike. An unusual amount is asked about
 * first; `sureFrom` is the amount that the deal had when it was asked.
 */
export async function readAndAmend(
  scope: Acting<WriteScope>,
  deal: Deal,
  fields: NamedFields,
  around: Around,
  sureFrom?: string,
): Promise<Answer | { problems: Problems }> {
  const words = texts[scope.locale]
  if (!(await mayChange(scope, deal)))
    return new Refusal(words.notToChange(numberOf(deal), await nameOf(scope, deal.owner)))
  const ledger = await ledgerOf(scope, deal)
  const { read, problems } = await readDeal(scope, fields, ledger.standing)
  if (Object.keys(problems).length > 0) return { problems }
  const reason = fields.reason?.trim() || null
  const entry = amend(scope, ledger, changesFrom(read, fields), await mayConfirm(scope, deal), reason)
  if (isObstacle(entry)) return obstacleRefusal(scope, deal, entry)
  if (sureFrom !== undefined && sureFrom !== typedAmount(ledger.standing, ''))
    return new Refusal(words.staleButton)
  const asked =
    sureFrom === undefined && (await askAboutAmended(scope, deal, ledger.standing, entry, { read, fields }))
  if (asked) return asked
  const holders = await holdersOf(scope, deal, entry.facts.shares)
  const dates = [deal.signedOn, entry.facts.signedOn ?? deal.signedOn]
  const tellHolders = await watchHolders(scope, around, holders, dates, {
    deal: deal.id,
    customers: [deal.customer, entry.facts.customer ?? deal.customer],
  })
  const stored = await addEntries(scope, deal, [entry])
  await reviseAnnouncement(scope, stored.deal)
  const after = (await ledgerOf(scope, deal)).standing
  const changes = (reader: Parameters<typeof describeChanges>[0]) =>
    describeChanges(reader, ledger.standing, after)
  await tellHolders(stored, { kind: 'amended', changes, reason })
  const again = deal.confirmed && !stored.deal.confirmed ? [words.waitsAgain] : []
  const sentences = [
    words.amended(numberOf(deal), await changes(scope)),
    ...followed(scope, stored.deal, deal, stored.instalments),
    ...again,
  ]
  return say(joinSentences(sentences, scope.locale), {
    label: words.show,
    action: 'deal.show',
    value: deal.id,
  })
}

/** What was read as changes; a field that was said to be empty is cleared. */
function changesFrom(read: ReadDeal, fields: NamedFields): Changes {
  const { amount, exchange, ...facts } = read
  const cleared = CLEARABLE.filter(([field]) => fields[field] === '').map(([, fact]) => [fact, null])
  return {
    ...facts,
    ...Object.fromEntries(cleared),
    ...(amount ? { amountMinor: amount.minor, currency: amount.currency } : {}),
    ...(exchange ? { exchange } : {}),
  }
}

const CLEARABLE = [
  ['product', 'product'],
  ['channel', 'channel'],
  ['referrer', 'referrer'],
  ['contract', 'contract'],
  ['note', 'note'],
  ['firstContact', 'firstContactOn'],
  ['margin', 'marginMinor'],
  ['exVat', 'exVatMinor'],
  ['discount', 'discountBps'],
] as const
