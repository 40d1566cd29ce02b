import type { Job, Ticker } from '../kernel/feature.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { almanacOf } from './almanac.ts'
import { dueNow } from './due.ts'
import type { Ritual } from './ritual.ts'
import { nextStageAt, stagesDue } from './run-store.ts'
import { nextOccurrence } from './schedule.ts'
import { serve, serveStage } from './serve.ts'
import { allRituals } from './store.ts'

/** One job for each ritual that has something due, and one for each planned stage. */
export const ritualTicker: Ticker = {
  name: 'rituals',

  async due(scope) {
    const rituals = (await allRituals(scope)).filter((ritual) => !ritual.paused)
    if (rituals.length === 0) return []
    const openings = rituals.flatMap((ritual) => openingJob(scope, ritual))
    return [...openings, ...(await stagesDue(scope)).map(stageJob)]
  },

  async next(scope) {
    const rituals = (await allRituals(scope)).filter((ritual) => !ritual.paused)
    const openings = rituals.map(
      (ritual) => nextOccurrence(ritual.schedule, almanacOf(scope, ritual), scope.now)?.at,
    )
    return [...openings, await nextStageAt(scope)].filter((at) => at !== undefined).sort()[0]
  },
}

function openingJob(scope: Scope, ritual: Ritual): Job[] {
  const { hold, missed } = dueNow(ritual, almanacOf(scope, ritual), scope.now)
  const first = [...missed, ...hold][0]
  if (!first) return []
  return [
    {
      at: first.at,
      name: `open ${ritual.template} of ${ritual.team.id}`,
      run: (writing) => serve(writing, ritual.id),
    },
  ]
}

function stageJob(run: { ritual: string; occurrence: string; stage: string; at: Instant }): Job {
  const name = `${run.stage} ${run.occurrence} of ritual ${run.ritual}`
  return { at: run.at, name, run: (scope) => serveStage(scope, run) }
}
