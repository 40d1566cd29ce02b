import type { PlatformPerson } from '../../../kernel/event.ts'
import type { Resident } from './residents-store.ts'

/** What a typed line asks of the bot. */
export type Addressed =
  | { kind: 'command'; name: string; text: string }
  | { kind: 'message'; text: string }
  /** Not meant for the bot: people talk among themselves. */
  | { kind: 'talk' }

/** In a channel the bot hears commands (slash lines) and mentions of itself; in private everything. */
export function addressed(line: string, inPrivate: boolean, commands: ReadonlySet<string>): Addressed {
  const [, word, text = ''] = /^[/／]\s*(\S+)\s*([\s\S]*)$/u.exec(line) ?? []
  const name = word?.toLowerCase()
  if (name !== undefined && commands.has(name)) return { kind: 'command', name, text }
  if (word !== undefined) return { kind: 'message', text: `${word} ${text}` }
  const mention = /@(?:drumbeat|战鼓)/i
  if (mention.test(line)) return { kind: 'message', text: line.replace(mention, ' ').trim() }
  return inPrivate ? { kind: 'message', text: line } : { kind: 'talk' }
}

/** The line with people's names written as mentions of their ids, and who they are; the longest name wins. */
export function withMentions(
  line: string,
  people: readonly Resident[],
): { text: string; mentions: PlatformPerson[] } {
  const byLength = people
    .filter((one) => people.every((other) => other === one || other.name !== one.name))
    .sort((a, b) => b.name.length - a.name.length)
  const mentions = new Map<string, PlatformPerson>()
  const text = line
    .split(/(?=@)/u)
    .map((part) => {
      const person = byLength.find((one) => part.startsWith(`@${one.name}`))
      if (!person) return part
      mentions.set(person.externalId, { id: person.externalId, name: person.name })
      return `<@${person.externalId}>${part.slice(person.name.length + 1)}`
    })
    .join('')
  return { text, mentions: [...mentions.values()] }
}
