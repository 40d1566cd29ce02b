import type { Locale } from '../kernel/locale.ts'

/** What a renderer has to know about the people and the language of the place that it renders for. */
export interface Known {
  /** The platform's user id of a person; undefined where the platform does not know them. */
  mention(personId: string): string | undefined
  /** The person behind a platform's user id. */
  personOf(external: string): string | undefined
  locale: Locale
}
