/** One figure beside its goal. */
export interface Figure {
  what: string
  measured: string
  /** A ratio, seconds or megabytes. */
  value: number
  atMost?: number
  atLeast?: number
  unit: string
}

/** Prints what was measured; the mark says whether the goal is met, where there is one. */
export function printed(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, value, unit, ...goal }) => [
    markOf(value, goal),
    what,
    measured,
    `${value.toFixed(2)}${unit}`,
    shownGoal(goal, unit),
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

type Goal = Pick<Figure, 'atMost' | 'atLeast'>

function markOf(value: number, { atMost, atLeast }: Goal): string {
  if (atMost === undefined && atLeast === undefined) return ' '
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast) ? '✓' : '✗'
}

function shownGoal({ atMost, atLeast }: Goal, unit: string): string {
  if (atMost !== undefined) return `≤ ${atMost}${unit}`
  return atLeast === undefined ? '' : `≥ ${atLeast}${unit}`
}
