import type { WriteScope } from '../../kernel/scope.ts'
import { onLeave } from '../../people/store.ts'
import { ownMembers } from '../audience-store.ts'
import type { Serving, Stage } from '../ritual.ts'
import { planLines } from './line-store.ts'
import { addReport, isSilentWhenEmpty } from './store.ts'
import { isEmpty, teamDay } from './team-day.ts'
import { reportCard } from './views.ts'

/**
 * Tells the team's channel what the day was, and plans a line for each of the team's own members; nobody on leave. The
 * lines are written afterwards, a few people at a time. A team without anybody in it, or below it, has no report.
 */
export async function openReport(scope: WriteScope, serving: Serving): Promise<Stage[] | undefined> {
  const { ritual, occurrence: date, lateMinutes } = serving
  const day = await teamDay(scope, ritual.team, date, ritual.id)
  if (day.members === 0) return undefined
  const silent = isEmpty(day) && (await isSilentWhenEmpty(scope, ritual.id))
  if (!silent)
    await scope.post({
      to: { channel: ritual.channel, team: ritual.team.id },
      view: await reportCard(scope, day, lateMinutes),
      subject: `report:${ritual.id}:${date}`,
    })
  const { monthDeals, monthSignedMinor, people } = day
  await addReport(scope, ritual.id, { date, monthDeals, monthSignedMinor, people })
  const away = await onLeave(scope, date)
  const present = (await ownMembers(scope, ritual.team.id)).filter((one) => !away.has(one.id))
  await planLines(
    scope,
    present.map(({ id }) => ({ person: id, date, ritual: ritual.id, changesOnly: silent, lateMinutes })),
  )
  return []
}
