import { type Item, VERDICTS, type Verdict } from '../../improvements/item.ts'
import { openItemsOf } from '../../improvements/store.ts'
import { type Locale, wordGap } from '../../kernel/locale.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Field, Form } from '../../view/form.ts'
import {
  actions,
  type Block,
  type Button,
  bold,
  context,
  say,
  spans,
  text,
  type View,
} from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import type { Answers } from './answers.ts'
import type { Part } from './store.ts'
import { type Retro, retroKey, retroSource, takesUntil } from './taking.ts'
import { texts } from './texts.ts'
import { promiseDueOn } from './times.ts'
import { weekOf, weekSentence } from './week.ts'

/** So many open items are asked about one by one; the others wait for the list. */
const ITEMS_ASKED = 5

/** What a person is asked privately, as it stands now: their week, their open items, and the button to the form. */
export async function promptView(
  scope: Scope,
  { ritual, session, held, person, answered }: Retro & { person: Person; answered: boolean },
): Promise<View> {
  const words = texts[person.locale]
  const key = retroKey(session)
  const numbers = weekSentence(
    scope,
    (await weekOf(scope, { ritual, session }, [person.id])).team,
    person.locale,
  )
  const items = (await openItemsOf(scope, [person.id])).slice(0, ITEMS_ASKED)
  const own = items.filter((item) => !madeIn(item, session) || !answered)
  const [first] = own
  const closes = showMoment(takesUntil({ session, held }), ritual.zone, person.locale, scope.now)
  const ask = answered ? words.filled(closes) : words.askAnswer(own.length === 0, closes)
  const intro = first
    ? `${numbers}${wordGap(person.locale)}${words.askItems(own.length, asSentence(first.what, own.length, person.locale))}`
    : numbers
  return {
    summary: words.promptSummary(numbers),
    blocks: [
      text(intro),
      ...own.flatMap((item): Block[] => [
        text(spans(bold(`I-${item.number}`), ` ${item.what}`)),
        actions(...VERDICTS.map((verdict) => itemButton(item, verdict, key, person.locale))),
      ]),
      text(ask),
      ...(held.minimum > 0 ? [context(words.namelessPrompt(held.minimum))] : []),
      ...(held.short && !answered ? [context(words.short)] : []),
      actions(fillButton(key, answered ? words.change : words.fillButton)),
    ],
  }
}

/** The prompt once its retro is closed. */
export const promptOver = (locale: Locale): View => say(texts[locale].promptOver)

/** The prompt after the close, while late answers are taken. */
export function promptLate({ ritual, session, held }: Retro, locale: Locale, now: Instant): View {
  const words = texts[locale]
  const until = showMoment(held.lateUntil, ritual.zone, locale, now)
  return say(words.promptLate(until), fillButton(retroKey(session), words.lateButton))
}

/** The last word to those who have not answered. */
export function nudgeView(session: Session, ritual: Ritual, locale: Locale, now: string): View {
  const words = texts[locale]
  const closes = showMoment(session.closesAt, ritual.zone, locale, now)
  return say(words.nudge(closes), fillButton(retroKey(session), words.fillButton))
}

/** The form, filled with the person's week, their open items, and what they have answered before. */
export async function answerForm(
  scope: Scope,
  { ritual, session, held, person, part }: Retro & { person: Person; part: Part },
): Promise<Form> {
  const words = texts[person.locale]
  const numbers = weekSentence(
    scope,
    (await weekOf(scope, { ritual, session }, [person.id])).team,
    person.locale,
  )
  const items = (await openItemsOf(scope, [person.id])).filter((item) => item.id !== part.item)
  const due = showPeriod(promiseDueOn(session.occurrence, ritual.team.workdays), person.locale, scope.today)
  const nameless = held.minimum > 0
  const given = (name: keyof Answers) => {
    const value = part.answers?.[name]
    return typeof value === 'string' ? { initial: value } : {}
  }
  const optionalFields = (): Field[] => [
    {
      kind: 'long-text',
      name: 'shortfall',
      label: words.shortfall,
      hint: nameless ? words.shortfallNameless : words.shortfallHint,
      optional: true,
      ...given('shortfall'),
    },
    { kind: 'long-text', name: 'cause', label: words.cause, optional: true, ...given('cause') },
    { kind: 'long-text', name: 'next_plan', label: words.nextPlan, optional: true, ...given('nextPlan') },
    {
      kind: 'choices',
      name: 'share',
      label: words.share,
      optional: true,
      options: [{ value: 'share', label: words.shareOption }],
      ...(part.answers?.shared ? { initial: ['share'] } : {}),
    },
  ]
  return {
    form: 'retro.answer',
    title: words.formTitle,
    submit: words.submit,
    state: retroKey(session),
    fields: [
      { kind: 'note', text: numbers },
      ...(nameless ? [{ kind: 'note' as const, text: words.namelessPrompt(held.minimum) }] : []),
      ...itemFields(items.slice(0, ITEMS_ASKED), person.locale),
      {
        kind: 'long-text',
        name: 'highlight',
        label: words.highlight,
        hint: nameless ? words.highlightNameless : words.highlightHint,
        ...given('highlight'),
      },
      {
        kind: 'long-text',
        name: 'improvement',
        label: words.improvement,
        hint: nameless ? words.improvementNameless : words.improvementHint(due),
        ...given('improvement'),
      },
      ...(held.short ? [] : optionalFields()),
    ],
  }
}

function itemFields(items: readonly Item[], locale: Locale): Field[] {
  const words = texts[locale]
  if (items.length === 0) return []
  const options = VERDICTS.map((value) => ({ value, label: verdictLabel(value, locale) }))
  return [
    ...items.map(
      (item): Field => ({
        kind: 'choice',
        name: `item:${item.id}`,
        label: words.itemLabel(item.number, item.what),
        optional: true,
        options,
      }),
    ),
    { kind: 'text', name: 'drop_reason', label: words.dropReason, optional: true },
  ]
}

function itemButton(item: Item, verdict: Verdict, key: string, locale: Locale): Button {
  const label = verdictLabel(verdict, locale)
  const action = {
    done: 'retro.item-done',
    'next-week': 'retro.item-next-week',
    dropped: 'retro.item-dropped',
  }[verdict]
  return { label, action, value: `${key} ${item.id}` }
}

function verdictLabel(verdict: Verdict, locale: Locale): string {
  const words = texts[locale]
  return { done: words.done, 'next-week': words.nextWeek, dropped: words.dropped }[verdict]
}

const fillButton = (key: string, label: string): Button => ({
  label,
  action: 'retro.fill',
  value: key,
  tone: 'primary',
})

/** An item that this very retro has made is not asked about in it. */
const madeIn = (item: Item, session: Session) => item.source === retroSource(session)

/** What somebody wrote, as it stands inside our sentence: without the full stop in Chinese, with one in English. */
function asSentence(what: string, count: number, locale: Locale): string {
  if (count !== 1) return ''
  const bare = what.trim().replace(/[。.！!；;]+$/u, '')
  return locale === 'en' ? `${bare}.` : bare
}
