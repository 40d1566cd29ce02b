import type { Answer, CommandInput } from '../kernel/feature.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { setLocale } from '../people/store.ts'
import { say } from '../view/view.ts'
import { texts } from './texts.ts'

const LANGUAGE_WORDS: Record<string, Locale> = {
  zh: 'zh-CN',
  'zh-cn': 'zh-CN',
  中文: 'zh-CN',
  en: 'en',
  english: 'en',
  英文: 'en',
}

/** `/drumbeat language en`: in which language the bot writes to me. */
export async function chooseLanguage(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const locale = LANGUAGE_WORDS[text.trim().toLowerCase()]
  if (!locale) return new Refusal(texts[scope.locale].languageUnclear)
  await setLocale(scope, scope.person.id, locale)
  return say(texts[locale].languageSet)
}
