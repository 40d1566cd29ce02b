import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Instant } from '../../../kernel/time.ts'

export interface EmojiUnderMessage {
  emoji: string
  /** Ids of the people, in the order in which they reacted. */
  people: string[]
}

/** Puts a reaction under a message, or takes it away. False: nothing had to change. */
export async function setReaction(
  tables: Kysely<Tables>,
  workspace: string,
  reaction: { message: string; emoji: string; person: string; at: Instant },
  present: boolean,
): Promise<boolean> {
  if (present) {
    const added = await tables
      .insertInto('playground_reaction')
      .values({ workspace, ...reaction })
      .onConflict((conflict) => conflict.columns(['workspace', 'message', 'emoji', 'person']).doNothing())
      .returning('emoji')
      .executeTakeFirst()
    return added !== undefined
  }
  const removed = await tables
    .deleteFrom('playground_reaction')
    .where('workspace', '=', workspace)
    .where('message', '=', reaction.message)
    .where('emoji', '=', reaction.emoji)
    .where('person', '=', reaction.person)
    .returning('emoji')
    .executeTakeFirst()
  return removed !== undefined
}

/** What stands under each of these messages, in the order of the first reaction. */
export async function reactionsUnder(
  tables: Kysely<Tables>,
  workspace: string,
  messages: readonly string[],
): Promise<Map<string, EmojiUnderMessage[]>> {
  const found = new Map<string, EmojiUnderMessage[]>()
  if (messages.length === 0) return found
  const rows = await tables
    .selectFrom('playground_reaction')
    .select(['message', 'emoji', 'person'])
    .where('workspace', '=', workspace)
    .where('message', 'in', [...messages])
    .orderBy('at')
    .orderBy('person')
    .execute()
  for (const { message, emoji, person } of rows) {
    const under = found.get(message) ?? []
    const same = under.find((one) => one.emoji === emoji)
    if (same) same.people.push(person)
    else under.push({ emoji, people: [person] })
    found.set(message, under)
  }
  return found
}
