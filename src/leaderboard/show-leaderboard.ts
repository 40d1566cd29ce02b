import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { fromValue, type Question, readQuestion } from './question.ts'
import { standing } from './store.ts'
import { boardView } from './views.ts'

/** `/leaderboard [metric] [period] [team]`: who leads, and where I stand. */
export async function showLeaderboard(scope: Acting, input: CommandInput): Promise<Answer> {
  const question = await readQuestion(scope, input.text)
  return question instanceof Refusal ? question : answerBoard(scope, question)
}

/** The same board by another metric. */
export async function boardPressed(scope: Acting, press: Press): Promise<Answer> {
  return answerBoard(scope, await fromValue(scope, press.value))
}

const TOP = 5 // opening shows the best five, and never the last

async function answerBoard(scope: Acting, question: Question): Promise<Answer> {
  const found = await standing(scope, question.metric, question.period, {
    top: TOP,
    around: scope.person.id,
    ...(question.team ? { team: question.team.id } : {}),
  })
  return boardView(scope, question, found)
}
