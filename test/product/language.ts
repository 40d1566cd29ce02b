import type { Locale } from '../../src/kernel/locale.ts'

/** Latin words that are right in a Chinese sentence: products, methods (the L of 4L), codes, a language’s own name, the w of 1.5w. */
const LATIN = new Set(['CRM', 'PDCA', 'L', 'SMART', 'Slack', 'TA', 'CNY', 'USD', 'English', 'w'])

/** What is Chinese in English as well: the language’s own name, and what is carved into a badge’s seal. */
const HAN = new Set(['中文', '签单王', '服务之星'])

/**
 * Lines for a terminal with the plan that they try, slash commands, numbers of deals, goals and items, quarters and weeks, checksums, time zones, addresses, and Slack’s
 * mentions.
 */
const CODES =
  /npx drumbeat [^\n]+|\{ name: [^\n]+|\breview-\d{4}-\d\d\.yml|\/(?:wall|goals)\/\S+|\/[a-z]+\b( [a-z]+)?|\b(?:[DGI]-\d+|\d{4}-Q\d|Q\d|W\d+|[0-9a-f]{16})\b|\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+\b|<@U[0-9A-F]+>/g

/** The words in a text that are not in its language. `written` are names that people gave. */
export function strangeWords(text: string, locale: Locale, written: readonly string[]): string[] {
  let own = text.replace(CODES, ' ')
  for (const name of written) own = own.replaceAll(name, ' ')
  const strange =
    locale === 'en'
      ? /\p{Script=Han}+|[，。：；「」、（）]/gu
      : /\p{Script=Latin}[\p{Script=Latin}\p{N}_-]*/gu
  const allowed = locale === 'en' ? HAN : LATIN
  return [...own.matchAll(strange)].map(([word]) => word).filter((word) => !allowed.has(word))
}
