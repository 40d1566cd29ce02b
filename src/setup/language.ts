import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { setLocale } from '../people/store.ts'
import { say } from '../view/view.ts'
import { readLanguage } from './me/read.ts'
import { texts } from './texts.ts'

/** `/drumbeat language en`: in which language the bot writes to me. */
export async function chooseLanguage(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const locale = readLanguage(text)
  if (!locale) return new Refusal(texts[scope.locale].languageUnclear)
  await setLocale(scope, scope.person.id, locale)
  return say(texts[locale].languageSet)
}
