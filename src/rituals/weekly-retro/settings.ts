import type { Answer, CommandInput, Press, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { isAboveTeam } from '../../people/who.ts'
import { type Form, one } from '../../view/form.ts'
import { actions, say, text, type View } from '../../view/view.ts'
import type { Ritual } from '../ritual.ts'
import { ritualById } from '../store.ts'
import { changeSetting, type Setting, settingOf } from './setting-store.ts'
import { texts } from './texts.ts'
import { retrosLed } from './which.ts'

/** With two answers each of the two knows who the other is. */
const FEWEST = 3
const MOST = 50

/** `/retro settings [team]`: with or without names, and what happens at the month's end. */
export async function showSettings(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const rituals = await retrosLed(scope, typed.trim())
  if (rituals instanceof Refusal) return rituals
  const [only, another] = rituals
  if (only && !another) return { form: await settingForm(scope, only) }
  return chooseOf(scope, rituals)
}

export async function pressSettings(scope: Acting, { value }: Press): Promise<Answer> {
  const ritual = await ritualById(scope, value)
  const refusal = await whyNot(scope, ritual)
  return refusal || !ritual ? (refusal as Refusal) : { form: await settingForm(scope, ritual) }
}

/** Takes effect with the next retro: what is open keeps what it has promised. */
export async function submitSettings(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const ritual = await ritualById(scope, state)
  const refusal = await whyNot(scope, ritual)
  if (refusal || !ritual) return refusal as Refusal
  const nameless = one(values, 'names') === 'nameless'
  const word = one(values, 'minimum') ?? String(FEWEST)
  const minimum = /^\d{1,2}$/.test(word) ? Number(word) : 0
  if (nameless && (minimum < FEWEST || minimum > MOST))
    return { errors: { minimum: words.minimumUnread(FEWEST, MOST) } }
  const monthEnd = one(values, 'month_end') === 'usual' ? 'usual' : 'short'
  const before = await settingOf(scope, ritual.id)
  const setting: Setting = { minimum: nameless ? minimum : 0, monthEnd }
  if (before.minimum === setting.minimum && before.monthEnd === setting.monthEnd) return say(words.unchanged)
  await changeSetting(scope, ritual.id, setting, scope.person.id)
  if (before.minimum !== setting.minimum) {
    const news = texts[scope.workspace.locale].settingNews(scope.person.name, setting.minimum)
    await scope.post({ to: { channel: ritual.channel, team: ritual.team.id }, view: say(news) })
  }
  return say(words.settingSaved(ritual.team.name))
}

async function whyNot(scope: Acting, ritual: Ritual | undefined): Promise<Refusal | undefined> {
  const words = texts[scope.locale]
  if (ritual?.template !== 'weekly-retro') return new Refusal(words.none)
  return (await isAboveTeam(scope, ritual.team.id)) ? undefined : new Refusal(words.notLeading)
}

function chooseOf(scope: Acting, rituals: readonly Ritual[]): View {
  const sentence = texts[scope.locale].whichTeamSettings
  const buttons = rituals
    .slice(0, 5)
    .map((ritual) => ({ label: ritual.team.name, action: 'retro.settings', value: ritual.id }))
  return { summary: sentence, blocks: [text(sentence), actions(...buttons)] }
}

async function settingForm(scope: Acting, ritual: Ritual): Promise<Form> {
  const words = texts[scope.locale]
  const { minimum, monthEnd } = await settingOf(scope, ritual.id)
  return {
    form: 'retro.settings',
    title: words.settingTitle,
    submit: words.settingSubmit,
    state: ritual.id,
    fields: [
      { kind: 'note', text: words.settingNote(ritual.team.name) },
      {
        kind: 'choice',
        name: 'names',
        label: words.namesLabel,
        hint: words.namesHint,
        options: [
          { value: 'named', label: words.namedOption },
          { value: 'nameless', label: words.namelessOption },
        ],
        initial: minimum > 0 ? 'nameless' : 'named',
      },
      {
        kind: 'number',
        name: 'minimum',
        label: words.minimumLabel,
        hint: words.minimumHint(FEWEST),
        optional: true,
        initial: String(minimum || FEWEST),
      },
      {
        kind: 'choice',
        name: 'month_end',
        label: words.monthEndLabel,
        hint: words.monthEndHint,
        options: [
          { value: 'short', label: words.monthEndShort },
          { value: 'usual', label: words.monthEndUsual },
        ],
        initial: monthEnd,
      },
    ],
  }
}
