import type { Command, Subcommand } from './feature.ts'
import type { Locale } from './locale.ts'

export type Understood =
  | { command: Command; subcommand: Subcommand; text: string }
  | { unknown: 'command'; word: string; nearest: string | undefined }
  | { unknown: 'subcommand'; command: Command; word: string; nearest: Subcommand | undefined }

/**
 * Reads `提成 算法` or `/commission explain` as a command, its subcommand, and the rest. A subcommand's alias that only
 * one command has stands alone as well: `试算 5万`.
 */
export function understandText(commands: readonly Command[], text: string): Understood {
  const typed = text.trim().replace(/^\//, '')
  const [word, rest] = firstWord(typed)
  const command = commands.find((one) => named(one, word))
  if (command) return understandCommand(command, rest)
  const [owner, another] = commands.filter((one) =>
    one.subcommands.some((part) => part.name !== '' && part.aliases.includes(word)),
  )
  if (owner && !another) return understandCommand(owner, typed)
  const names = commands.flatMap((one) => [one.name, ...one.aliases])
  return { unknown: 'command', word, nearest: nearest(word, names) }
}

/** Reads what stands after a command's name. */
export function understandCommand(command: Command, text: string): Understood {
  const [word, rest] = firstWord(text.trim())
  const byName = command.subcommands.find((one) => one.name !== '' && word !== '' && named(one, word))
  if (byName) return { command, subcommand: byName, text: rest }
  const bare = command.subcommands.find((one) => one.name === '')
  if (word === '' && bare) return { command, subcommand: bare, text: '' }
  const meant = command.otherwise?.(text.trim())
  const byMeaning = command.subcommands.find((one) => one.name === meant)
  if (byMeaning) return { command, subcommand: byMeaning, text: text.trim() }
  if (bare?.usage && !command.otherwise) return { command, subcommand: bare, text: text.trim() }
  const names = command.subcommands.flatMap((one) => [one.name, ...one.aliases]).filter((name) => name !== '')
  const close = nearest(word, names)
  return {
    unknown: 'subcommand',
    command,
    word,
    nearest: command.subcommands.find((one) => close !== undefined && named(one, close)),
  }
}

/** The candidate that a mistyped word is closest to, if it is close enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  let best: { name: string; distance: number } | undefined
  for (const name of candidates) {
    const distance = editDistance(typed, name.toLowerCase())
    if (
      distance <= Math.max(1, Math.floor(name.length / 3)) &&
      distance < name.length &&
      distance < (best?.distance ?? 99)
    )
      best = { name, distance }
  }
  return best?.name
}

/** A subcommand as it would be typed: `/deal list` where a slash was, `签单 列表` in words of the language. */
export function asTyped(locale: Locale, slash: boolean, command: Command, subcommand: Subcommand): string {
  return slash
    ? `/${command.name} ${subcommand.name}`
    : `${calledIn(locale, command)} ${calledIn(locale, subcommand)}`
}

/** What something is called in a language: its own English name, or its first Chinese alias. */
export function calledIn(locale: Locale, one: { name: string; aliases: string[] }): string {
  if (locale === 'en') return one.name
  return one.aliases.find((alias) => /\p{Script=Han}/u.test(alias)) ?? one.name
}

function named(one: { name: string; aliases: string[] }, word: string): boolean {
  const typed = word.toLowerCase()
  return one.name.toLowerCase() === typed || one.aliases.some((alias) => alias.toLowerCase() === typed)
}

function firstWord(text: string): [word: string, rest: string] {
  const match = /^(\S+)\s*([\s\S]*)$/u.exec(text)
  return [match?.[1] ?? '', match?.[2] ?? '']
}

/** How many slips lie between two words: a character missing, added, changed, or swapped with its neighbour. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 4) return 99
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 99) + 1 : 99
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 99
}
