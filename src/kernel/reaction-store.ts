import { rowsOf, type Scope } from './scope.ts'
import type { Instant } from './time.ts'

export interface ReactionState {
  platform: string
  home: string
  channel: string
  message: string
  emoji: string
  person: string
  present: boolean
  at: Instant
}

/**
 * Takes a reaction's state in, in whatever order events arrive: the later event wins, on ties the removal.
 * True: the state has changed.
 */
export async function takeReaction(scope: Scope, state: ReactionState): Promise<boolean> {
  const before = await rowsOf(scope)
    .selectFrom('reaction')
    .select(['present', 'event_at'])
    .where('workspace', '=', scope.workspace.id)
    .where('platform', '=', state.platform)
    .where('home', '=', state.home)
    .where('channel', '=', state.channel)
    .where('message', '=', state.message)
    .where('emoji', '=', state.emoji)
    .where('person', '=', state.person)
    .executeTakeFirst()
  if (before && before.event_at > state.at) return false
  if (before && before.event_at === state.at && state.present) return false
  const present = state.present ? 1 : 0
  const { platform, home, channel, message, emoji, person } = state
  await rowsOf(scope)
    .insertInto('reaction')
    .values({
      workspace: scope.workspace.id,
      platform,
      home,
      channel,
      message,
      emoji,
      person,
      present,
      event_at: state.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace', 'platform', 'home', 'channel', 'message', 'emoji', 'person'])
        .doUpdateSet({ present, event_at: state.at }),
    )
    .execute()
  return (before?.present ?? 0) !== present
}
