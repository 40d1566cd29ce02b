import type { Locale } from './locale.ts'
import { texts } from './texts.ts'

/** How long what people write may be, in characters, where lists show it whole. */
export const LONGEST = {
  /** The name of a person, a company, a team, or of what a goal counts. */
  name: 80,
  /** What somebody means to do. */
  sentence: 300,
}

/** What is said of a text that is longer than that; undefined: it fits. */
export function overlong(
  text: string | undefined,
  kind: keyof typeof LONGEST,
  locale: Locale,
): string | undefined {
  const longest = LONGEST[kind]
  return [...(text ?? '')].length > longest ? texts[locale].fieldTooLong(longest) : undefined
}
