import { html, type Markup } from '../markup.ts'
import { texts, type Words } from '../texts.ts'
import { barHtml } from './bar-html.ts'
import { messageHtml } from './message-html.ts'
import { addressOf } from './page-address.ts'
import { nameOf } from './places.ts'
import type { Residence } from './residents-store.ts'
import type { Shown } from './shown.ts'
import type { Visitor } from './visitor.ts'

/** What the page shows. */
export interface PageFacts {
  visitor: Visitor
  /** Every workspace that can be entered. */
  houses: readonly Residence[]
  place: string
  messages: Shown[]
  thread: { root: Shown; answers: Shown[] } | undefined
  /** The number of the last message of others in each place. */
  latest: ReadonlyMap<string, number>
  /** The commands of the suggestions that somebody has typed already. */
  typed: ReadonlySet<string>
  clock: { now: string; words: string; short: string }
  /** The address of the honor wall. */
  wall: string | undefined
}

/** The whole page: a bar, the rooms, the conversation, and a thread where one is open. */
export function pageHtml(facts: PageFacts): Markup {
  const { visitor, place, thread } = facts
  const words = texts[visitor.person.locale]
  return documentHtml(
    visitor.person.locale,
    words,
    html`<meta name="drumbeat" content="${JSON.stringify(factsForScripts(facts, words))}">
<script type="module" src="/assets/playground/main.js"></script>`,
    html`<a class="skip" href="#line">${words.skipToComposer}</a>
${barHtml(facts, words)}
<div class="columns${thread && ' with-thread'}">
${roomsHtml(facts, words)}
<main class="conversation">
<header class="room-head"><h1>${roomName(place, words)}</h1><p>${about(place, words.about)}</p></header>
<div class="messages" id="messages" role="log" aria-live="polite" tabindex="0" aria-label="${roomName(place, words)}">
<p class="empty">${about(place, words.empty)}</p>
${facts.messages.map((message) => messageHtml(message, visitor))}
</div>
${suggestionsHtml(facts, words)}
${composerHtml('line', words.composer(roomName(place, words)), words)}
</main>
${thread && threadHtml(thread, facts, words)}
</div>
<dialog id="form-dialog" class="dialog"></dialog>
<dialog id="confirm-dialog" class="dialog"><form method="dialog"><p id="confirm-question"></p>
<div class="form-buttons"><button class="button button-primary" value="yes">${words.confirm}</button>
<button class="button" value="no">${words.cancel}</button></div></form></dialog>
<p class="notice" id="notice" role="status" hidden></p>`,
  )
}

/** What the page says where nobody works yet. */
export function emptyPageHtml(locale: 'zh-CN' | 'en'): Markup {
  const words = texts[locale]
  return documentHtml(
    locale,
    words,
    undefined,
    html`<main class="nobody"><h1>${words.bot}</h1><p>${words.nobody}</p></main>`,
  )
}

