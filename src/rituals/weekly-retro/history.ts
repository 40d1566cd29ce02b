import { type Answer, type CommandInput, SAY } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import { actions, type Block, bold, heading, list, quiet, type Spans, spans, text } from '../../view/view.ts'
import type { Ritual } from '../ritual.ts'
import { sessionOf } from '../session-store.ts'
import { closedUntil, type Held } from './held-store.ts'
import { outcomeOf } from './outcome.ts'
import { texts } from './texts.ts'
import { shareOf, weekNumber } from './views.ts'
import { retrosSeen } from './which.ts'

const WEEKS = 8
const HIGHLIGHTS = 3
const LAST_WEEK_OF_ALL = '9999-W53'

/** `/retro history [team]`: the earlier weeks with who took part and what went well, the latest first. */
export async function showHistory(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const rituals = await retrosSeen(scope, typed.trim())
  if (rituals instanceof Refusal) return rituals
  const blocks: Block[] = []
  for (const ritual of rituals) blocks.push(...(await weeksOf(scope, ritual)))
  if (blocks.length === 0) return new Refusal(words.noSummary)
  return { summary: words.historyTitle(rituals.map((ritual) => ritual.team.name)), blocks }
}

async function weeksOf(scope: Acting, ritual: Ritual): Promise<Block[]> {
  const words = texts[scope.locale]
  const weeks = (await closedUntil(scope, ritual.id, LAST_WEEK_OF_ALL, WEEKS)).reverse()
  if (weeks.length === 0) return []
  const rows: Block[] = []
  for (const held of weeks) {
    const share = shareOf(held)
    const taken = words.historyLine(
      held.answered,
      held.asked ?? 0,
      share === undefined ? '' : showPercent(share, 0),
      held.late,
    )
    const highlights = await highlightsOf(scope, ritual, held)
    rows.push(text(spans(bold(words.weekTitle(weekNumber(held.occurrence))), ` ${taken}`)))
    if (highlights.length > 0) rows.push(list(highlights))
  }
  const buttons = weeks.slice(0, 4).map(({ occurrence }) => ({
    label: words.summaryButton(weekNumber(occurrence)),
    action: SAY,
    value: `/retro summary ${occurrence} ${ritual.team.name}`,
  }))
  return [heading(words.historyTitle([ritual.team.name])), ...rows, actions(...buttons)]
}

async function highlightsOf(scope: Scope, ritual: Ritual, held: Held): Promise<Spans[]> {
  const words = texts[scope.locale]
  const session = await sessionOf(scope, ritual.id, held.occurrence)
  if (!session) return []
  const { highlights, people } = await outcomeOf(scope, { ritual, session, held })
  const shown = highlights.slice(0, HIGHLIGHTS).map(({ person, said }) => {
    const name = person === undefined ? undefined : people.get(person)?.name
    return spans(...(name === undefined ? [] : [quiet(`${name} `)]), said)
  })
  const rest = highlights.length - shown.length
  return rest > 0 ? [...shown, [quiet(words.moreHighlights(rest))]] : shown
}
