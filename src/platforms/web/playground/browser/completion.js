import { get } from './api.js'
import { page } from './page.js'

let commands = []

/** Learns what this person can type. */
export async function learnCommands() {
  commands = (await get('commands')).commands ?? []
}

/**
 * What a typed line can become: `options` are lines with an explanation, `usage` is what the line so far is about,
 * with the argument that comes next.
 */
export function complete(line) {
  const slash = /^[/／]/.test(line)
  if (!slash && page.in !== 'dm') return {}
  const words = line.replace(/^[/／]/, '')
  const [, name = '', space = '', rest = ''] = /^(\S*)(\s*)([\s\S]*)$/.exec(words)
  if (name === '' && !slash) return {}
  if (space === '') return { options: commandsLike(name, slash) }
  const command = commands.find((one) => called(one, name))
  if (!command) return {}
  const start = line.slice(0, line.length - rest.length)
  return { options: subcommandsLike(command, rest, start), usage: usageOf(command, rest, start) }
}

function commandsLike(typed, slash) {
  const wanted = typed.toLowerCase()
  return commands.flatMap((command) => {
    const names = slash ? [command.name, ...command.aliases] : [...command.aliases, command.name]
    const name = names.find((one) => one.toLowerCase().startsWith(wanted))
    if (name === undefined) return []
    const shown = slash ? `/${command.name}` : name
    if (shown.toLowerCase() === (slash ? '/' : '') + wanted && !hasMore(command)) return []
    return [
      {
        line: `${shown}${hasMore(command) ? ' ' : ''}`,
        shown,
        also: otherNames(command, shown),
        summary: command.summary,
      },
    ]
  })
}

function subcommandsLike(command, rest, start) {
  if (/\s/.test(rest)) return []
  const wanted = rest.toLowerCase()
  return command.subcommands
    .filter(
      (one) =>
        one.name !== '' && [one.name, ...one.aliases].some((name) => name.toLowerCase().startsWith(wanted)),
    )
    .filter((one) => one.name !== rest)
    .map((one) => ({
      line: `${start}${one.name}${one.usage ? ' ' : ''}`,
      shown: `${start}${one.name}`,
      also: one.usage,
      summary: one.summary,
    }))
}

function usageOf(command, rest, start) {
  const [, word = '', after = ''] = /^(\S*)([\s\S]*)$/.exec(rest)
  const named = command.subcommands.find((one) => one.name !== '' && word !== '' && called(one, word))
  const meant = named ?? command.subcommands.find((one) => one.name === '')
  if (!meant || (meant.usage === '' && !named)) return undefined
  const typed = (named ? after : rest).replace(/^\s+/, '')
  return {
    start: named ? start + word : start.trimEnd(),
    summary: meant.summary,
    parts: partsOf(meant.usage),
    next: typed === '' ? 0 : typed.split(/\s+/).length - 1,
  }
}

/** `华为 12万 [product=CRM]` in its parts; what stands in brackets belongs together. */
function partsOf(usage) {
  return usage.match(/\[[^\]]*\]|<[^>]*>|\S+/g) ?? []
}

const hasMore = (command) => command.subcommands.some((one) => one.name !== '' || one.usage !== '')

/** In Chinese the other name stands beside: the Chinese word of a slash command, or the other way round. */
function otherNames({ name, aliases }, shown) {
  if (page.locale === 'en') return ''
  return shown.endsWith(name) ? (aliases.find((one) => /\p{Script=Han}/u.test(one)) ?? '') : `/${name}`
}

const called = ({ name, aliases }, word) =>
  [name, ...aliases].some((one) => one.toLowerCase() === word.toLowerCase())
