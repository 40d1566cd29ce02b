/** A place on a board. People with the same value share the rank; the next rank is left out: 1, 2, 2, 4. */
export interface Place {
  rank: number
  /** Somebody else has the same rank. */
  shared: boolean
  person: { id: string; name: string }
  /** Minor units, a number of deals or customers, or millionths of a target. */
  value: number
}

/** A row of a board. */
export interface Scored {
  id: string
  name: string
  value: number
}

/** The places of a board's top. Rows beyond `shown` only tell whether the last one shown is a tie. */
export function rankTop(rows: readonly Scored[], shown: number): Place[] {
  return rows.slice(0, shown).map((_, index) => placeAt(rows, index))
}

/** The place of the row at an index of a board; `rows` is all of it, best first. */
export function placeAt(rows: readonly Scored[], index: number): Place {
  const row = rows[index]
  if (!row) throw new Error(`A board of ${rows.length} has no place ${index}.`)
  const { id, name, value } = row
  let first = index
  while (rows[first - 1]?.value === value) first -= 1
  const shared = first < index || rows[index + 1]?.value === value
  return { rank: first + 1, shared, person: { id, name }, value }
}

/**
 * The places around a row that are worth showing, best first: at most `each` above, its own, and as many below, but
 * never the last of the board, unless that is one's own.
 */
export function placesAround(rows: readonly Scored[], index: number, each: number): Place[] {
  const from = Math.max(0, index - each)
  const until = Math.max(index + 1, Math.min(index + each + 1, rows.length - 1))
  return rows.slice(from, until).map((_, offset) => placeAt(rows, from + offset))
}
