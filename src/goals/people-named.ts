import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person } from '../kernel/scope.ts'
import { everyone } from '../people/store.ts'
import { whoIsMeant } from '../people/who.ts'

/** Whom a line names: `@李雷 -@韩梅梅`, or nobody at all (`无`, none). */
export interface Named {
  people: Person[]
  /** Those with a minus before them. */
  without: Person[]
  /** Somebody wrote that it is nobody. */
  nobody: boolean
  rest: string
}

const NOBODY = /^(?:无|没有|清空|none|nobody)(?=\s|$)/i

/** Reads the people at the beginning of a line, by mention or name; names may have blanks in them. */
export async function peopleNamed(scope: Acting, text: string): Promise<Named | Refusal> {
  const all = await everyone(scope)
  const people: Person[] = []
  const without: Person[] = []
  let left = text.normalize('NFKC').trim()
  const none = NOBODY.exec(left)
  if (none) return { people, without, nobody: true, rest: left.slice(none[0].length).trim() }
  for (;;) {
    const sign = /^([-−])?\s*(?=<@|@)/.exec(left)
    if (!sign) return { people, without, nobody: false, rest: left }
    left = left.slice(sign[0].length)
    const word = /^<@[^>]+>/.exec(left)?.[0] ?? atName(left, all)
    const who = await whoIsMeant(scope, word)
    if (who instanceof Refusal) return who
    const list = sign[1] ? without : people
    if (!list.some((one) => one.id === who.id)) list.push(who)
    left = left.slice(word.length).replace(/^[\s,，、;和]+/, '')
  }
}

/** `@` with the longest name that somebody has, or with the next word. */
function atName(text: string, all: readonly Person[]): string {
  const lower = text.slice(1).toLowerCase()
  const fitting = all
    .map((one) => one.name.normalize('NFKC'))
    .filter((name) => name !== '' && lower.startsWith(name.toLowerCase()))
  const longest = fitting.sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? (/^@[^\s,，、]*/.exec(text)?.[0] ?? '@') : text.slice(0, longest.length + 1)
}
