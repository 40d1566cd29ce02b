// Feishu's limits, from open.feishu.cn › Card JSON 2.0.
export const MAX_CARD_BYTES = 28_000 // a card is at most 30 KB; the rest is for the envelope around it
export const MAX_COMPONENTS = 180 // everything with a `tag`, at most 200 in a card
export const MAX_TABLES = 5
export const MAX_TABLE_COLUMNS = 50
export const MAX_INPUT = 1000 // characters in an input
export const MAX_MARKDOWN_BYTES = 6000 // ours: a longer text is split, so that pages fill evenly
export const MAX_TABLE_BYTES = 12_000 // ours, for the same reason
export const MAX_TITLE = 100 // ours: four lines of a card's head

const encoder = new TextEncoder()

/** The size of a value as JSON, in bytes of UTF-8. */
export function bytes(value: unknown): number {
  return encoder.encode(typeof value === 'string' ? value : JSON.stringify(value)).length
}

/** Everything in it that has a tag, which is what Feishu counts. */
export function componentCount(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + componentCount(one), 0)
  if (value === null || typeof value !== 'object') return 0
  const inside = Object.values(value).reduce((sum: number, one) => sum + componentCount(one), 0)
  return inside + ('tag' in value ? 1 : 0)
}
