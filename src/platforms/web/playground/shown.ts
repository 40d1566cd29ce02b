import type { Database } from '../../../db/database.ts'
import { nameOf } from './places.ts'
import { reactionsUnder } from './reactions-store.ts'
import { answerCounts, type Message } from './store.ts'
import type { Visitor } from './visitor.ts'

/** A message with what stands under it. */
export interface Shown extends Message {
  reactions: { emoji: string; people: string[] }[]
  /** How many answers its thread has that the reader may see. */
  answers: number
}

/** The messages with their reactions and answers, as the visitor sees them. */
export async function shown(
  { reads }: Database,
  { workspace, person }: Visitor,
  messages: readonly Message[],
): Promise<Shown[]> {
  const ids = messages.map((message) => message.id)
  const [reactions, answers] = await Promise.all([
    reactionsUnder(reads, workspace.id, ids),
    answerCounts(reads, workspace.id, person.id, ids),
  ])
  return messages.map((message) => ({
    ...message,
    reactions: reactions.get(message.id) ?? [],
    answers: answers.get(message.id) ?? 0,
  }))
}

/** A message as the API gives it. `visibility` is `everyone` or `private`: then only the asker sees it. */
export function messageJson(message: Shown, { people }: Visitor) {
  const nameOfPerson = (id: string) => people.find((one) => one.id === id)?.name ?? id
  return {
    id: message.id,
    in: nameOf(message.place),
    from: message.author ? nameOfPerson(message.author) : 'drumbeat',
    ...(message.author ? { person: message.author } : {}),
    visibility: message.onlyFor === undefined ? 'everyone' : 'private',
    text: message.text,
    ...(message.view ? { view: message.view } : {}),
    ...(message.thread ? { thread: message.thread } : {}),
    ...(message.subject ? { subject: message.subject } : {}),
    at: message.at,
    edited: message.edited,
    answers: message.answers,
    reactions: message.reactions.map(({ emoji, people: who }) => ({ emoji, people: who.map(nameOfPerson) })),
  }
}
