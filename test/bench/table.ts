/** One figure beside its goal. */
export interface Figure {
  what: string
  measured: string
  /** What the goal is about: a ratio, seconds or megabytes. */
  value: number
  atMost?: number
  atLeast?: number
  unit: string
}

/** Prints what was measured; the mark says whether the goal is met. */
export function printed(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, value, unit, ...goal }) => [
    met(value, goal) ? '✓' : '✗',
    what,
    measured,
    `${value.toFixed(2)}${unit}`,
    goal.atMost === undefined ? `≥ ${goal.atLeast}${unit}` : `≤ ${goal.atMost}${unit}`,
  ])
  const all = [['', 'what', 'measured', 'figure', 'goal'], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function met(value: number, { atMost, atLeast }: Pick<Figure, 'atMost' | 'atLeast'>): boolean {
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast)
}
