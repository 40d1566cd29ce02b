import type { Page } from '../kernel/feature.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { html, raw } from '../view/markup.ts'
import { sealSvg } from '../view/seal.ts'
import { wallFacts, wallVersion } from './facts.ts'
import { celebrationOf, type Slide, slidesOf } from './slides.ts'
import { texts } from './texts.ts'

/** What the page's script takes over: slides as markup, and what is to be celebrated once. */
export interface WallScreen {
  slides: Slide[]
  celebration: { id: string; html: string } | null
}

/** The honor wall, for whoever holds the workspace's key. */
export const page: Page = {
  name: 'wall',
  keyOf: (scope) => scope.workspace.settings.wallKey,
  assets: {
    'wall.css': new URL('assets/wall.css', import.meta.url),
    'wall.js': new URL('assets/wall.js', import.meta.url),
  },
  facts: screenOf,
  version: wallVersion,
  async html(scope) {
    const { locale, name } = scope.workspace
    const words = texts[locale]
    const { slides } = await screenOf(scope)
    const sections = slides.map(
      (slide, index) =>
        html`<section class="slide${index === 0 ? ' current' : ''}" id="${slide.name}">${raw(slide.html)}</section>`,
    )
    return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name} · ${words.product}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(sealSvg('鼓', 'red', 64))}">
<link rel="stylesheet" href="/assets/wall.css">
<script type="module" src="/assets/wall.js"></script>
</head>
<body>
<header>${raw(sealSvg('战鼓', 'red', 96))}<p>${name}</p><p class="date">${showPeriod(scope.today, locale, scope.today)}</p></header>
<main>${sections}</main>
<aside id="celebration" role="status" hidden></aside>
</body>
</html>
`.toString()
  },
}

async function screenOf(scope: Scope): Promise<WallScreen> {
  const facts = await wallFacts(scope)
  const { news } = facts
  return {
    slides: slidesOf(scope, facts),
    celebration: news ? { id: news.id, html: celebrationOf(scope, news) } : null,
  }
}
