/** What was found in a line of words, and what was not understood. */
export interface Runs<Meaning> {
  found: { phrase: string; meaning: Meaning }[]
  unknown: string[]
}

const LONGEST_RUN = 4 // words: `第三 季度`, `last month`, `Central Sales Team One`

/**
 * Reads words in whatever order they come: at each place the longest run of words that `read` understands,
 * so that `signed last month` is two phrases.
 */
export async function readRuns<Meaning>(
  words: readonly string[],
  read: (phrase: string) => Meaning | undefined | Promise<Meaning | undefined>,
): Promise<Runs<Meaning>> {
  const runs: Runs<Meaning> = { found: [], unknown: [] }
  for (let start = 0; start < words.length; ) {
    const length = await longestRun(words.slice(start, start + LONGEST_RUN), async (phrase) => {
      const meaning = await read(phrase)
      if (meaning !== undefined) runs.found.push({ phrase, meaning })
      return meaning !== undefined
    })
    if (length === 0) runs.unknown.push(words[start] ?? '')
    start += Math.max(1, length)
  }
  return runs
}

async function longestRun(
  words: readonly string[],
  understood: (phrase: string) => Promise<boolean>,
): Promise<number> {
  for (let length = words.length; length > 0; length--) {
    if (await understood(words.slice(0, length).join(' '))) return length
  }
  return 0
}
