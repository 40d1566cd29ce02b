import { SAY } from '../kernel/feature.ts'
import type { Acting } from '../kernel/scope.ts'
import { allTeams } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import { actions, type Block, heading, text } from '../view/view.ts'
import { texts } from './texts.ts'

/** The top of a person's home tab: a greeting and the usual buttons; set-up first where there is nothing yet. */
export async function homeGreeting(scope: Acting): Promise<Block[]> {
  const words = texts[scope.locale]
  const empty = (await allTeams(scope)).length === 0
  return [
    heading(words.hello(scope.person.name)),
    ...(empty ? [text(words.setUpFirst)] : []),
    actions(
      ...(empty && isAdmin(scope.person)
        ? [{ label: words.setUpNow, action: SAY, value: '/drumbeat setup', tone: 'primary' as const }]
        : []),
      { label: words.logDeal, action: SAY, value: '/deal' },
      { label: words.myCommission, action: SAY, value: '/commission' },
      { label: words.leaderboard, action: SAY, value: '/leaderboard' },
      { label: words.mySettings, action: SAY, value: '/drumbeat me' },
    ),
  ]
}
