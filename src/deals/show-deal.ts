import { dateAt, timeAt } from '../kernel/calendar.ts'
import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { joinNames } from '../kernel/locale.ts'
import { showMoney } from '../kernel/money.ts'
import { daysBetween } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { splitWords } from '../kernel/words.ts'
import { namesOf } from '../people/who.ts'
import {
  actions,
  type Button,
  bold,
  fields,
  heading,
  list,
  plain,
  quiet,
  type Spans,
  text,
  type View,
} from '../view/view.ts'
import { sharesOf } from './credit-store.ts'
import type { Deal, Entry } from './deal.ts'
import { dealById, entriesOf } from './deal-store.ts'
import { mayChange, mayConfirm } from './may.ts'
import { matched, scheduleOf } from './schedule.ts'
import { scheduleBlocks } from './schedule-view.ts'
import { texts } from './texts.ts'
import { whichDeal } from './which-deal.ts'
import { inOwn, numberOf, sayFigures } from './words.ts'

/** `/deal show D-12`: all its fields, and every line of its ledger. */
export async function showDeal(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const deal = await whichDeal(scope, splitWords(typed).bare[0], texts[scope.locale].example.show)
  return deal instanceof Refusal ? deal : dealView(scope, deal)
}

export async function showPressed(scope: Acting, { value }: Press): Promise<Answer> {
  const deal = await dealById(scope, value)
  return showDeal(scope, { text: deal ? numberOf(deal) : '' })
}

async function dealView(scope: Acting, deal: Deal): Promise<View> {
  const words = texts[scope.locale]
  const entries = await entriesOf(scope, deal.id)
  const shares = await sharesOf(scope, deal.id)
  const names = await namesOf(scope, [
    deal.owner,
    ...shares.map((share) => share.person),
    ...entries.flatMap((entry) => entry.recordedBy ?? []),
  ])
  const title = words.detail.title(numberOf(deal), deal.customer)
  const buttons = await buttonsFor(scope, deal)
  return {
    summary: title,
    blocks: [
      heading(title),
      fields(...pairs(scope, deal, entries, shares, names)),
      ...scheduleBlocks(scope, deal, matched(scheduleOf(entries), deal.collectedMinor)),
      text([bold(words.detail.ledger)]),
      list(entries.map((entry) => ledgerLine(scope, deal, entry, names))),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ],
  }
}

function pairs(
  scope: Acting,
  deal: Deal,
  entries: readonly Entry[],
  shares: readonly { person: string; bps: number; baseMinor: number }[],
  names: ReadonlyMap<string, string>,
): [string, string][] {
  const words = texts[scope.locale]
  const { labels } = words.form
  const money = (minor: number) => showMoney(minor, deal.currency, scope.locale)
  const last = entries.at(-1)
  const converted =
    last && last.rateSource !== ''
      ? words.rateUsed(inOwn(scope, deal.baseMinor), last.rate, last.rateSource)
      : undefined
  const split = shares.map(
    (share) =>
      `${names.get(share.person)} ${showPercent(share.bps)} ${showMoney(share.baseMinor, scope.workspace.currency, scope.locale)}`,
  )
  const cycle =
    deal.firstContactOn &&
    words.detail.cycle(deal.firstContactOn, daysBetween(deal.firstContactOn, deal.signedOn))
  const figures = sayFigures(deal, scope.locale)
  const all: [string, string | null | undefined | false][] = [
    [labels.amount, money(deal.amountMinor)],
    [words.detail.collected, money(deal.collectedMinor)],
    [words.detail.base, converted],
    [labels.date, deal.signedOn],
    [labels.owner, names.get(deal.owner)],
    [labels.split, shares.length > 1 && joinNames(split, scope.locale)],
    [words.detail.state, stateOf(scope, deal)],
    [
      words.detail.customerKind,
      !deal.voided && (deal.repeatCustomer ? words.repeatCustomer : words.newCustomer),
    ],
    [labels.product, deal.product],
    [labels.channel, deal.channel],
    [labels.referrer, deal.referrer],
    [labels.contract, deal.contract],
    [labels.firstContact, cycle],
    [labels.margin, figures.margin],
    [labels.exVat, figures.exVat],
    [labels.discount, figures.discount],
    [labels.note, deal.note],
  ]
  return all.filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '')
}

export function stateOf(scope: Acting, deal: Deal): string {
  const words = texts[scope.locale].detail
  if (deal.voided) return words.voided
  return deal.confirmed ? words.confirmed : words.waiting
}

function ledgerLine(scope: Acting, deal: Deal, entry: Entry, names: ReadonlyMap<string, string>): Spans {
  const words = texts[scope.locale].detail
  const { zone } = scope.workspace
  const recordedOn = dateAt(entry.recordedAt, zone)
  const who = entry.recordedBy === null ? byItself(scope, deal, entry) : (names.get(entry.recordedBy) ?? '')
  const minor = entry.amountMinor === 0 ? entry.collectedMinor : entry.amountMinor
  const sign = minor > 0 && entry.kind === 'amended' ? '+' : ''
  const amount = minor === 0 ? '' : ` ${sign}${showMoney(minor, deal.currency, scope.locale)}`
  const effective = entry.effectiveOn === recordedOn ? [] : [quiet(` ${words.effective(entry.effectiveOn)}`)]
  const reason = entry.reason ? [plain(` ${entry.reason}`)] : []
  return [
    quiet(`${recordedOn} ${timeAt(entry.recordedAt, zone)} `),
    plain(`${who} ${words.kinds[entry.kind]}${amount}`),
    ...effective,
    ...reason,
  ]
}

function byItself(scope: Acting, deal: Deal, entry: Entry): string {
  const words = texts[scope.locale].detail
  if (entry.kind === 'confirmed') return words.itself
  return deal.source === 'import' ? words.imported : words.theBot
}

async function buttonsFor(scope: Acting, deal: Deal): Promise<Button[]> {
  const words = texts[scope.locale]
  if (deal.voided) return []
  const edit = (await mayChange(scope, deal))
    ? [
        { label: words.edit, action: 'deal.edit', value: deal.id },
        { label: words.schedule.button, action: 'deal.schedule', value: deal.id },
      ]
    : []
  const confirm =
    !deal.confirmed && (await mayConfirm(scope, deal))
      ? [{ label: words.confirmOne, action: 'deal.confirm', value: deal.id, tone: 'primary' as const }]
      : []
  return [...confirm, ...edit]
}
