import type { Locale } from '../../src/kernel/locale.ts'
import { toFeishuCards, toFeishuForm } from '../../src/view/feishu.ts'
import type { Form, FormErrors } from '../../src/view/form.ts'
import { formToHtml, toHtml } from '../../src/view/html.ts'
import type { Known } from '../../src/view/known.ts'
import { toSlackHome, toSlackMessage, toSlackMessages, toSlackModal } from '../../src/view/slack.ts'
import { toText } from '../../src/view/text.ts'
import type { View } from '../../src/view/view.ts'
import { cardFaults } from '../view/feishu-schema.ts'
import { htmlFaults } from '../view/html-check.ts'
import { limitsBroken } from '../view/slack-limits.ts'

/** Something that a person got to see, in the language it is in. */
export type Shown = { locale: Locale } & (
  | { as: 'message' | 'home'; view: View }
  | { as: 'form'; form: Form }
  | { as: 'errors'; errors: FormErrors }
)

/** What a platform would refuse of it, whom it would ring, or what it leaves empty: in words; none where all is well. */
export function faultsOf(shown: Shown): string[] {
  switch (shown.as) {
    case 'message':
    case 'home':
      return [...emptiness(shown.view, shown.locale), ...renderedFaults(shown.view, shown.locale)]
    case 'form':
      return formFaults(shown.form, shown.locale)
    case 'errors':
      return Object.entries(shown.errors).flatMap(([field, sentence]) =>
        sentence.trim() === '' ? [`an empty error at ${field}`] : [],
      )
  }
}

/** Every word that a renderer writes of it, for who reads rather than counts. */
export function wordsShown(shown: Shown): string[] {
  if (shown.as === 'errors') return Object.values(shown.errors)
  const known = knownIn(shown.locale)
  if (shown.as === 'form') return textsIn(toSlackModal(shown.form, known, { privateMetadata: {} }))
  const messages =
    shown.as === 'home' ? toSlackHome(shown.view.blocks, known) : toSlackMessages(shown.view, known)
  return [shown.view.summary, toText(shown.view, shown.locale), ...textsIn(messages)]
}

function emptiness(view: View, locale: Locale): string[] {
  return [
    ...(view.summary.trim() === '' ? ['an empty summary'] : []),
    ...(toText(view, locale).trim() === '' ? ['an empty text'] : []),
  ]
}

function renderedFaults(view: View, locale: Locale): string[] {
  const known = knownIn(locale)
  const messages = toSlackMessages(view, known)
  const home = toSlackHome(view.blocks, known)
  const cards = toFeishuCards(view, known)
  const html = toHtml(view, locale)
  return [
    ...messages.flatMap(limitsBroken),
    ...limitsBroken(toSlackMessage(view, known)),
    ...limitsBroken(home),
    ...cards.flatMap(cardFaults),
    ...htmlFaults(html),
    ...ringing([messages, home], cards, html),
  ]
}

function formFaults(form: Form, locale: Locale): string[] {
  const known = knownIn(locale)
  const modal = toSlackModal(form, known, { privateMetadata: { channel: 'C0DEALS' } })
  const card = toFeishuForm(form, known)
  const html = formToHtml(form, { locale, people: [], channels: [] })
  const carried = (form.state ?? '').length > 2500 ? ['a state that is longer than a form carries'] : []
  return [
    ...limitsBroken(modal),
    ...cardFaults(card),
    ...htmlFaults(html),
    ...ringing(modal, card, html),
    ...carried,
  ]
}

/** Mark-up that people wrote and that would call a whole channel. */
function ringing(slack: object, feishu: object, html: string): string[] {
  return [
    ...(textsOf('mrkdwn', slack).some((text) => /<!(?:channel|here|everyone)/.test(text))
      ? ['rings a Slack channel']
      : []),
    ...(textsOf('markdown', feishu).some((text) => /<at id=(?!U)/.test(text)) ? ['rings a Feishu chat'] : []),
    ...(/<b>|<script/i.test(html) ? ['somebody’s mark-up on the page'] : []),
  ]
}

/** The texts that a platform reads as mark-up; in plain ones nothing rings. */
function textsOf(kind: 'mrkdwn' | 'markdown', value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(kind, one))
  if (value === null || typeof value !== 'object') return []
  const own =
    'type' in value && value.type === kind && 'text' in value
      ? [String(value.text)]
      : 'tag' in value && value.tag === kind && 'content' in value
        ? [String(value.content)]
        : []
  return [...own, ...Object.values(value).flatMap((one) => textsOf(kind, one))]
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (value === null || typeof value !== 'object') return []
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : []
  return [...own, ...Object.values(value).flatMap(textsIn)]
}

/** A place that knows most people by ids of its own. */
function knownIn(locale: Locale): Known {
  return {
    mention: (person) =>
      person.startsWith('p-') ? `U${Buffer.from(person).toString('hex').toUpperCase()}` : undefined,
    personOf: () => undefined,
    locale,
  }
}
