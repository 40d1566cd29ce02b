export type Locale = 'zh-CN' | 'en'

export const LOCALES: readonly Locale[] = ['zh-CN', 'en']

/** The same words in both languages. */
export type Both<Words = string> = Record<Locale, Words>

/** A platform's or a person's language tag as one of ours: anything Chinese is zh-CN, all else en. */
export function localeFrom(tag: string | null | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
