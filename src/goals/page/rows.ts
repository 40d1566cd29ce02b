import { html, type Markup, raw } from '../../view/markup.ts'
import type { texts } from '../texts.ts'
import type { Row, TreeFacts } from './facts.ts'

type Words = (typeof texts)['en']

/** A shape beside the colour and the word, so that none of them is needed alone. */
const SHAPES: Record<Row['state'], string> = {
  ahead: '▲',
  'on-track': '●',
  'at-risk': '◆',
  behind: '■',
  reached: '✔',
  missed: '✕',
  'not-begun': '○',
  early: '○',
  unknown: '…',
}

/** Every goal under the one that it serves; what has something below it can be folded. */
export function treeMarkup(facts: TreeFacts, words: Words): Markup {
  const { roots, orphans } = facts
  if (roots.length + orphans.length === 0)
    return html`<div class="empty"><p>${words.page.empty}</p><p class="hint">${words.page.emptyHint}</p></div>`
  const alone =
    orphans.length > 0
      ? html`<h2>${words.tree.orphans(orphans.length)}</h2><ul class="goals">${orphans.map((row) => item(row, words, 0))}</ul>`
      : ''
  return html`<ul class="goals">${roots.map((row) => item(row, words, 0))}</ul>${alone}`
}

/** How many stand how, as a line above the tree. */
export function countsMarkup(facts: TreeFacts, words: Words): Markup {
  const all = [...facts.roots, ...facts.orphans].flatMap(everyRow)
  const states = (Object.keys(SHAPES) as Row['state'][]).filter((state) =>
    all.some((row) => row.state === state),
  )
  return html`${states.map((state) => {
    const count = all.filter((row) => row.state === state).length
    return html`<li class="state-${state}"><span class="shape" aria-hidden="true">${SHAPES[state]}</span> ${stateWords(state, words)} <b>${count}</b></li>`
  })}`
}

export const stateWords = (state: Row['state'], words: Words): string =>
  state === 'unknown' ? words.unreported : words.pace[state]

export const everyRow = (row: Row): Row[] => [row, ...row.under.flatMap(everyRow)]

/** Deeper than this it moves no further to the right, but says what it stands under. */
const DEEPEST_INDENT = 4
/** The company and its departments are open at first. */
const OPEN_LEVELS = 1

function item(row: Row, words: Words, depth: number, above?: Row): Markup {
  const mark = html`data-id="${row.id}" data-period="${row.period}" data-teams="${row.teams.join(' ')}" data-state="${row.state}"`
  if (row.under.length === 0)
    return html`<li class="goal" ${mark}><div class="row leaf">${line(row, words, depth, above)}</div></li>`
  const deep = depth >= DEEPEST_INDENT ? ' deep' : ''
  const sums = row.sums.map((sum) => html`<p class="sum">${sum}</p>`)
  return html`<li class="goal" ${mark}><details${raw(depth < OPEN_LEVELS ? ' open' : '')}><summary class="row">${line(row, words, depth, above)}</summary>${sums}<ul class="goals under${deep}">${row.under.map((one) => item(one, words, depth + 1, row))}</ul></details></li>`
}

function line(row: Row, words: Words, depth: number, above: Row | undefined): Markup {
  const notes = [
    ...(row.weight === undefined ? [] : [words.weight.shown(row.weight)]),
    ...(row.locked ? [words.page.locked] : []),
    ...(above && depth > DEEPEST_INDENT ? [words.tree.under(above.label)] : []),
  ]
  const note = notes.length > 0 ? html` <span class="note">${notes.join(' · ')}</span>` : ''
  return html`<span class="what"><span class="label">${row.label}</span> <span class="name">${row.name}</span>${note}</span><span class="bar">${bar(row, words)}</span><span class="figures">${row.figures ?? ''}</span><span class="share">${row.share}</span><span class="state state-${row.state}"><span class="shape" aria-hidden="true">${SHAPES[row.state]}</span> ${row.standing}</span>`
}

/** What is reached, with a tick where the time is. */
function bar(row: Row, words: Words): Markup {
  const filled = Math.min(row.shareBps, 10_000)
  const time = Math.min(row.timeBps, 10_000)
  const title = `${row.share} · ${words.page.time(`${Math.floor(time / 100)}%`)}`
  const tick =
    time > 0 && time < 10_000
      ? html`<rect class="time" x="${Math.max(0, time - 30)}" width="60" height="100"/>`
      : ''
  return html`<svg viewBox="0 0 10000 100" preserveAspectRatio="none" role="img" aria-label="${title}"><rect class="track" width="10000" height="100"/><rect class="filled state-${row.state}" width="${filled}" height="100"/>${tick}</svg>`
}
