import { LOCALES } from '../../../kernel/locale.ts'
import { sealSvg } from '../../../view/seal.ts'
import { html, Markup } from '../markup.ts'
import type { Words } from '../texts.ts'
import { avatar } from './message-html.ts'
import type { PageFacts } from './page.ts'
import { addressOf } from './page-address.ts'
import { nameOf } from './places.ts'
import type { Resident } from './residents-store.ts'

/** The slim bar on top: where and who I am, what time it is, and in which language. */
export function barHtml(facts: PageFacts, words: Words): Markup {
  const { visitor } = facts
  return html`<header class="bar">
<button type="button" class="bar-button rooms-button" id="rooms-button" aria-expanded="false" aria-controls="rooms"><span class="burger" aria-hidden="true"></span><span class="visually-hidden">${words.rooms}</span><span class="unread" id="rooms-unread" hidden></span></button>
<a class="brand" href="${addressOf(visitor)}">${new Markup(sealSvg('鼓', 'red', 28))}<span>${words.bot}</span></a>
${housesHtml(facts, words)}
${whoHtml(facts, words)}
${clockHtml(facts, words)}
<div class="languages" role="group" aria-label="${words.language}">${LOCALES.map(
    (locale) =>
      html`<button type="button" class="bar-button" data-locale="${locale}" aria-pressed="${locale === visitor.person.locale ? 'true' : 'false'}" lang="${locale}">${locale === 'en' ? 'EN' : '中文'}</button>`,
  )}</div>
</header>`
}

function housesHtml({ houses, visitor }: PageFacts, words: Words): Markup | false {
  if (houses.length < 2) return false
  return html`<div class="menu-holder houses-holder">
<button type="button" class="bar-button" popovertarget="houses-menu"><span class="label">${words.workspace}</span> <span class="value">${visitor.workspace.name}</span></button>
<div class="menu" id="houses-menu" popover><ul>${houses.map(
    (one) =>
      html`<li><a class="menu-item" href="${addressOf({ workspace: one.workspace })}"${one.workspace.id === visitor.workspace.id && html` aria-current="true"`}>${one.workspace.name}</a></li>`,
  )}</ul></div></div>`
}

function whoHtml({ visitor, place }: PageFacts, words: Words): Markup {
  const { person, people } = visitor
  return html`<div class="menu-holder">
<button type="button" class="bar-button who" popovertarget="people-menu" aria-label="${words.iAm} ${person.name}"><span class="label">${words.iAm}</span> ${avatar(person.name)} <span class="value">${person.name}</span> <span class="more">${partOf(person, words)}</span></button>
<div class="menu" id="people-menu" popover>
<h2 class="menu-title">${words.chooseWho}</h2>
<input type="search" class="menu-filter" id="people-filter" aria-label="${words.findPerson}" placeholder="${words.findPerson}" autofocus>
<ul id="people-list">${people.map(
    (one) =>
      html`<li><a class="menu-item" href="${addressOf({ ...visitor, person: one }, { in: nameOf(place) })}"${one.id === person.id && html` aria-current="true"`}>${avatar(one.name)}<span><strong>${one.name}</strong><span class="more">${partOf(one, words)}</span></span></a></li>`,
  )}</ul>
<p class="menu-hint" id="nobody-found" hidden>${words.nobodyFound}</p>
</div></div>`
}

function clockHtml({ clock }: PageFacts, words: Words): Markup {
  return html`<div class="menu-holder">
<button type="button" class="bar-button clock" popovertarget="clock-menu"><span class="label">${words.itIs}</span> <span class="value" id="clock">${clock.words}</span><span class="value" id="short-clock">${clock.short}</span></button>
<div class="menu" id="clock-menu" popover>
<h2 class="menu-title">${words.jump}</h2>
<ul>${words.jumps.map(
    (one) =>
      html`<li><button type="button" class="menu-item" data-jump="${one.to}"><span><strong>${one.label}</strong><span class="more">${one.what}</span></span></button></li>`,
  )}</ul>
<form id="jump-form" class="jump-form" method="post"><label for="jump-to">${words.jumpTo}</label>
<input id="jump-to" type="text" placeholder="${words.jumpExample}" required><button type="submit" class="button">${words.go}</button></form>
<p class="menu-hint">${words.jumpHint}</p>
<p class="menu-error" id="clock-error" role="alert" hidden></p>
</div></div>`
}

/** The most telling role, and the team: `主管 · 销售一部`. */
function partOf({ roles, team }: Resident, words: Words): string {
  const role = (['admin', 'manager', 'finance'] as const).find((one) => roles.includes(one)) ?? 'rep'
  return [words.roles[role], team].filter((part) => part !== undefined).join(' · ')
}
