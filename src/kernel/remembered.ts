const MOST_KEPT = 2000 // some hundred kilobytes; what is asked for is a few periods, again and again

/** A pure function that keeps its latest results, for what every command asks of the same few values. */
export function remembered<Values extends (string | number)[], Result>(
  work: (...values: Values) => Result,
): (...values: Values) => Result {
  const known = new Map<string, Result>()
  return (...values) => {
    const key = values.length === 1 ? String(values[0]) : values.join(' ')
    const found = known.get(key)
    if (found !== undefined) return found
    const result = work(...values)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(key, result)
    return result
  }
}
