import type { Period } from '../kernel/period.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { type Block, context, heading, list, plain, text, type View } from '../view/view.ts'
import type { Backtest, Tried, TriedPeriod } from './backtest.ts'
import { money, type Reader } from './figures.ts'
import { lineInWords } from './line-words.ts'
import { attainmentPpm, pay } from './pay.ts'
import { planTexts } from './plan-texts.ts'

const EXPLAINED = 3 // the largest differences; the table has all the others

/** What a draft would have cost: in all, for each person, and where the largest differences come from. */
export function backtestView(
  reader: Reader,
  draft: string,
  months: readonly Period[],
  result: Backtest,
): View {
  const words = planTexts[reader.locale]
  const { people, nowMinor, draftMinor } = result
  const title = words.backtestTitle(draft, months[0] ?? '', months.at(-1) ?? '')
  const gain = people.filter((one) => differenceOf(one) > 0n).length
  const lose = people.filter((one) => differenceOf(one) < 0n).length
  const sentence = words.backtestSum({
    now: money(reader, nowMinor),
    draft: money(reader, draftMinor),
    difference: signed(reader, draftMinor - nowMinor),
    gain,
    lose,
    same: people.length - gain - lose,
  })
  const aimless = people.filter((one) => one.draft.some((period) => period.payMinor === undefined)).length
  const largest = people.filter((one) => differenceOf(one) !== 0n).toSorted(byDifference)
  return {
    summary: title,
    blocks: [
      heading(title),
      text(sentence),
      ...(aimless > 0 ? [context(words.backtestNoTarget(aimless))] : []),
      ...(people.length > 0 ? [peopleTable(reader, people)] : []),
      ...largest.slice(0, EXPLAINED).flatMap((one) => explained(reader, one)),
    ],
  }
}

export const differenceOf = (one: Tried): bigint => one.draftMinor - one.nowMinor

function peopleTable(reader: Reader, people: readonly Tried[]): Block {
  const { person, now, draft, difference } = planTexts[reader.locale].backtestColumns
  return {
    kind: 'table',
    columns: [
      { title: person, align: 'left' },
      { title: now, align: 'right' },
      { title: draft, align: 'right' },
      { title: difference, align: 'right' },
    ],
    rows: people
      .toSorted(byDifference)
      .map((one) => [
        [plain(one.person.name)],
        [plain(money(reader, one.nowMinor))],
        [plain(money(reader, one.draftMinor))],
        [plain(signed(reader, differenceOf(one)))],
      ]),
  }
}

/** One person's periods by both plans, each with its lines. */
function explained(reader: Reader, one: Tried): Block[] {
  const words = planTexts[reader.locale]
  return [
    text(words.backtestPerson(one.person.name, signed(reader, differenceOf(one)))),
    list([
      ...one.now
        .filter(isTelling)
        .map((period) => `${words.backtestColumns.now}, ${periodInWords(reader, period)}`),
      ...one.draft
        .filter(isTelling)
        .map((period) => `${words.backtestColumns.draft}, ${periodInWords(reader, period)}`),
    ]),
  ]
}

/** A period in which nothing was signed and nothing paid explains nothing. */
const isTelling = ({ facts, payMinor }: TriedPeriod) => facts.creditMinor !== 0n || payMinor !== 0n

function periodInWords(reader: Reader, { period, plan, facts, payMinor, settled }: TriedPeriod): string {
  const words = planTexts[reader.locale]
  if (payMinor === undefined) return `${period}: ${words.notCalculated}`
  const result = settled ?? pay(plan, facts)
  const lines = result === 'no target' ? [] : result.lines.map((line) => lineInWords(reader, line))
  const ppm = attainmentPpm(plan, facts)
  const attained = ppm === undefined ? money(reader, facts.attainedMinor) : showPercent(ppm / 100)
  return `${period}, ${attained}: ${money(reader, payMinor)}${lines.length > 0 ? ` (${lines.join('; ')})` : ''}`
}

function signed(reader: Reader, minor: bigint): string {
  return minor > 0n ? `+${money(reader, minor)}` : money(reader, minor)
}

/** The largest difference first, whichever way; among equals by name. */
function byDifference(a: Tried, b: Tried): number {
  const [left, right] = [size(differenceOf(a)), size(differenceOf(b))]
  return left > right ? -1 : left < right ? 1 : a.person.name < b.person.name ? -1 : 1
}

const size = (value: bigint) => (value < 0n ? -value : value)
