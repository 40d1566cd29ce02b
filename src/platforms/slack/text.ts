/** What somebody typed, as Slack sends it, and who is mentioned in it. */
export interface SlackText {
  /** Plain text; people read `<@U123>`. */
  text: string
  mentions: { id: string; name?: string }[]
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/**
 * Takes Slack's escapes out of a text: entities, links, channels and groups become what the person saw.
 * Mentions of `without` (the bot itself) are removed.
 * See https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export function readSlackText(raw: string, without?: string): SlackText {
  const mentions = new Map<string, { id: string; name?: string }>()
  const text = raw.replace(/<([^<>]*)>|&(?:amp|lt|gt);/g, (whole, inside: string | undefined) => {
    if (inside === undefined) return ENTITIES[whole] ?? whole
    const [target = '', label] = split(inside)
    if (!target.startsWith('@')) return label === undefined ? shown(target) : prefixed(target, label)
    const id = target.slice(1)
    if (id === without) return ''
    mentions.set(id, { id, ...(label ? { name: label } : {}) })
    return `<@${id}>`
  })
  return { text: text.replace(/\u00a0/g, ' ').trim(), mentions: [...mentions.values()] }
}

function split(inside: string): [target: string, label?: string] {
  const bar = inside.indexOf('|')
  return bar < 0 ? [inside] : [inside.slice(0, bar), unescaped(inside.slice(bar + 1))]
}

function shown(target: string): string {
  if (target.startsWith('!')) return `@${target.slice(1)}`
  return unescaped(target)
}

function prefixed(target: string, label: string): string {
  return target.startsWith('#') && !label.startsWith('#') ? `#${label}` : label
}

const unescaped = (text: string) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
