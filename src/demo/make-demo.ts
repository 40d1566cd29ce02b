import { activatePlan } from '../commission/active-plan.ts'
import { builtInPlan } from '../commission/readings.ts'
import { collect, isObstacle } from '../deals/changes.ts'
import { ledgerOf } from '../deals/ledger-of.ts'
import { addEntries, logMany } from '../deals/store.ts'
import { createGoal } from '../goals/change-goal.ts'
import { setPersonTarget } from '../goals/set-target.ts'
import { addProducts } from '../imports/product-store.ts'
import { addDays, periodOf, shift } from '../kernel/period.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { addPerson, addTeam, changeWorkspace, grant, joinTeam } from '../people/store.ts'
import { ensureRituals } from '../rituals/ensure.ts'
import { ADMIN, type DemoMember, FINANCE, HEAD, PRODUCTS, TEAMS } from './cast.ts'
import { demoMonths, quarterOf } from './quarter.ts'

/** Everybody has been there from before the first deal. */
const FROM = '2020-01-01'
const RATE = '5%'
/** Every third deal has been paid for, this many days after it was signed. */
const PAID_AFTER_DAYS = 12

/** Fills an empty workspace with people, a plan, goals, rituals and a quarter of deals. */
export async function makeDemo(scope: WriteScope): Promise<void> {
  await changeWorkspace(scope, { workdays: 'china' })
  const company = await addTeam(scope, { name: scope.workspace.name })
  await joinTeam(scope, company, await addPerson(scope, { name: HEAD }), 'manager', FROM)
  const members: ({ id: string; team: string } & DemoMember)[] = []
  const teams: { id: string; target: number }[] = []
  for (const team of TEAMS) {
    const id = await addTeam(scope, { name: team.name, parent: company })
    await joinTeam(scope, id, await addPerson(scope, { name: team.manager }), 'manager', FROM)
    for (const member of team.members) {
      const person = await addPerson(scope, { name: member.name })
      await joinTeam(scope, id, person, 'member', FROM)
      members.push({ ...member, id: person, team: id })
    }
    teams.push({ id, target: team.members.reduce((sum, member) => sum + member.target, 0) })
  }
  await grant(scope, await addPerson(scope, { name: ADMIN }), 'admin')
  await grant(scope, await addPerson(scope, { name: FINANCE }), 'finance')
  await addProducts(
    scope,
    PRODUCTS.map(({ name, series, price }) => ({ name, series, priceMinor: price * 100 })),
  )
  const [firstMonth = periodOf(scope.today, 'month')] = demoMonths(scope.today)
  await activatePlan(scope, builtInPlan(RATE), `${firstMonth}-01`)
  await setGoals(scope, teams, members)
  await logQuarter(scope, members)
  await ensureRituals(scope)
}

/** The quarter for the company, and this month and the next for everybody: the month's calibration finds its goals. */
async function setGoals(
  scope: WriteScope,
  teams: readonly { id: string; target: number }[],
  members: readonly ({ id: string } & DemoMember)[],
): Promise<void> {
  const month = periodOf(scope.today, 'month')
  const monthly = teams.reduce((sum, team) => sum + team.target, 0) * 100
  const signing = { metric: 'signed', name: '', unit: '' } as const
  const quarter = await createGoal(
    scope,
    {
      ...signing,
      period: periodOf(scope.today, 'quarter'),
      level: 'company',
      owner: '',
      parent: undefined,
      value: monthly * 3,
    },
    undefined,
  )
  for (const period of [month, shift(month, 1)]) {
    const parent = periodOf(`${period}-01`, 'quarter') === quarter.period ? quarter.id : undefined
    const company = { ...signing, period, level: 'company', owner: '', parent, value: monthly } as const
    const { id } = await createGoal(scope, company, undefined)
    for (const team of teams) {
      const goal = { ...signing, period, level: 'team', owner: team.id, parent: id } as const
      await createGoal(scope, { ...goal, value: team.target * 100 }, undefined)
    }
  }
  for (const member of members)
    for (const period of [...demoMonths(scope.today), shift(month, 1)])
      await setPersonTarget(scope, member.id, period, member.target * 100)
}

async function logQuarter(
  scope: WriteScope,
  members: readonly ({ id: string } & DemoMember)[],
): Promise<void> {
  const deals = members.flatMap((member) => quarterOf(member, scope.today))
  deals.sort((a, b) => (a.signedOn < b.signedOn ? -1 : a.signedOn > b.signedOn ? 1 : 0))
  const logged = await logMany(scope, deals)
  for (const deal of logged.filter((_, index) => index % 3 === 0)) {
    const on = addDays(deal.signedOn, PAID_AFTER_DAYS)
    if (on >= scope.today) continue
    const entry = collect(scope, await ledgerOf(scope, deal), undefined, on)
    if (!isObstacle(entry)) await addEntries(scope, deal, [entry])
  }
}
