import { timeAt } from '../../kernel/calendar.ts'
import type { Page } from '../../kernel/feature.ts'
import type { Scope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { html, type Markup, raw } from '../../view/markup.ts'
import { sealSvg } from '../../view/seal.ts'
import { texts } from '../texts.ts'
import { type TreeFacts, treeFacts, treeVersion } from './facts.ts'
import { countsMarkup, everyRow, stateWords, treeMarkup } from './rows.ts'

/** What the page's script takes over when something has changed. */
interface TreeScreen {
  tree: string
  counts: string
  asOf: string
}

/** The goal tree, for whoever holds the workspace's key. */
export const treePage: Page = {
  name: 'goals',
  keyOf: (scope) => scope.workspace.settings.treeKey || undefined,
  assets: {
    'goals.css': new URL('assets/goals.css', import.meta.url),
    'goals.js': new URL('assets/goals.js', import.meta.url),
  },
  version: treeVersion,
  async facts(scope): Promise<TreeScreen> {
    const spoken = inPublic(scope)
    const words = texts[spoken.locale]
    const facts = await treeFacts(spoken)
    return {
      tree: treeMarkup(facts, words).toString(),
      counts: countsMarkup(facts, words).toString(),
      asOf: asOf(spoken),
    }
  },
  async html(scope) {
    const spoken = inPublic(scope)
    const { locale } = spoken
    const words = texts[locale]
    const facts = await treeFacts(spoken)
    return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${words.page.title} · ${scope.workspace.name}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(sealSvg('鼓', 'red', 64))}">
<link rel="stylesheet" href="/assets/goals.css">
<script type="module" src="/assets/goals.js"></script>
</head>
<body>
<header>${raw(sealSvg('战鼓', 'red', 96))}<div><h1>${words.page.title}</h1><p class="quiet">${scope.workspace.name} · <span id="as-of">${asOf(spoken)}</span></p></div></header>
<ul id="counts">${countsMarkup(facts, words)}</ul>
${filters(facts, words)}
<main id="tree">${treeMarkup(facts, words)}</main>
<p id="nothing" class="quiet" hidden>${words.page.nothing}</p>
</body>
</html>
`.toString()
  },
}

/** A page speaks the workspace's language. */
const inPublic = (scope: Scope): Scope => ({ ...scope, locale: scope.workspace.locale })

function asOf(scope: Scope): string {
  const on = showPeriod(scope.today, scope.locale, scope.today)
  return texts[scope.locale].page.updated(`${on} ${timeAt(scope.now, scope.workspace.zone)}`)
}

/** Shown by the script only: without it everything stands there, and folds all the same. */
function filters(facts: TreeFacts, words: (typeof texts)['en']): Markup {
  const all = [...facts.roots, ...facts.orphans].flatMap(everyRow)
  const states = [...new Set(all.map((row) => row.state))]
  const choice = (id: string, label: string, any: string, options: [value: string, name: string][]) =>
    html`<label>${label}<select id="${id}"><option value="">${any}</option>${options.map(([value, name]) => html`<option value="${value}">${name}</option>`)}</select></label>`
  return html`<form id="filters" hidden>${choice(
    'team',
    words.page.filterTeam,
    words.page.everybody,
    facts.teams.map(({ id, name }) => [id, name]),
  )}${choice(
    'period',
    words.page.filterPeriod,
    words.page.everyPeriod,
    facts.periods.map(({ period, name }) => [period, name]),
  )}${choice(
    'state',
    words.page.state,
    words.page.everyState,
    states.map((state) => [state, stateWords(state, words)]),
  )}<span class="fold"><button type="button" id="unfold">${words.page.unfold}</button><button type="button" id="fold">${words.page.fold}</button></span></form>`
}
