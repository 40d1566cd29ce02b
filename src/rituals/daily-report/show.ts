import type { Answer, CommandInput, Press } from '../../kernel/feature.ts'
import { SAY } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import type { Team } from '../../people/teams.ts'
import { isAboveTeam } from '../../people/who.ts'
import { actions, type Block, type Button, context, say } from '../../view/view.ts'
import { removedRituals, ritualsOf } from '../store.ts'
import { lineBlocks, lineWriter } from './line.ts'
import { isSilentWhenEmpty } from './store.ts'
import { teamDay } from './team-day.ts'
import { texts } from './texts.ts'
import { dayName, reportAnswer } from './views.ts'
import { isOff } from './wanted.ts'
import { readAsked } from './which.ts'

const MOST_OTHERS = 5 // buttons to other teams; every one can be typed

/** `/report [yesterday | 11-20] [team]`: a team's day as it is known now, and where its month stood that evening. */
export async function showReport(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const asked = await readAsked(scope, typed)
  if (asked instanceof Refusal) return asked
  const { team, date, others } = asked
  const ritual = (await ritualsOf(scope, 'daily-report')).find((one) => one.team.id === team.id)
  const today = date === scope.today
  const day = await teamDay(scope, team, date, today ? ritual?.id : undefined)
  const leads = await isAboveTeam(scope, team.id)
  const view = await reportAnswer(scope, day, leads)
  const blocks = [...view.blocks, ...otherTeams(scope, others, date)]
  return { ...view, blocks: [...blocks, ...(leads ? await ledBlocks(scope, team, ritual?.id) : [])] }
}

function otherTeams(scope: Acting, others: readonly Team[], date: string): Block[] {
  if (others.length === 0) return []
  const buttons = others
    .slice(0, MOST_OTHERS)
    .map(({ name }) => ({ label: name, action: SAY, value: `report ${date} ${name}` }))
  return [context(texts[scope.locale].otherTeams), actions(...buttons)]
}

/** Who leads the team can change how it is reported. */
async function ledBlocks(scope: Acting, team: Team, ritual: string | undefined): Promise<Block[]> {
  const words = texts[scope.locale]
  if (ritual === undefined) {
    const taken = (await removedRituals(scope)).some(
      (one) => one.template === 'daily-report' && one.team.id === team.id,
    )
    const start = { label: words.start, action: 'report.start', value: team.id }
    return taken ? [] : [context(words.noRitual(team.name)), actions(start)]
  }
  const silent = await isSilentWhenEmpty(scope, ritual)
  const button: Button = silent
    ? { label: words.always, action: 'report.always', value: team.id }
    : { label: words.silent, action: 'report.silent', value: team.id }
  return [actions(button)]
}

/** The button on the team's card: one's own line of that day, as it is now. */
export async function showMine(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const date = /^\d{4}-\d\d-\d\d$/.test(value) && value <= scope.today ? value : scope.today
  const line = await lineWriter(scope)(scope.person, date)
  if (!line.worthTelling && line.poolMoved === undefined)
    return say(words.nothingOfYours(dayName(date, scope.today, scope.locale)))
  const off = await isOff(scope, scope.person.id)
  const on = off ? [{ label: words.on, action: 'report.on', value: '' }] : []
  const buttons = [...line.buttons, ...on]
  return {
    summary: line.sentence,
    blocks: [...lineBlocks(line), ...(buttons.length > 0 ? [actions(...buttons)] : [])],
  }
}
