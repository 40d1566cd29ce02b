import { dateAt } from '../kernel/calendar.ts'
import { showMoney } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nameOf } from '../people/who.ts'
import { type Block, context, details, list, type Spans, text } from '../view/view.ts'
import type { Basis } from './basis.ts'
import { basisOf } from './basis-store.ts'
import type { Goal } from './goal.ts'
import { paceFor } from './goal-pace.ts'
import { productOf, showGrowth } from './growing.ts'
import { type GoalWords, wordsFor } from './names.ts'
import { AHEAD_BPS, AT_RISK_BPS, ON_TRACK_BPS, shareBps } from './pace.ts'
import type { Progress } from './progress.ts'
import { checkinsOf } from './store.ts'
import { texts } from './texts.ts'

/** Beside one goal: how its value was worked out, what decides its status, and what was checked in lately. */
export async function goalDetails(scope: Scope, goal: Goal, progress: Progress): Promise<Block[]> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  const basis = await basisOf(scope, goal)
  const pace = await paceFor(scope, goal, progress)
  const judged =
    pace.forecast !== undefined && pace.method && !progress.unreported
      ? [
          words.judged(
            named.show(pace.forecast),
            named.value,
            showPercent(shareBps(pace.forecast, goal.value), 1),
          ),
        ]
      : []
  const lines = [...judged, words.thresholds(share(ON_TRACK_BPS), share(AT_RISK_BPS), share(AHEAD_BPS))]
  const checkins = goal.metric === 'checkin' ? await checkinLines(scope, goal, named) : []
  return [
    ...(basis ? [context(basisWords(scope, basis, named))] : []),
    ...(checkins.length > 1 ? [text(words.checkins), list(checkins)] : []),
    details(words.howJudged, list(lines)),
  ]
}

const share = (bps: number) => showPercent(bps, 0)

const MAX_CHECKINS = 5 // the rest stands in /goal history

async function checkinLines(scope: Scope, goal: Goal, named: GoalWords): Promise<(string | Spans)[]> {
  const words = texts[scope.locale]
  const latest = (await checkinsOf(scope, goal.id)).slice(0, MAX_CHECKINS)
  return Promise.all(
    latest.map(async (one) => {
      const on = showPeriod(dateAt(one.recordedAt, scope.workspace.zone), scope.locale, scope.today)
      const who = one.by ? await nameOf(scope, one.by) : words.bot
      const sure = one.confidence && words.confidence[one.confidence]
      return words.checkinLine(on, who, named.show(one.value), sure, one.note)
    }),
  )
}

function basisWords(scope: Scope, basis: Basis, named: GoalWords): string {
  const words = texts[scope.locale]
  if (basis.kind === 'product') {
    const average = showMoney(basis.average, scope.workspace.currency, scope.locale)
    return words.basis.product(words.drivers[basis.name], basis.count, average)
  }
  const from = named.show(basis.from)
  const on = basis.on && showPeriod(basis.on, scope.locale, scope.today)
  const growths =
    basis.kind === 'growth'
      ? showGrowth(productOf([basis.bps]))
      : basis.growths
          .map(({ name, bps }) => `${words.drivers[name]} ${showGrowth(productOf([bps]))}`)
          .join(' × ')
  return words.basis.growth(on, from, growths)
}
