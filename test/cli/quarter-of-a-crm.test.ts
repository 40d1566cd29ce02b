import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { payByPerson, readDeals, readPlan } from '../statements/independent-total.ts'
import { type Crm, crms, managersOf, sayWithoutCrm, valueIn } from './crm.ts'
import { numbersOf, payroll, total } from './csv-out.ts'
import { inFolder } from './drumbeat.ts'

sayWithoutCrm('a quarter of a CRM')

const shipped = (name: string) => readFileSync(join(import.meta.dirname, '../../plans', name), 'utf8')

const BY_PRODUCT = `name: By product
period: quarter
attain: signed
pay: signed
rate: 4%
rates:
  - when: { product: GTXPro }
    rate: 6.25%
  - when: { product: gtx pro }
    rate: 5.5%
  - when: { product: MG Special }
    rate: 0.125
tiers:
  - unlock: 80%
    covers: { from: 0% }
    rate: { multiply: 1 }
  - unlock: 100%
    covers: { from: 100% }
    rate: { add: 2.5% }
caps:
  deal: 250
`

const PLANS: [name: string, yaml: string][] = [
  [
    'the default ladder by quarter',
    shipped('default-ladder.yml').replace('period: month', 'period: quarter'),
  ],
  ['marginal tiers', shipped('marginal-tiers.yml')],
  ['rates by product and a cap on a deal', BY_PRODUCT],
]

describe.each(await crms())('the fourth quarter of 2017 in $name', { timeout: 60_000 }, (crm) => {
  let imported: ReturnType<typeof inFolder>
  const targets = targetsOf(crm)

  beforeAll(async () => {
    imported = inFolder({ 'people.csv': crm.people, 'deals.csv': crm.deals })
    await imported.drumbeat('import', 'people', 'people.csv', '--admin', crm.admin)
    await imported.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    for (const [person, target] of targets) {
      const line = `/goal add ${person} 2017-Q4 signed ${target}`
      const { out } = await imported.drumbeat('say', '--as', crm.admin, line)
      expect(out).toContain(` ${person}: signed, Q4 2017: `)
    }
  })

  test.each(PLANS)('pays by %s as the documentation says', async (_, yaml) => {
    const place = inFolder({ 'plan.yml': yaml })
    cpSync(join(imported.folder, 'data'), join(place.folder, 'data'), { recursive: true })
    const says = async (text: string, as = crm.admin) => (await place.drumbeat('say', '--as', as, text)).out
    const print = async (person: string, ...more: string[]) =>
      (await place.drumbeat('statement', '--period', '2017-Q4', '--person', person, ...more)).out
    const independently = (corrected: Record<string, string>) =>
      payByPerson(readPlan(yaml), quarterOf(crm, corrected), targets)
    const [disputed, refunded] = twoDeals(crm, targets)
    const numbers = await numbersOf(place)
    const [disputedNumber, refundedNumber] = [numbers.get(disputed.id), numbers.get(refunded.id)]

    await place.drumbeat('plan', 'activate', 'plan.yml', '--from', '2017-10-01')
    expect(await says('/commission freeze 2017-Q4')).toContain('Q4 2017 is frozen')
    expect(await payroll(place, '2017-Q4', 'total')).toEqual(independently({}))

    await says(`/commission flag ${disputedNumber} the contract says more`, disputed.person)
    const more = valueIn(crm, disputed.id) + 1234
    expect(await says(`/deal amend ${disputedNumber} amount=${more} reason=contract`)).toContain('amended')
    expect(await says('/commission dispute 1 accept as in the contract')).toContain('#1: accepted')
    expect(await says('/commission reissue 2017-Q4 dispute 1')).toContain('revision 2')
    const stated = await payroll(place, '2017-Q4', 'total')
    expect(stated).toEqual(independently({ [disputed.id]: '1234' }))

    for (const manager of managersOf(crm)) await says('/commission approve 2017-Q4', manager)
    expect(await says('/commission approve 2017-Q4')).toContain('is approved and stays as it is')
    expect(await says('/commission paid 2017-Q4')).toContain('has been paid')
    const people = [...stated.keys()]
    const issued = await Promise.all(people.map((person) => print(person)))
    const closed = new Date().toISOString()

    const amount = valueIn(crm, refunded.id) - 7
    expect(await says(`/deal refund ${refundedNumber} ${amount} returned`)).toContain('refunded')
    const after = independently({ [disputed.id]: '1234', [refunded.id]: `-${amount}` })
    expect(await Promise.all(people.map((person) => print(person)))).toEqual(issued)
    expect(await Promise.all(people.map((person) => print(person, '--as-of', closed)))).toEqual(issued)
    const anew = JSON.parse(await print(refunded.person, '--as-of', '2100-01-01T00:00:00Z'))
    expect(BigInt(anew.earnedMinor)).toBe(after.get(refunded.person))

    expect(await says('/commission freeze 2018-Q1')).toContain('Q1 2018 is frozen')
    const adjusted = await payroll(place, '2018-Q1', 'adjustments')
    expect(adjusted.get(refunded.person)).toBeLessThan(0n)
    expect(new Map([...stated].map(([name, cents]) => [name, cents + (adjusted.get(name) ?? 0n)]))).toEqual(
      after,
    )
    expect(total(stated) + total(adjusted)).toBe(total(after))
  })
})

const quarterOf = (crm: Crm, corrected: Record<string, string> = {}) =>
  readDeals(crm.deals, '2017-10-01', '2017-12-31', corrected)

/** So that people stand on every step of a ladder, some exactly on its edge; the last one has no target. */
function targetsOf(crm: Crm): Map<string, string> {
  const credits = new Map<string, bigint>()
  for (const { person, credit } of quarterOf(crm))
    credits.set(person, (credits.get(person) ?? 0n) + (credit.n * 100n) / credit.d)
  const attained = [7000n, 8000n, 8500n, 10_000n, 10_100n, 13_000n, 9999n] // hundredths of a percent
  return new Map(
    [...credits].slice(0, -1).map(([person, cents], index) => {
      const target = (cents * 10_000n) / (attained[index % attained.length] ?? 1n)
      return [person, `${target / 100n}.${String(target % 100n).padStart(2, '0')}`]
    }),
  )
}

type Deal = ReturnType<typeof readDeals>[number]

/** The first deal of somebody below the target, and the largest of somebody exactly on it. */
function twoDeals(crm: Crm, targets: Map<string, string>): [disputed: Deal, refunded: Deal] {
  const [, , below, exactly] = [...targets.keys()]
  const of = (person: string | undefined) => quarterOf(crm).filter((deal) => deal.person === person)
  const [disputed] = of(below)
  const [refunded] = of(exactly).sort((a, b) => Number(b.credit.n - a.credit.n))
  if (!disputed || !refunded) throw new Error('These people have no deals.')
  return [disputed, refunded]
}
