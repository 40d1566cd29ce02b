import { type Period, shift } from '../kernel/period.ts'
import { fraction, ZERO } from './fraction.ts'
import { targetOf } from './pay.ts'
import { type Part, sumOf } from './pay-line.ts'
import type { Pool } from './pool.ts'
import { type PoolAccount, type PoolMember, poolAccount } from './pool-account.ts'
import type { Settling, Step } from './settle.ts'
import { type PoolRoot, poolMembers, poolRoot } from './structure.ts'

/** What a person puts into their pool, and what they get of it. */
export const pool: Step = async (settling, { active, person, period }, parts) => {
  const rules = active.plan.pool
  if (!rules) return parts
  const root = poolRoot(await settling.records.structure(period), person, rules.scope)
  const shared =
    root === undefined ? undefined : await sharedPool(settling, { ...active, root, period, rules })
  const at = shared?.members.findIndex((one) => one.person === person) ?? -1
  return shared && at >= 0 ? [...parts, ...linesOf(shared, at)] : parts
}

/** One pool of one period, and who shares it. */
interface SharedPool {
  rules: Pool
  members: readonly PoolMember[]
  account: PoolAccount
}

interface Which {
  /** The plan's id. */
  id: string
  root: PoolRoot
  period: Period
  rules: Pool
}

/** Worked out once for all who share it. */
function sharedPool(settling: Settling, which: Which): Promise<SharedPool> {
  const { id, root, period } = which
  return settling.keep(`pool ${id} ${root} ${period}`, async () => {
    const members = await membersOf(settling, which)
    const account = poolAccount(which.rules, members, await carriedInto(settling, which))
    return { rules: which.rules, members, account }
  })
}

/** Who is on the same plan, and what they have done; nobody for whom nothing can be calculated. */
async function membersOf(settling: Settling, { id, root, period, rules }: Which): Promise<PoolMember[]> {
  const { records } = settling
  const people = poolMembers(await records.structure(period), root, rules.scope)
  await records.together(people, period)
  const members: PoolMember[] = []
  for (const person of people) {
    if ((await records.planFor(person, period))?.id !== id) continue
    const own = await settling.ownOf(person, period)
    if (!own || own.parts === 'no target') continue
    const { facts, active } = own.draft
    members.push({
      person,
      attained: fraction(facts.attainedMinor),
      target: fraction(targetOf(active.plan, facts)),
      commission: sumOf(own.parts),
      bonus: sumOf(own.parts.filter((part) => part.kind === 'bonus' && part.bonus.name === rules.bonus)),
    })
  }
  return members
}

/** What the pool of the period before has left over, as that period's version of the plan says. */
async function carriedInto(
  { before: settling }: Settling,
  { id, root, period, rules }: Which,
): Promise<bigint> {
  const { records } = settling
  const before = shift(period, -1, records.workspace.fiscalStartMonth)
  for (const person of poolMembers(await records.structure(before), root, rules.scope)) {
    const active = await records.planFor(person, before)
    if (active?.id !== id) continue
    const then = active.plan.pool
    if (then?.unreleased !== 'carried' || then.scope !== rules.scope) return 0n
    return (await sharedPool(settling, { id, root, period: before, rules: then })).account.carriedMinor
  }
  return 0n
}

function linesOf({ rules, account }: SharedPool, at: number): Part[] {
  const { sizeMinor, carriedInMinor, attainment, release, releasedMinor, eligible } = account
  const putIn = account.putInMinor[at] ?? 0n
  const put: Part[] = putIn === 0n ? [] : [{ kind: 'pool-put-in', exact: fraction(-putIn) }]
  const share: Part = {
    kind: 'pool-share',
    scope: rules.scope,
    sizeMinor,
    carriedInMinor,
    attainment: attainment ?? ZERO,
    release,
    releasedMinor,
    eligible,
    entitled: account.entitled[at] ?? false,
    exact: fraction(account.sharesMinor[at] ?? 0n),
  }
  return [...put, share]
}
