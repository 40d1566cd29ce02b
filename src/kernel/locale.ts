export type Locale = 'zh-CN' | 'en'

export const LOCALES: readonly Locale[] = ['zh-CN', 'en']

/** The same words in both languages. */
export type Both<Words = string> = Record<Locale, Words>

/** One of a slice's texts, in both languages. */
export const both = <Words>(texts: Both<Words>, pick: (words: Words) => string): Both => ({
  'zh-CN': pick(texts['zh-CN']),
  en: pick(texts.en),
})

/** A platform's or a person's language tag as one of ours: anything Chinese is zh-CN, all else en. */
export function localeFrom(tag: string | null | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Names or other short parts, one after another: `Li Lei, Han Meimei`; `李雷、韩梅梅`. */
export const joinNames = (names: readonly string[], locale: Locale): string =>
  names.join(locale === 'en' ? ', ' : '、')

/** Sentences, one after another: with a space between them where the language has one. */
export const joinSentences = (sentences: readonly string[], locale: Locale): string =>
  sentences.join(wordGap(locale))

/** What stands between two words: nothing in Chinese. */
export const wordGap = (locale: Locale): string => (locale === 'en' ? ' ' : '')

/** The beginning of an English sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
