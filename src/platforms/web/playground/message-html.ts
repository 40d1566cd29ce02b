import { dateAt, timeAt } from '../../../kernel/calendar.ts'
import { joinNames, type Locale } from '../../../kernel/locale.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Form } from '../../../view/form.ts'
import { formToHtml, toHtml } from '../../../view/html.ts'
import { sealSvg } from '../../../view/seal.ts'
import { html, Markup } from '../markup.ts'
import { texts } from '../texts.ts'
import { initialsOf } from './initials.ts'
import { addressOf } from './page-address.ts'
import { nameOf } from './places.ts'
import type { Resident } from './residents-store.ts'
import type { Shown } from './shown.ts'
import type { Visitor } from './visitor.ts'

/** A message as it stands in a conversation, for its reader. */
export function messageHtml(message: Shown, visitor: Visitor): Markup {
  const { workspace, person, people } = visitor
  const words = texts[person.locale]
  const author = people.find((one) => one.id === message.author)
  const hidden = message.onlyFor !== undefined
  const day = dateAt(message.at, workspace.zone)
  return html`<article class="message${message.author ? '' : ' from-bot'}${hidden ? ' hidden-message' : ''}"
  id="m-${message.id}" data-id="${message.id}" data-sequence="${message.sequence}" data-day="${day}">
<p class="day-mark"><span>${dayWords(message.at, workspace.zone, person.locale)}</span></p>
${message.author ? avatar(author?.name ?? '?') : botAvatar()}
<div class="message-body">
<header class="message-head"><strong>${message.author ? (author?.name ?? '?') : words.bot}</strong>
<time datetime="${message.at}">${timeAt(message.at, workspace.zone)}</time>
${hidden && html`<span class="only-you">${words.onlyYou}</span>`}
${message.edited && html`<span class="edited">${words.edited}</span>`}</header>
<div class="message-content">${contentOf(message, person.locale)}</div>
${footOf(message, visitor)}
</div></article>`
}

/** A form, ready to stand in a dialog. */
export function formHtml(id: string, form: Form, { person, people, channels }: Visitor): string {
  const rendered = formToHtml(form, {
    locale: person.locale,
    people: people.map(({ id: value, name }) => ({ id: value, name })),
    channels: channels.map((channel) => ({ id: channel, name: `#${channel}` })),
  })
  return rendered.replace('<form ', () => `<form data-open="${id}" `)
}

export function avatar(name: string): Markup {
  const initials = initialsOf(name)
  const wide = [...initials].length > 1 && /\p{Script=Han}/u.test(initials)
  return html`<span class="avatar tone-${toneOf(name)}${wide && ' avatar-wide'}" aria-hidden="true">${initials}</span>`
}

function botAvatar(): Markup {
  return html`<span class="avatar avatar-bot" aria-hidden="true">${new Markup(sealSvg('鼓', 'red', 36))}</span>`
}

function contentOf(message: Shown, locale: Locale): Markup {
  if (message.view) return new Markup(toHtml(message.view, locale))
  return html`<p class="text typed">${message.text}</p>`
}

/** Reactions and answers; what only one person sees has none. */
function footOf(message: Shown, visitor: Visitor): Markup | false {
  if (message.onlyFor !== undefined) return false
  const { person, people } = visitor
  const words = texts[person.locale]
  const thread = addressOf(visitor, { in: nameOf(message.place), thread: message.thread ?? message.id })
  return html`<footer class="message-foot">
${message.reactions.map((one) => reaction(one, person, people))}
${!message.thread && html`<a class="tool${message.answers > 0 && ' has-answers'}" href="${thread}">${message.answers > 0 ? words.answers(message.answers) : words.answer}</a>`}
<button type="button" class="tool" data-pick="${message.id}" aria-expanded="false">${words.react}</button>
</footer>`
}

function reaction(
  { emoji, people: who }: Shown['reactions'][number],
  reader: Resident,
  people: readonly Resident[],
): Markup {
  const names = who.map((id) => people.find((one) => one.id === id)?.name ?? id)
  const label = texts[reader.locale].reactedBy(emoji, joinNames(names, reader.locale))
  const mine = who.includes(reader.id) ? 'true' : 'false'
  return html`<button type="button" class="reaction" data-emoji="${emoji}" aria-pressed="${mine}" aria-label="${label}" title="${label}"><span class="emoji">${emoji}</span> ${who.length}</button>`
}

function dayWords(at: Instant, zone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: zone,
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(new Date(at))
}

const TONES = 5

/** Always the same tone for the same name. */
function toneOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return (sum % TONES) + 1
}
