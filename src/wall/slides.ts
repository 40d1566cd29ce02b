import { sealOf } from '../badges/award-view.ts'
import { showMoney } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { html, type Markup, raw } from '../view/markup.ts'
import { sealSvg } from '../view/seal.ts'
import type { BoardMetric, BoardPlace, LatestDeal, WallFacts, Winner } from './facts.ts'
import { initialsOf } from './initials.ts'
import { texts } from './texts.ts'

/** One subject to a slide: winners, the board, the latest deals, the hall of fame. */
export interface Slide {
  name: string
  html: string
}

const WINNERS_ON_A_SLIDE = 4
const HALL_ROWS = 5

export function slidesOf(scope: Scope, facts: WallFacts): Slide[] {
  const words = texts[scope.workspace.locale]
  const month = showPeriod(facts.winnersOf, scope.workspace.locale, scope.today)
  const winners = pages('winners', facts.winners, WINNERS_ON_A_SLIDE, (some, page) =>
    slide(
      words.winners(month) + page,
      some.length === 0
        ? empty(words.noWinners, words.noWinnersHint)
        : html`<ul class="winners winners-${some.length}">${some.map((one) => winner(scope, one))}</ul>`,
    ),
  )
  const hall = pages('hall', facts.hall, HALL_ROWS, (some, page) =>
    slide(
      words.hall + page,
      some.length === 0
        ? empty(words.noHall, words.hallHint)
        : html`<ul class="rows">${some.map((one) => hallRow(scope, one))}</ul>`,
    ),
  )
  return [
    ...winners,
    { name: 'board', html: board(scope, facts.board).toString() },
    { name: 'latest', html: latest(scope, facts.deals).toString() },
    ...hall,
  ]

  function pages<Item>(
    name: string,
    items: readonly Item[],
    size: number,
    draw: (some: readonly Item[], page: string) => Markup,
  ): Slide[] {
    const count = Math.max(1, Math.ceil(items.length / size))
    return Array.from({ length: count }, (_, index) => ({
      name: `${name}-${index + 1}`,
      html: draw(items.slice(index * size, (index + 1) * size), words.page(index + 1, count)).toString(),
    }))
  }
}

/** What is shown for a moment when something good has happened. */
export function celebrationOf(scope: Scope, news: NonNullable<WallFacts['news']>): string {
  const words = texts[scope.workspace.locale]
  if (news.winner) {
    const { badge, name, month } = news.winner
    const label = `${showPeriod(month, scope.workspace.locale, scope.today)} ${badge.name[scope.workspace.locale]}`
    return html`<p class="what">${words.newHonor}</p>${seal(news.winner)}<p class="who">${name}</p><p class="how">${label}</p>`.toString()
  }
  if (!news.deal) return ''
  const { name, customer } = news.deal
  const how = [customer ?? words.aDeal, amountOf(scope, news.deal)].filter((part) => part !== '').join(' ')
  return html`<p class="what">${words.justNow}</p>${raw(sealSvg('喜报', 'red', 400))}<p class="who">${name}</p><p class="how">${how}</p>`.toString()
}

function slide(title: string, content: Markup): Markup {
  return html`<h1>${title}</h1>${content}`
}

function empty(what: string, hint: string): Markup {
  return html`<div class="empty"><p>${what}</p><p class="hint">${hint}</p></div>`
}

function winner(scope: Scope, one: Winner): Markup {
  const badge = one.badge.name[scope.workspace.locale]
  const line = [badge, one.team].filter((part) => part !== '').join(' · ')
  return html`<li>${seal(one)}<div class="beside"><span class="photo" aria-hidden="true">${initialsOf(one.name)}</span><p class="name">${one.name}</p><p class="line">${line}</p>${one.reason ? html`<p class="reason">${one.reason}</p>` : ''}</div></li>`
}

function hallRow(scope: Scope, one: Winner): Markup {
  const { locale } = scope.workspace
  return html`<li>${seal(one)}<p class="name">${one.name}</p><p class="figure">${showPeriod(one.month, locale, scope.today)}</p></li>`
}

function seal(one: Winner): Markup {
  const drawn = sealOf(one.badge, [])
  return drawn.kind === 'seal' ? raw(sealSvg(drawn.characters, drawn.tone, 400)) : raw('')
}

function board(scope: Scope, { metric, month, places }: WallFacts['board']): Markup {
  const words = texts[scope.workspace.locale]
  const title = words.board[metric](showPeriod(month, scope.workspace.locale, scope.today))
  if (places.length === 0) return slide(title, empty(words.noBoard, words.dealHint))
  const rows = places.map((place) => boardRow(place, boardValue(scope, metric, place.value)))
  return slide(title, html`<ol class="board">${rows}</ol>`)
}

function boardRow({ rank, name, share }: BoardPlace, value: string): Markup {
  const width = Math.round(share * 1000)
  return html`<li><span class="rank">${String(rank)}</span><p class="name">${name}</p><p class="figure">${value}</p><svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="1000" height="10"/><rect class="filled" width="${String(width)}" height="10"/></svg></li>`
}

function boardValue(scope: Scope, metric: BoardMetric, value: number): string {
  if (metric === 'deals') return texts[scope.workspace.locale].deals(value)
  if (metric === 'signed') return showMoney(value, scope.workspace.currency, scope.workspace.locale)
  return showPercent(value / 100, 1)
}

function latest(scope: Scope, deals: readonly LatestDeal[]): Markup {
  const words = texts[scope.workspace.locale]
  if (deals.length === 0) return slide(words.latest, empty(words.noDeals, words.dealHint))
  const rows = deals.map(
    (deal) =>
      html`<li><span class="photo" aria-hidden="true">${initialsOf(deal.name)}</span><div class="two"><p class="name">${deal.name}</p><p class="line">${deal.customer ?? words.aDeal}</p></div><p class="figure">${amountOf(scope, deal)}</p></li>`,
  )
  return slide(words.latest, html`<ul class="rows latest">${rows}</ul>`)
}

function amountOf(scope: Scope, deal: LatestDeal): string {
  return deal.amountMinor === undefined
    ? ''
    : showMoney(deal.amountMinor, deal.currency, scope.workspace.locale)
}
