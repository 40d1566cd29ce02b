import type { Deal } from '../../deals/deal.ts'
import { amountOf, numberOf } from '../../deals/words.ts'
import { SAY } from '../../kernel/feature.ts'
import { joinSentences, type Locale } from '../../kernel/locale.ts'
import { decimalsOf, showShort } from '../../kernel/money.ts'
import { addDays } from '../../kernel/period.ts'
import type { Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { namesOf } from '../../people/who.ts'
import { actions, type Block, context, heading, list, text, type View } from '../../view/view.ts'
import { texts as ritualTexts } from '../texts.ts'
import { perDay, type TeamDay } from './team-day.ts'
import { texts } from './texts.ts'

/** What may be shown where everybody reads. */
interface Shown {
  amounts: boolean
  customers: boolean
}

/** The card for the team's channel, with only what the workspace shows in public. */
export async function reportCard(scope: Scope, day: TeamDay, lateMinutes: number): Promise<View> {
  const { locale, settings } = scope.workspace
  const shown = { amounts: !settings.hideAmounts, customers: !settings.hideCustomers }
  const mine = { label: texts[locale].mine, action: 'report.mine', value: day.date, tone: 'primary' as const }
  const late = lateMinutes > 0 ? [context(ritualTexts[locale].late(lateMinutes))] : []
  const view = await dayView({ ...scope, locale, today: day.date }, day, shown)
  const board = { label: texts[locale].board, action: SAY, value: 'leaderboard' }
  return { ...view, blocks: [...view.blocks, ...late, actions(mine, board)] }
}

/** The same for one reader, about any day; who leads the team sees what the workspace hides from the others. */
export async function reportAnswer(scope: Scope, day: TeamDay, leads: boolean): Promise<View> {
  const words = texts[scope.locale]
  const { hideAmounts, hideCustomers } = scope.workspace.settings
  const view = await dayView(scope, day, {
    amounts: leads || !hideAmounts,
    customers: leads || !hideCustomers,
  })
  const past = day.date < scope.today ? [context(words.asKnown)] : []
  const before = {
    label: words.dayBefore,
    action: SAY,
    value: `report ${addDays(day.date, -1)} ${day.team.name}`,
  }
  const board = { label: words.board, action: SAY, value: 'leaderboard' }
  return { ...view, blocks: [...view.blocks, ...past, actions(before, board)] }
}

async function dayView(scope: Scope, day: TeamDay, shown: Shown): Promise<View> {
  const words = texts[scope.locale]
  const sentence = headline(scope, day, shown)
  const title = words.title(day.team.name, showPeriod(day.date, scope.locale, scope.today))
  return {
    summary: `${title} · ${sentence}`,
    blocks: [heading(title), text(sentence), ...(await small(scope, day, shown))],
  }
}

/** `今日 4 单 38 万。11 月 76%，时间过了 70%。还差 96 万，剩 6 个工作日，每天 16 万。` */
export function headline(scope: Scope, day: TeamDay, { amounts }: Shown): string {
  const { locale } = scope
  const words = texts[locale]
  const money = (minor: number | bigint) => showShort(minor, scope.workspace.currency, locale)
  const name = day.date === scope.today ? words.today : showPeriod(day.date, locale, scope.today)
  const signed = amounts && (day.deals !== 0 || day.signedMinor !== 0) ? money(day.signedMinor) : undefined
  const month = showPeriod(day.month, locale, scope.today)
  const time = showPercent(day.timeBps, 0)
  const { aim } = day
  if (!aim) {
    const sofar = amounts ? money(day.monthSignedMinor) : undefined
    return joinSentences([words.day(name, day.deals, signed), words.noTarget(month, sofar, time)], locale)
  }
  const standing = words.month(month, showPercent(aim.bps, 0), time)
  return joinSentences(
    [words.day(name, day.deals, signed), standing, missing(scope, day, aim, amounts)],
    locale,
  )
}

function missing(
  scope: Scope,
  { workdaysLeft }: TeamDay,
  aim: NonNullable<TeamDay['aim']>,
  amounts: boolean,
): string {
  const { locale } = scope
  const words = texts[locale]
  const { currency } = scope.workspace
  const money = (minor: number | bigint) => showShort(minor, currency, locale)
  const gap = aim.targetMinor - aim.reachedMinor
  if (gap <= 0) return words.reached(gap < 0 && amounts ? money(-gap) : undefined)
  if (!amounts) return words.daysLeft(workdaysLeft)
  const each = workdaysLeft > 0 ? money(perDay(BigInt(gap), workdaysLeft, unitOf(currency))) : undefined
  return words.missing({ missing: money(gap), workdays: workdaysLeft, perDay: each })
}

/** How many minor units one of the currency has. */
export const unitOf = (currency: string): bigint => 10n ** BigInt(decimalsOf(currency))

async function small(scope: Scope, day: TeamDay, shown: Shown): Promise<Block[]> {
  const { locale, workspace } = scope
  const words = texts[locale]
  const money = (minor: number) => showShort(minor, workspace.currency, locale)
  const blocks: Block[] = []
  if (day.top.length > 0) blocks.push(list(await topDeals(scope, day.top, shown)))
  if (day.collectedMinor !== 0 && shown.amounts) {
    const say = day.date === scope.today ? words.collected : words.collectedOn
    blocks.push(context(say(money(day.collectedMinor))))
  }
  if (day.since) {
    const { deals, signedMinor } = day.since
    const more = shown.amounts && signedMinor !== 0 ? plus(money(signedMinor), signedMinor) : undefined
    blocks.push(context(words.since(deals, more)))
  }
  return blocks
}

const plus = (shown: string, amount: number) => (amount > 0 ? `+${shown}` : shown)

async function topDeals(scope: Scope, deals: readonly Deal[], shown: Shown): Promise<string[]> {
  const names = await namesOf(
    scope,
    deals.map((deal) => deal.owner),
  )
  return deals.map((deal) => {
    const customer = shown.customers ? deal.customer : undefined
    const amount = shown.amounts ? amountOf(deal, scope.locale) : undefined
    const what = texts[scope.locale].deal(customer, amount)
    return [numberOf(deal), names.get(deal.owner), what].filter(Boolean).join(' · ')
  })
}

/** What a day is called for its reader. */
export const dayName = (date: LocalDate, today: LocalDate, locale: Locale): string =>
  date === today ? texts[locale].today : showPeriod(date, locale, today)
