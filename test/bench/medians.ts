/** The value below which so many percent of the numbers lie; 50 is the median. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]
  if (value === undefined) throw new Error('There is nothing to take a median of.')
  return value
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50)
}
