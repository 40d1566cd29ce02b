import type { Scope } from '../kernel/scope.ts'
import { everyone, findPeople } from '../people/store.ts'
import type { PlanDocument } from './plan-document.ts'

/** A name in a plan that does not mean exactly one person; the path says where it stands. */
export interface UnknownName {
  path: readonly (string | number)[]
  sentence: string
}

/** A plan in which people are meant by id instead of by name: so it is stored, or every name that is not clear. */
export async function withPeople(
  scope: Scope,
  document: PlanDocument,
): Promise<PlanDocument | UnknownName[]> {
  const { pool } = document
  if (!pool?.weights) return document
  const unknown: UnknownName[] = []
  const weights: NonNullable<typeof pool.weights> = []
  for (const [index, one] of pool.weights.entries()) {
    if ('id' in one) {
      weights.push(one)
      continue
    }
    const [id, ...others] = await called(scope, one.person)
    if (id !== undefined && others.length === 0) weights.push({ id, weight: one.weight })
    else {
      const who = id === undefined ? 'nobody is' : `${others.length + 1} people are`
      const sentence = `pool.weights[${index + 1}]: ${who} called “${one.person}”`
      unknown.push({ path: ['pool', 'weights', index], sentence })
    }
  }
  return unknown.length > 0 ? unknown : { ...document, pool: { ...pool, weights } }
}

/** Who has left gives way to who is still here. */
async function called(scope: Scope, name: string): Promise<string[]> {
  const all = (await findPeople(scope, name)).map(({ id }) => id)
  if (all.length < 2) return all
  const here = new Set((await everyone(scope)).map(({ id }) => id))
  const staying = all.filter((id) => here.has(id))
  return staying.length > 0 ? staying : all
}

/** Whether every person is meant by id. */
export const namesNobody = ({ pool }: PlanDocument): boolean =>
  (pool?.weights ?? []).every((one) => 'id' in one)
