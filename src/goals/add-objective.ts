import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { overlong } from '../kernel/longest.ts'
import { periodOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { splitWords } from '../kernel/words.ts'
import { many, one } from '../view/form.ts'
import { actions, context, text as textBlock, type View } from '../view/view.ts'
import { canServe } from './above.ts'
import { refuseStranger } from './ask-target.ts'
import { createGoal } from './change-goal.ts'
import { type Extras, joinNew, readExtras } from './extras.ts'
import { type Goal, isGoalPeriod, OBJECTIVE, WHOLE_BPS } from './goal.ts'
import { wordsFor } from './names.ts'
import { objectiveForm } from './objective-form.ts'
import { chosenOwner, findOwner, maySet, type Owner } from './owner.ts'
import { findPeriod, type PeriodFound } from './read-period.ts'
import { goalById, goalFor } from './store.ts'
import { texts } from './texts.ts'
import { weightUseless } from './weigh-goal.ts'
import { readWeight } from './weights.ts'

/** `/goal objective 公司 2027年 成为华东第一 [上级=G-1] [权重=60%]`; bare, it opens the form. */
export async function addObjective(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].objective
  if (text.trim() === '') return openObjectiveForm(scope)
  const { bare, named } = splitWords(text)
  const found = await findOwner(scope, bare.join(' '))
  if (found instanceof Refusal) return found
  const { fiscalStartMonth } = scope.workspace
  const when = leadingYear(found.rest) ?? findPeriod(found.rest, scope.today, fiscalStartMonth)
  const sentence = (when?.rest ?? found.rest).replace(/\s+/g, ' ').replace(/^[\s:：,，]+|[\s,，]+$/g, '')
  if (sentence === '') return new Refusal(words.noSentence)
  if (!when) {
    const command = scope.locale === 'en' ? '/goal objective' : '目标 大目标'
    const quarter = periodOf(scope.today, 'quarter', fiscalStartMonth)
    return new Refusal(
      words.noPeriod([command, found.owner.word, quarter, sentence].filter(Boolean).join(' ')),
    )
  }
  const extras = await readExtras(scope, named)
  if (extras instanceof Refusal) return extras
  return store(scope, found.owner, sentence, when.period, extras)
}

/** `2027 Be first in the east`: no number follows that the year could be mistaken for. */
function leadingYear(text: string): PeriodFound | undefined {
  const [all, period, rest = ''] = /^\s*(20\d\d)(?:\s+(.*))?$/s.exec(text) ?? []
  return all === undefined || period === undefined ? undefined : { period, rest }
}

/** Asks for the same in a form. */
export async function openObjectiveForm(scope: Acting, press?: Press): Promise<Answer> {
  return { form: await objectiveForm(scope, press?.value) }
}

export async function addObjectiveFromForm(
  scope: Acting<WriteScope>,
  { values }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const owner = await chosenOwner(scope, one(values, 'owner') ?? `person:${scope.person.id}`)
  const period = one(values, 'period') ?? ''
  const sentence = one(values, 'sentence')
  if (!owner) return new Refusal(words.notAligned)
  if (!isGoalPeriod(period)) return { errors: { period: words.unreadPeriod(period) } }
  if (!sentence) return { errors: { sentence: words.objective.noSentence } }
  const tooLong = overlong(sentence, 'name', scope.locale)
  if (tooLong) return { errors: { sentence: tooLong } }
  const weightWord = one(values, 'weight')
  const weight = weightWord === undefined ? undefined : readWeight(weightWord)
  if (weightWord !== undefined && !weight) return { errors: { weight: words.weight.unread(weightWord) } }
  const parent = one(values, 'parent')
  const extras = {
    parent: parent ? await goalById(scope, parent) : undefined,
    weight,
    lead: undefined,
    contributors: many(values, 'contributors'),
  }
  return store(scope, owner, sentence, period, extras)
}

async function store(
  scope: Acting<WriteScope>,
  { level, owner }: Owner,
  name: string,
  period: string,
  extras: Extras,
): Promise<Answer> {
  const words = texts[scope.locale]
  const tooLong = overlong(name, 'name', scope.locale)
  if (tooLong) return new Refusal(tooLong)
  const slot = { level, owner, metric: OBJECTIVE, name, period } as const
  const existing = await goalFor(scope, slot)
  if (existing) {
    const known = await wordsFor(scope, existing)
    return new Refusal(words.exists(known.label, known.name, known.value))
  }
  const { parent, weight, lead } = extras
  if (parent && !(await canServe(scope, slot, parent)))
    return new Refusal(words.cannotServe(`G-${parent.number}`))
  const useless = weightUseless(scope, parent, weight)
  if (useless) return new Refusal(useless)
  if ((await maySet(scope, slot)) !== 'yes') return refuseStranger(scope, slot)
  const goal = await createGoal(
    scope,
    {
      ...slot,
      unit: '',
      parent: parent?.id,
      value: WHOLE_BPS,
      weight,
      lead: level === 'person' ? undefined : lead,
    },
    undefined,
  )
  return (await joinNew(scope, goal, extras)) ?? addedObjective(scope, goal)
}

async function addedObjective(scope: Acting, goal: Goal): Promise<View> {
  const words = texts[scope.locale].objective
  const { label, name } = await wordsFor(scope, goal)
  const sentence = words.added(label, name)
  return {
    summary: sentence,
    blocks: [
      textBlock(sentence),
      context(words.next(label)),
      actions({ label: words.keyResult, action: 'goal.add', value: goal.id, tone: 'primary' }),
    ],
  }
}
