import { totalOf } from '../deals/store.ts'
import type { Answer, Press, Prompt } from '../kernel/feature.ts'
import { joinNames } from '../kernel/locale.ts'
import { canBeReached } from '../kernel/outbox-store.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readPeriod } from '../kernel/words.ts'
import { managersOf, managersOfTeam, teamsOf } from '../people/store.ts'
import { say } from '../view/view.ts'
import { currentQuestion } from './question.ts'
import { texts } from './texts.ts'

/** Tells the person's managers, privately, that a target is missing: once a day for each person. */
export async function remindManager(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const asked = readPeriod(press.value, scope.today, scope.workspace.fiscalStartMonth)
  const period = asked ?? (await currentQuestion(scope, scope.person)).period
  const { targetMinor } = await totalOf(scope, scope.person.id, period)
  if (targetMinor) return new Refusal(words.targetThere)
  const managers = await nearestManagers(scope, scope.person.id)
  if (managers.length === 0) return new Refusal(words.nobodyToRemind)
  const reached: Person[] = []
  for (const manager of managers) if (await canBeReached(scope, manager.id)) reached.push(manager)
  const names = (people: readonly Person[]) =>
    joinNames(
      people.map((one) => one.name),
      scope.locale,
    )
  if (reached.length === 0) return new Refusal(words.notReached(names(managers)))
  let posts = 0
  for (const manager of reached) posts += (await remind(scope, manager, period)).length
  return say(posts > 0 ? words.reminded(names(reached)) : words.remindedToday(names(reached)))
}

/** Asked again as long as there is no target. */
export const targetAsked: Prompt = {
  name: 'target',
  async asked(scope, about) {
    const [person = '', period = ''] = about.split(' ')
    return !(await totalOf(scope, person, period)).targetMinor
  },
}

/** Who leads the teams that a person is in; where nobody does, the nearest manager above. */
export async function nearestManagers(scope: Scope, person: string): Promise<Person[]> {
  const own = new Map<string, Person>()
  for (const team of await teamsOf(scope, person)) {
    for (const manager of await managersOfTeam(scope, team.id))
      if (manager.id !== person) own.set(manager.id, manager)
  }
  return own.size > 0 ? [...own.values()] : (await managersOf(scope, person)).slice(0, 1)
}

function remind(scope: Acting<WriteScope>, manager: Person, period: string): Promise<string[]> {
  return scope.post({
    to: { person: manager.id },
    view: say(
      texts[manager.locale].reminder({
        who: scope.person.name,
        period,
        named: showPeriod(period, manager.locale, scope.today),
      }),
    ),
    key: `remind target ${scope.person.id} ${scope.today} ${manager.id}`,
    prompt: { name: 'target', about: `${scope.person.id} ${period}` },
  })
}
