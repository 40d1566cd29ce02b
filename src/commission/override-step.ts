import type { Period } from '../kernel/period.ts'
import { type Fraction, fraction, ZERO } from './fraction.ts'
import { type LedTeam, overrideLines } from './override.ts'
import { type Part, sumOf } from './pay-line.ts'
import type { Plan } from './plan.ts'
import type { Records } from './records.ts'
import type { Settling, Step } from './settle.ts'
import { ledTeams } from './structure.ts'

/** What who leads teams gets of their members' deals; neither gated nor capped by what the plan says of their own. */
export const override: Step = async (settling, { active: { plan }, person, period }, parts) => {
  const rules = plan.override
  if (!rules) return parts
  const { records } = settling
  const led = ledTeams(await records.structure(period), person, rules.scope)
  await records.together(
    led.flatMap(({ people }) => people),
    period,
  )
  const teams: LedTeam[] = []
  for (const { team, people } of led) {
    const members: LedTeam['members'][number][] = []
    for (const one of people)
      members.push({
        person: one,
        credit: rules.of === 'credit' ? await creditOf(records, one, period, plan) : ZERO,
        commission: rules.of === 'commission' ? await commissionOf(settling, one, period) : ZERO,
      })
    teams.push({ team, members })
  }
  const lines = overrideLines(rules, person, teams).map(
    (line): Part => ({ kind: 'override', rate: rules.rate, measure: rules.of, ...line }),
  )
  return [...parts, ...lines]
}

/** What somebody has signed in the period, or, where the manager's plan pays on collection, what has come in. */
async function creditOf(records: Records, person: string, period: Period, { pay }: Plan): Promise<Fraction> {
  if (pay !== 'collected') return fraction(await records.signed(person, period))
  const moved = await records.moved(person, period)
  return fraction(moved.reduce((sum, one) => sum + BigInt(one.collectedMinor), 0n))
}

async function commissionOf(settling: Settling, person: string, period: Period): Promise<Fraction> {
  const own = await settling.ownOf(person, period)
  return own && own.parts !== 'no target' ? sumOf(own.parts) : ZERO
}
