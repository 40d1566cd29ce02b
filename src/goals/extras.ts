import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { contributeTo } from './contributors.ts'
import { goalNamed } from './find-goal.ts'
import type { Goal, Weight } from './goal.ts'
import { peopleNamed } from './people-named.ts'
import { texts } from './texts.ts'
import { readWeight } from './weights.ts'

/** What can be said of a goal besides what it is: what it serves, what it weighs, who is responsible and contributes. */
export interface Extras {
  parent: Goal | undefined
  weight: Weight | undefined
  lead: string | undefined
  contributors: string[]
}

/** Reads `parent=G-1 weight=40% lead=@李雷 contributors=@韩梅梅,@张伟`, and the same in Chinese. */
export async function readExtras(
  scope: Acting,
  named: Readonly<Record<string, string>>,
): Promise<Extras | Refusal> {
  const parentWord = named.parent ?? named.上级 ?? named.支撑
  const parent = parentWord === undefined ? undefined : await goalNamed(scope, parentWord)
  if (parent instanceof Refusal) return parent
  const weightWord = named.weight ?? named.权重
  const weight = weightWord === undefined ? undefined : readWeight(weightWord)
  if (weightWord !== undefined && !weight) return new Refusal(texts[scope.locale].weight.unread(weightWord))
  const lead = await readPeople(scope, named.lead ?? named.负责人)
  if (lead instanceof Refusal) return lead
  const contributors = await readPeople(scope, named.contributors ?? named.with ?? named.参与人)
  if (contributors instanceof Refusal) return contributors
  return { parent: parent?.goal, weight, lead: lead[0], contributors }
}

/** Puts those who contribute to a new goal beside it. */
export async function joinNew(
  scope: Acting<WriteScope>,
  goal: Goal,
  { contributors }: Extras,
): Promise<Refusal | undefined> {
  if (contributors.length === 0) return undefined
  const joined = await contributeTo(scope, goal, contributors, undefined)
  return joined instanceof Refusal ? joined : undefined
}

async function readPeople(scope: Acting, word: string | undefined): Promise<string[] | Refusal> {
  if (word === undefined) return []
  const named = await peopleNamed(scope, /^[@<-]/.test(word) ? word : `@${word}`)
  return named instanceof Refusal ? named : named.people.map((one) => one.id)
}
