import type { Answer, CommandInput, Telling } from '../../kernel/feature.ts'
import { joinNames } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { changePreferences, ownSettings, personById, setLocale, setZone } from '../../people/store.ts'
import { lengthOf, meansDefault, readHours, readLanguage, readWeekdays, readZone } from './read.ts'
import { showMe } from './show.ts'
import { texts } from './texts.ts'

/** Less than that in a day would leave no room for the one message that an hour can have. */
export const SHORTEST_HOURS_MINUTES = 60

const VERBS: Record<string, 'language' | 'zone' | 'hours' | 'days' | 'quiet' | 'tell'> = {
  language: 'language',
  语言: 'language',
  zone: 'zone',
  timezone: 'zone',
  时区: 'zone',
  hours: 'hours',
  时间: 'hours',
  工作时间: 'hours',
  days: 'days',
  工作日: 'days',
  quiet: 'quiet',
  mute: 'quiet',
  静音: 'quiet',
  关掉: 'quiet',
  不要: 'quiet',
  tell: 'tell',
  unmute: 'tell',
  恢复: 'tell',
  打开: 'tell',
  要: 'tell',
}

/** `/drumbeat me [language en | zone … | hours 10:00-19:00 | days mon-thu | quiet … | tell …]`. */
export const me =
  (kinds: () => readonly Telling[]) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(text.trim()) ?? []
    if (word === '') return showMe(scope, kinds())
    const said = await change(scope, word, rest.trim(), kinds())
    if (said instanceof Refusal) return said
    const person = (await personById(scope, scope.person.id)) ?? scope.person
    return showMe({ ...scope, person, locale: person.locale }, kinds(), said(texts[person.locale]))
  }

type Said = (words: (typeof texts)['en']) => string

async function change(
  scope: Acting<WriteScope>,
  word: string,
  rest: string,
  kinds: readonly Telling[],
): Promise<Said | Refusal> {
  const words = texts[scope.locale]
  const { id } = scope.person
  const usual = meansDefault(rest)
  switch (VERBS[word.toLowerCase()]) {
    case 'language': {
      const locale = readLanguage(rest)
      if (!locale && !usual) return new Refusal(words.languageUnread(rest))
      await setLocale(scope, id, locale ?? null)
      break
    }
    case 'zone': {
      const zone = readZone(rest)
      if (!zone && !usual) return new Refusal(words.zoneUnread(rest))
      await setZone(scope, id, usual ? null : (zone ?? null))
      break
    }
    case 'hours': {
      const hours = readHours(rest)
      if (!hours && !usual) return new Refusal(words.hoursUnread(rest))
      if (hours && lengthOf(hours) < SHORTEST_HOURS_MINUTES) return new Refusal(words.hoursTooShort(rest))
      await changePreferences(scope, id, { hours })
      break
    }
    case 'days': {
      const weekdays = readWeekdays(rest)
      if (!weekdays && !usual) return new Refusal(words.daysUnread(rest))
      await changePreferences(scope, id, { weekdays: usual ? undefined : weekdays })
      break
    }
    case 'quiet':
      return switchKind(scope, rest, kinds, false)
    case 'tell':
      return switchKind(scope, rest, kinds, true)
    default:
      return new Refusal(words.unread(word))
  }
  return (theirs) => theirs.saved
}

async function switchKind(
  scope: Acting<WriteScope>,
  word: string,
  kinds: readonly Telling[],
  told: boolean,
): Promise<Said | Refusal> {
  const { locale } = scope
  const typed = word.normalize('NFKC').toLowerCase()
  const meant = kinds.find(({ kind, aliases, label }) =>
    [kind, ...aliases, label.en, label['zh-CN']].some((name) => name.toLowerCase() === typed),
  )
  if (!meant) {
    const names = kinds.map(({ kind, label }) => (locale === 'en' ? kind : label[locale]))
    return new Refusal(texts[locale].kindUnread(word, joinNames(names, locale)))
  }
  const { without = [] } = (await ownSettings(scope, scope.person.id)).preferences
  const others = without.filter((kind) => kind !== meant.kind)
  await changePreferences(scope, scope.person.id, { without: told ? others : [...others, meant.kind] })
  return (words) => (told ? words.tellNow : words.quietNow)(meant.label[locale])
}
