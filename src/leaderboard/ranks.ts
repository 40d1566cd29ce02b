/** A place on a board. People with the same value share the rank; the next rank is left out: 1, 2, 2, 4. */
export interface Place {
  rank: number
  /** Somebody else has the same rank. */
  shared: boolean
  person: { id: string; name: string }
  /** Minor units, a number of deals or customers, or millionths of a target. */
  value: number
}

/** A row as it is read from the board's top, best first. */
export interface Scored {
  id: string
  name: string
  value: number
}

/** Ranks the top of a board. Rows beyond `shown` only tell whether the last one shown is a tie. */
export function rankTop(rows: readonly Scored[], shown: number): Place[] {
  return rows.slice(0, shown).map(({ id, name, value }) => {
    const first = rows.findIndex((row) => row.value === value)
    const shared = rows.filter((row) => row.value === value).length > 1
    return { rank: first + 1, shared, person: { id, name }, value }
  })
}

/**
 * The places around a person that are worth showing: those above, their own, and those below, without the last of the
 * board: nobody is shown as the last one. `below` holds one row more than is to be shown, where there is one.
 */
export function placesAround(above: Place[], own: Place, below: Place[], each: number): Place[] {
  const shownBelow = below.length > each ? below.slice(0, each) : below.slice(0, -1)
  return [...above, own, ...shownBelow]
}
