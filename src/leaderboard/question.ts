import { type Period, periodOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nearest } from '../kernel/understand.ts'
import { readRuns } from '../kernel/words/runs.ts'
import { readPeriod, splitWords } from '../kernel/words.ts'
import { allTeams } from '../people/store.ts'
import type { Team } from '../people/teams.ts'
import { type Metric, metricWords, readMetric } from './metric.ts'
import { texts } from './texts.ts'

/** Which board is asked for. */
export interface Question {
  metric: Metric
  period: Period
  team?: Team
}

type Part = { metric: Metric } | { period: Period } | { team: Team }

/** Reads a metric, a period and a team's name, in any order; by default attainment, this month, everybody. */
export async function readQuestion(scope: Scope, text: string): Promise<Question | Refusal> {
  const words = splitWords(text).bare
  const teams = words.length > 0 ? await allTeams(scope) : []
  const { found, unknown } = await readRuns(words, (phrase) => readPart(scope, teams, phrase))
  const question = { ...defaultQuestion(scope) }
  for (const { meaning } of found) Object.assign(question, meaning)
  const [word] = unknown
  return word === undefined
    ? question
    : notUnderstood(
        scope,
        found.map(({ meaning }) => meaning),
        word,
        teams,
      )
}

/** A question as a button carries it. */
export const asValue = ({ metric, period, team }: Question) => [metric, period, team?.id].join(' ')

/** The question of a button; what it cannot say any more is as by default. */
export async function fromValue(scope: Scope, value: string): Promise<Question> {
  const [metric = '', period = '', teamId = ''] = value.split(' ')
  const team = teamId === '' ? undefined : (await allTeams(scope)).find((one) => one.id === teamId)
  const usual = defaultQuestion(scope)
  return {
    metric: readMetric(metric) ?? usual.metric,
    period: readPeriod(period, scope.today, scope.workspace.fiscalStartMonth) ?? usual.period,
    ...(team ? { team } : {}),
  }
}

function defaultQuestion(scope: Scope): Question {
  return { metric: 'attainment', period: periodOf(scope.today, 'month', scope.workspace.fiscalStartMonth) }
}

function readPart(scope: Scope, teams: readonly Team[], phrase: string): Part | undefined {
  const metric = readMetric(phrase)
  if (metric) return { metric }
  const typed = phrase.normalize('NFC').toLowerCase()
  const team = teams.find((one) => one.name.toLowerCase() === typed)
  if (team) return { team }
  const period = readPeriod(phrase, scope.today, scope.workspace.fiscalStartMonth)
  return period === undefined ? undefined : { period }
}

function notUnderstood(scope: Scope, parts: readonly Part[], word: string, teams: readonly Team[]): Refusal {
  const words = texts[scope.locale]
  const understood = parts.map((part) => {
    if ('metric' in part) return words.metrics[part.metric]
    return 'team' in part ? part.team.name : showPeriod(part.period, scope.locale)
  })
  const near = nearest(word, [...metricWords(), ...teams.map((team) => team.name)])
  return new Refusal(words.notUnderstood({ understood, word, near }))
}
