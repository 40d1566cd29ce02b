import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, Submission } from '../kernel/feature.ts'
import { overlong } from '../kernel/longest.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { many, one } from '../view/form.ts'
import { settle } from './add-goal.ts'
import { isGoalPeriod, METRICS } from './goal.ts'
import { chosenOwner } from './owner.ts'
import { readGoal } from './read-goal.ts'
import { checkSmart } from './smart.ts'
import { smartFacts } from './smart-facts.ts'
import { goalById } from './store.ts'
import { texts } from './texts.ts'
import { readWeight } from './weights.ts'

/** Takes the filled form; what cannot be read is said at its field. */
export const addFromForm =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { values }: Submission): Promise<Answer> => {
    const words = texts[scope.locale]
    const metric = METRICS.find((known) => known === one(values, 'metric'))
    const name = one(values, 'name')
    const period = one(values, 'period')
    const owner = await chosenOwner(scope, one(values, 'owner') ?? `person:${scope.person.id}`)
    if (!metric || !period || !owner) return new Refusal(words.notAligned)
    const tooLong = overlong(name, 'name', scope.locale)
    if (tooLong) return { errors: { name: tooLong } }
    if (metric === 'checkin' && !name) return { errors: { name: words.form.needsName } }
    const context = { today: scope.today, fiscalStartMonth: scope.workspace.fiscalStartMonth }
    if (!isGoalPeriod(period)) return { errors: { period: words.unreadPeriod(period) } }
    const read = readGoal(one(values, 'value') ?? '', context)
    const draft = {
      ...read,
      metric,
      name: metric === 'checkin' ? (name ?? '') : '',
      period,
      vague: undefined,
      collective: undefined,
      several: [],
    }
    const parent = one(values, 'parent')
    const weightWord = one(values, 'weight')
    const weight = weightWord === undefined ? undefined : readWeight(weightWord)
    if (weightWord !== undefined && !weight) return { errors: { weight: words.weight.unread(weightWord) } }
    const smart = checkSmart(draft, await smartFacts(scope, owner, draft, undefined))
    if ('missing' in smart.measurable && smart.measurable.grown?.value === undefined)
      return { errors: { value: words.unmeasurable[smart.measurable.missing] } }
    const extras = {
      parent: parent ? await goalById(scope, parent) : undefined,
      weight,
      lead: undefined,
      contributors: many(values, 'contributors'),
    }
    return settle(scope, watchPay, owner, draft, extras)
  }
