import type { Answer, Submission, Telling } from '../../kernel/feature.ts'
import { LOCALES } from '../../kernel/locale.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { workingTimeOf } from '../../people/reach.ts'
import { changePreferences, ownSettings, personById, setLocale, setZone } from '../../people/store.ts'
import { type Form, type FormErrors, many, one } from '../../view/form.ts'
import { texts as setupTexts } from '../texts.ts'
import { SHORTEST_HOURS_MINUTES } from './change.ts'
import { lengthOf, readTime, readZone } from './read.ts'
import { showMe } from './show.ts'
import { texts } from './texts.ts'

/** Everything that `/drumbeat me` knows, filled in as it is. */
export async function meForm(scope: Acting, kinds: readonly Telling[]): Promise<Form> {
  const words = texts[scope.locale]
  const { preferences, zone } = await ownSettings(scope, scope.person.id)
  const { hours } = await workingTimeOf(scope, scope.person.id)
  const without = preferences.without ?? []
  return {
    form: 'setup.me',
    title: words.title,
    submit: words.submit,
    fields: [
      {
        kind: 'choice',
        name: 'language',
        label: words.language,
        options: LOCALES.map((value) => ({ value, label: setupTexts[scope.locale].languages[value] })),
        initial: scope.locale,
      },
      {
        kind: 'text',
        name: 'zone',
        label: words.zone,
        hint: words.zoneHint,
        optional: true,
        ...(zone ? { initial: zone } : {}),
      },
      { kind: 'text', name: 'from', label: words.hoursFrom, hint: words.hoursHint, initial: hours.from },
      { kind: 'text', name: 'to', label: words.hoursTo, initial: hours.to },
      {
        kind: 'choices',
        name: 'days',
        label: words.days,
        hint: words.daysHint,
        optional: true,
        options: words.weekdays.map((label, index) => ({ value: String(index + 1), label })),
        initial: (preferences.weekdays ?? []).map(String),
      },
      {
        kind: 'choices',
        name: 'tell',
        label: words.tell,
        hint: words.tellHint,
        optional: true,
        options: kinds.map(({ kind, label }) => ({ value: kind, label: label[scope.locale] })),
        initial: kinds.map(({ kind }) => kind).filter((kind) => !without.includes(kind)),
      },
    ],
  }
}

export const submitMe =
  (kinds: () => readonly Telling[]) =>
  async (scope: Acting<WriteScope>, { values }: Submission): Promise<Answer> => {
    const words = texts[scope.locale]
    const { id } = scope.person
    const typed = { zone: one(values, 'zone'), from: one(values, 'from') ?? '', to: one(values, 'to') ?? '' }
    const zone = typed.zone === undefined ? null : readZone(typed.zone)
    const [from, to] = [readTime(typed.from), readTime(typed.to)]
    const errors: FormErrors = {
      ...(zone === undefined ? { zone: words.zoneUnread(typed.zone ?? '') } : {}),
      ...(from === undefined ? { from: words.hoursUnread(typed.from) } : {}),
      ...(to === undefined ? { to: words.hoursUnread(typed.to) } : {}),
    }
    if (from !== undefined && to !== undefined && lengthOf({ from, to }) < SHORTEST_HOURS_MINUTES)
      errors.to = words.hoursTooShort(`${from}-${to}`)
    if (Object.keys(errors).length > 0 || from === undefined || to === undefined) return { errors }
    const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => many(values, 'days').includes(String(day)))
    const told = many(values, 'tell')
    const before = (await workingTimeOf(scope, id)).hours
    const hours = before.from === from && before.to === to ? {} : { hours: { from, to } }
    const locale = LOCALES.find((known) => known === one(values, 'language')) ?? scope.locale
    if (locale !== scope.locale) await setLocale(scope, id, locale)
    await setZone(scope, id, zone ?? null)
    await changePreferences(scope, id, {
      ...hours,
      weekdays: weekdays.length > 0 ? weekdays : undefined,
      without: kinds()
        .map(({ kind }) => kind)
        .filter((kind) => !told.includes(kind)),
    })
    const person = (await personById(scope, id)) ?? scope.person
    const view = await showMe({ ...scope, person, locale }, kinds(), texts[locale].saved)
    return { view }
  }
