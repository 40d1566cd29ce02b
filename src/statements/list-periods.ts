import type { Answer } from '../kernel/feature.ts'
import { showMoney } from '../kernel/money.ts'
import { kindOf } from '../kernel/period.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { mayReadPay } from '../people/who.ts'
import { context, heading, plain, type Spans, say, type View } from '../view/view.ts'
import { type ClosedPeriod, closedPeriods } from './period-store.ts'
import { statementsOf } from './store.ts'
import { texts } from './texts.ts'
import { openPeriod } from './which-period.ts'

/** `/commission periods`: every period that was closed, its state, and what the actor may see of its statements. */
export async function listPeriods(scope: Acting): Promise<Answer> {
  const words = texts[scope.locale]
  const closed = await closedPeriods(scope)
  if (closed.length === 0) return say(words.noPeriods)
  const rows: Spans[][] = []
  for (const one of closed.toReversed().slice(0, MOST_SHOWN)) rows.push(await rowOf(scope, one))
  const { period, state, revision, statements, total } = words.periodColumns
  const view: View = {
    summary: words.periodsTitle,
    blocks: [
      heading(words.periodsTitle),
      {
        kind: 'table',
        columns: [
          { title: period, align: 'left' },
          { title: state, align: 'left' },
          { title: revision, align: 'right' },
          { title: statements, align: 'right' },
          { title: total, align: 'right' },
        ],
        rows,
      },
      context(words.openPeriod(await openOnes(scope, closed))),
    ],
  }
  return view
}

const MOST_SHOWN = 24 // two years of months

async function rowOf(scope: Acting, { period, state, revision }: ClosedPeriod): Promise<Spans[]> {
  const words = texts[scope.locale]
  const own = await readable(scope, period, revision)
  if (own.some((one) => one.person !== scope.person.id)) await scope.saw('pay.read', `period:${period}`)
  const [first] = own
  const sum = own.reduce((total, one) => total + BigInt(one.totalMinor), 0n)
  const currency = first?.currency ?? scope.workspace.currency
  return [
    [plain(showPeriod(period, scope.locale, scope.today))],
    [plain(words.states[state])],
    [plain(revision)],
    [plain(own.length)],
    [plain(showMoney(sum, currency, scope.locale))],
  ]
}

/** Finance and admins see the sum of all; everybody else their own and their people's. */
async function readable(scope: Acting, period: string, revision: number) {
  const all = await statementsOf(scope, period, revision)
  const { roles } = scope.person
  if (roles.includes('admin') || roles.includes('finance')) return all
  if (!roles.includes('manager')) return all.filter((one) => one.person === scope.person.id)
  const own = []
  for (const one of all) if (await mayReadPay(scope, one.person)) own.push(one)
  return own
}

async function openOnes(scope: Acting, closed: readonly ClosedPeriod[]): Promise<string> {
  const kinds = new Set(closed.map((one) => kindOf(one.period)))
  const open: string[] = []
  for (const kind of ['month', 'quarter', 'year'] as const)
    if (kinds.has(kind)) open.push(showPeriod(await openPeriod(scope, kind), scope.locale, scope.today))
  return open.join(' · ')
}