function documentHtml(locale: string, words: Words, head: Markup | undefined, body: Markup): Markup {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<link rel="icon" href="/assets/playground/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/playground/playground.css">
${head}
</head>
<body>
${body}
</body>
</html>
`
}

function roomsHtml(facts: PageFacts, words: Words): Markup {
  const { visitor, wall } = facts
  const dm = `dm:${visitor.person.id}`
  return html`<nav class="rooms" id="rooms" aria-label="${words.rooms}">
<h2>${words.channels}</h2>
<ul>${visitor.channels.map((channel) => roomHtml(channel, facts, words))}</ul>
<h2>${words.privately}</h2>
<ul>${roomHtml(dm, facts, words)}</ul>
${housesHtml(facts, words)}
${wall && html`<p class="rooms-foot"><a href="${wall}" target="_blank" rel="noopener">${words.honorWall}</a></p>`}
</nav>`
}

/** On a phone the bar has no room for the workspaces; they stand below the rooms. */
function housesHtml({ houses, visitor }: PageFacts, words: Words): Markup | false {
  if (houses.length < 2) return false
  return html`<div class="houses"><h2>${words.workspace}</h2>
<ul>${houses.map(
    (one) =>
      html`<li><a class="room" href="${addressOf({ workspace: one.workspace })}"${one.workspace.id === visitor.workspace.id && html` aria-current="true"`}>${one.workspace.name}</a></li>`,
  )}</ul></div>`
}

function roomHtml(room: string, { visitor, place, latest }: PageFacts, words: Words): Markup {
  const here = room === place
  return html`<li><a class="room" href="${addressOf(visitor, { in: nameOf(room) })}" data-room="${nameOf(room)}" data-latest="${latest.get(room) ?? 0}"${here && html` aria-current="page"`}><span>${roomName(room, words)}</span><span class="unread" hidden></span></a></li>`
}

function suggestionsHtml({ typed }: PageFacts, words: Words): Markup | false {
  if (words.suggestions.every((one) => typed.has(one.command))) return false
  return html`<section class="suggestions" id="suggestions" aria-label="${words.tryThese}">
<header><h2>${words.tryThese}</h2><button type="button" class="tool" id="hide-suggestions">${words.hideSuggestions}</button></header>
<ol>${words.suggestions.map(
    (one) =>
      html`<li${typed.has(one.command) && html` class="done"`}><button type="button" data-line="${one.line}" data-command="${one.command}"><code>${one.line}</code> <span>${one.what}</span></button></li>`,
  )}</ol>
</section>`
}

function threadHtml(
  { root, answers }: NonNullable<PageFacts['thread']>,
  { visitor, place }: PageFacts,
  words: Words,
): Markup {
  return html`<aside class="thread" id="thread" data-thread="${root.id}" aria-label="${words.thread}">
<header class="room-head"><h2>${words.thread}</h2><a class="button" href="${addressOf(visitor, { in: nameOf(place) })}">${words.close}</a></header>
<div class="messages" id="thread-messages" role="log" aria-live="polite" tabindex="0" aria-label="${words.thread}">
${messageHtml(root, visitor)}
${answers.map((message) => messageHtml(message, visitor))}
<p class="empty">${words.noAnswers}</p>
</div>
${composerHtml('thread-line', words.threadComposer, words)}
</aside>`
}

function composerHtml(id: string, label: string, words: Words): Markup {
  return html`<form class="composer" method="post" autocomplete="off"${id === 'thread-line' && html` data-in-thread`}>
<ul class="completion" id="${id}-options" role="listbox" aria-label="${words.commands}" hidden></ul>
<p class="usage" hidden></p>
<div class="composer-row">
<textarea id="${id}" rows="1" maxlength="40000" aria-label="${label}" placeholder="${label}" title="${words.composerHint}" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="${id}-options" spellcheck="false"></textarea>
<button type="submit" class="button button-primary">${words.send}</button>
</div>
</form>`
}

function factsForScripts({ visitor, place, thread, clock }: PageFacts, words: Words) {
  return {
    workspace: visitor.workspace.id,
    zone: visitor.workspace.zone,
    locale: visitor.person.locale,
    as: visitor.person.id,
    in: nameOf(place),
    thread: thread?.root.id ?? null,
    now: clock.now,
    words: {
      notSent: words.notSent,
      offline: words.offline,
      jumping: words.jumping,
      arrived: words.arrived('…'),
      next: words.next,
      reactWith: words.reactWith('…'),
      title: words.title,
      unread: { one: words.unread(1), many: words.unread(2).replace('2', '…') },
    },
  }
}

function roomName(place: string, words: Words): string {
  return place.startsWith('dm:') ? words.botRoom : `# ${place}`
}

function about(place: string, said: Words['about']): string {
  if (place.startsWith('dm:')) return said.dm
  return place === 'sales' || place === 'deals' || place === 'retro' ? said[place] : said.other
}
