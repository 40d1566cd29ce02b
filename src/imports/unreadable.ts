/** Something in a file that cannot be taken in, and where. */
export interface Problem {
  /** From 1. */
  line?: number
  column?: string
  /** What is wrong, as a sentence's end after the place. */
  says: string
}

/** At most this many problems are printed; the rest are counted. */
const MOST_SHOWN = 50

/** A file that cannot be imported: nothing of it has been. */
export class Unreadable extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[], total = problems.length) {
    const shown = problems.slice(0, MOST_SHOWN).map(problemLine)
    const more = total > shown.length ? [`… and ${total - shown.length} more.`] : []
    super([...shown, ...more].join('\n'))
    this.problems = problems
  }
}

function problemLine({ line, column, says }: Problem): string {
  const place = [line === undefined ? '' : `line ${line}`, column === undefined ? '' : `column “${column}”`]
  const where = place.filter((part) => part !== '').join(', ')
  return where === '' ? says : `${where}: ${says}`
}
