import { activePlanFor } from '../../commission/active-plan.ts'
import { money } from '../../commission/figures.ts'
import { targetOf } from '../../commission/pay.ts'
import { type PayStanding, standingsOneByOne } from '../../commission/pay-of.ts'
import { metricOf } from '../../commission/plan.ts'
import { poolShareOf } from '../../commission/pool-share-of.ts'
import { nearestManagers } from '../../commission/remind-manager.ts'
import { noTargetView, payButtons, payInOneSentence } from '../../commission/views.ts'
import { type Total, totalOf } from '../../deals/store.ts'
import { joinSentences } from '../../kernel/locale.ts'
import { showShort } from '../../kernel/money.ts'
import { addDays, type Period, periodOf, spanOf } from '../../kernel/period.ts'
import type { Acting, Person, Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { workdaysBetween } from '../../kernel/workdays.ts'
import { workdaysFor } from '../../people/workdays.ts'
import { type Block, type Button, context, text } from '../../view/view.ts'
import { type KnownShare, shareKnownBy } from './line-store.ts'
import { perDay } from './team-day.ts'
import { texts } from './texts.ts'
import { dayName, unitOf } from './views.ts'

/** What there is to tell a person of a day. */
export interface Line {
  sentence: string
  blocks: Block[]
  buttons: Button[]
  /** Something has happened, or is still to be reached: worth a message of its own. */
  worthTelling: boolean
  /** The share of a pool that has moved since the person was told. */
  poolMoved: string | undefined
  share: KnownShare | undefined
}

/** Writes lines for many people of one day, which is named where they read it on another one; what their pay has in common is worked out once. */
export function lineWriter(scope: Scope) {
  const standingOf = standingsOneByOne(scope)

  return async (person: Person, date: LocalDate, readOn: LocalDate = scope.today): Promise<Line> => {
    const reader: Acting = { ...scope, person, locale: person.locale, today: date }
    const did = await totalOf(scope, person.id, date)
    const active = await activePlanFor(scope, person.id, periodOf(date, 'month'))
    const kind = active?.plan.period ?? 'month'
    const period = periodOf(date, kind, scope.workspace.fiscalStartMonth)
    const total = await totalOf(scope, person.id, period)
    const standing = active && (await standingOf(active, total))
    const done = didSentence(reader, readOn, did)
    if (standing === undefined || standing === 'no target')
      return withoutPay(reader, done, active === undefined ? undefined : { period, active })
    const left = await workdaysLeft(scope, person.id, period, date)
    const pay = payInOneSentence(reader, { person, period }, standing)
    const aim = missingSentence(reader, standing, left)
    const sentence = joinSentences([...done.said, pay, ...(aim === undefined ? [] : [aim])], person.locale)
    const pool = await poolWords(reader, standing, period)
    return {
      sentence,
      blocks: [text(sentence)],
      buttons: payButtons(reader, { person, period }),
      worthTelling: done.something || aim !== undefined || standing.next !== undefined,
      ...pool,
    }
  }
}

interface Done {
  said: string[]
  something: boolean
}

function didSentence(reader: Acting, now: LocalDate, did: Total): Done {
  const words = texts[reader.locale]
  const shown = (minor: number) => showShort(minor, reader.workspace.currency, reader.locale)
  const day = dayName(reader.today, now, reader.locale)
  const signed = did.deals !== 0 || did.signedMinor !== 0
  const collected = did.collectedMinor !== 0
  const first = signed
    ? [words.own(day, did.deals, shown(did.signedMinor))]
    : collected
      ? []
      : [words.ownNothing(day)]
  return {
    said: [...first, ...(collected ? [words.ownCollected(shown(did.collectedMinor))] : [])],
    something: signed || collected,
  }
}

/** Nothing is calculated: what was done, and how that changes. */
async function withoutPay(
  reader: Acting,
  done: Done,
  aimless: { period: Period; active: NonNullable<Awaited<ReturnType<typeof activePlanFor>>> } | undefined,
): Promise<Line> {
  const { person } = reader
  const [manager] = aimless ? await nearestManagers(reader, person.id) : []
  const view =
    aimless && noTargetView(reader, { person, period: aimless.period }, manager?.name, aimless.active.plan)
  const sentence = joinSentences(done.said, reader.locale)
  return {
    sentence,
    blocks: [text(sentence), ...(view ? view.blocks : [])],
    buttons: [],
    worthTelling: done.something,
    poolMoved: undefined,
    share: undefined,
  }
}

async function workdaysLeft(scope: Scope, person: string, period: Period, date: LocalDate): Promise<number> {
  const { to } = spanOf(period, scope.workspace.fiscalStartMonth)
  return workdaysBetween(await workdaysFor(scope, { person }), addDays(date, 1), to)
}

/** What is missing to the target, and how much that is a day; undefined: nothing, or it is not counted in money. */
function missingSentence(reader: Acting, { active, facts, next }: PayStanding, left: number) {
  const words = texts[reader.locale]
  if (metricOf(active.plan) !== undefined) return undefined
  const missing = targetOf(active.plan, facts) - facts.attainedMinor
  if (targetOf(active.plan, facts) <= 0n || missing <= 0n) return undefined
  const { currency } = reader.workspace
  const shown = (minor: bigint) => showShort(minor, currency, reader.locale)
  const each = left > 0 ? shown(perDay(missing, left, unitOf(currency))) : undefined
  if (next?.gapMinor === missing && each !== undefined) return words.ownDaysLeft(left, each)
  return words.ownMissing(shown(missing), left, each)
}

/** How the share of a pool stands against what the person knows of it. */
async function poolWords(
  reader: Acting,
  standing: PayStanding,
  period: Period,
): Promise<Pick<Line, 'poolMoved' | 'share'>> {
  const words = texts[reader.locale]
  const pool = poolShareOf(standing)
  if (!pool) return { poolMoved: undefined, share: undefined }
  const share = { period, poolMinor: Number(pool.minor), poolBps: pool.attainedBps }
  const known = await shareKnownBy(reader, reader.person.id, period)
  const [now, attained] = [money(reader, pool.minor), showPercent(pool.attainedBps, 1)]
  if (!known) return { poolMoved: pool.minor === 0n ? undefined : words.pool(now, attained), share }
  if (known.poolMinor === share.poolMinor) return { poolMoved: undefined, share }
  const [before, from] = [money(reader, known.poolMinor), showPercent(known.poolBps, 1)]
  return { poolMoved: words.poolMoved(before, now, from, attained), share }
}

/** A line's blocks, the pool's movement with them. */
export const lineBlocks = ({ blocks, poolMoved }: Line): Block[] =>
  poolMoved === undefined ? blocks : [...blocks, context(poolMoved)]
