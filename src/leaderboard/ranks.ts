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

/** A row next to somebody's, with how many have its value. */
export interface Near extends Scored {
  equal: number
}

/**
 * The places around a person that are worth showing, best first: at most `each` above, their own, and as many below,
 * but never the last of the board. `near` holds every row next to them, their own among them, in any order, and of
 * those below one more than is to be shown, where there is one. Ranks follow from one's own, group by group.
 */
export function placesAround(
  near: readonly Near[],
  own: Near & { rank: number },
  each: number,
): { around: Place[]; mine: Place } {
  const sorted = near.toSorted((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
  const groups = [...new Map(sorted.map((row) => [row.value, row.equal]))]
  const at = groups.findIndex(([value]) => value === own.value)
  const rankOf = (value: number) => {
    const index = groups.findIndex((group) => group[0] === value)
    if (index <= at) return own.rank - sumOf(groups.slice(index, at))
    return own.rank + sumOf(groups.slice(at, index))
  }
  const places = sorted.map(({ id, name, value, equal }) => ({
    rank: rankOf(value),
    shared: equal > 1,
    person: { id, name },
    value,
  }))
  const index = sorted.findIndex((row) => row.id === own.id)
  const below = places.slice(index + 1)
  const shown = below.length > each ? below.slice(0, each) : below.slice(0, -1)
  const mine = {
    rank: own.rank,
    shared: own.equal > 1,
    person: { id: own.id, name: own.name },
    value: own.value,
  }
  return { around: [...places.slice(0, index), mine, ...shown], mine }
}

const sumOf = (groups: readonly (readonly [number, number])[]) =>
  groups.reduce((sum, [, equal]) => sum + equal, 0)
