import type { Period } from '../kernel/period.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { type Block, context, heading, list, plain, text, type View } from '../view/view.ts'
import { type Backtest, byDifference, differenceOf, type Explained, type Tried } from './backtest.ts'
import { money, type Reader } from './figures.ts'
import { lineInWords } from './line-words.ts'
import { attainmentPpm } from './pay.ts'
import { planTexts } from './plan-texts.ts'
import type { TriedPeriod } from './trial.ts'

/** What a draft would have cost: in all, for each person, and where the largest differences come from. */
export function backtestView(
  reader: Reader,
  draft: string,
  months: readonly Period[],
  result: Backtest,
): View {
  const words = planTexts[reader.locale]
  const { people, nowMinor, draftMinor, explained } = result
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
  const aimless = people.filter((one) => one.aimless).length
  return {
    summary: title,
    blocks: [
      heading(title),
      text(sentence),
      ...(aimless > 0 ? [context(words.backtestNoTarget(aimless))] : []),
      ...(people.length > 0 ? [peopleTable(reader, people)] : []),
      ...explained.flatMap((one) => explanation(reader, one)),
    ],
  }
}

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
function explanation(reader: Reader, { tried, now, draft }: Explained): Block[] {
  const words = planTexts[reader.locale]
  const told = (periods: readonly TriedPeriod[], by: string) =>
    periods.filter(isTelling).map((period) => `${by}, ${periodInWords(reader, period)}`)
  return [
    text(words.backtestPerson(tried.person.name, signed(reader, differenceOf(tried)))),
    list([...told(now, words.backtestColumns.now), ...told(draft, words.backtestColumns.draft)]),
  ]
}

/** A period in which nothing was signed and nothing paid explains nothing. */
const isTelling = ({ facts, pay }: TriedPeriod) =>
  facts?.creditMinor !== 0n || typeof pay === 'string' || pay.totalMinor !== 0n

function periodInWords(reader: Reader, { period, active, facts, pay }: TriedPeriod): string {
  const words = planTexts[reader.locale]
  if (typeof pay === 'string' || !active || !facts) return `${period}: ${words.notCalculated}`
  const lines = pay.lines.map((line) => lineInWords(reader, line))
  const ppm = attainmentPpm(active.plan, facts)
  const attained = ppm === undefined ? money(reader, facts.attainedMinor) : showPercent(ppm / 100)
  return `${period}, ${attained}: ${money(reader, pay.totalMinor)}${lines.length > 0 ? ` (${lines.join('; ')})` : ''}`
}

function signed(reader: Reader, minor: bigint): string {
  return minor > 0n ? `+${money(reader, minor)}` : money(reader, minor)
}
