import { components } from './feishu/blocks.ts'
import { type Component, type FeishuCard, plainText as plainTextElement } from './feishu/components.ts'
import {
  bytes,
  componentCount,
  MAX_CARD_BYTES,
  MAX_COMPONENTS,
  MAX_TABLES,
  MAX_TITLE,
} from './feishu/limits.ts'
import { label } from './fit.ts'
import type { Known } from './known.ts'
import { type Block, plain, plainText, text, type View } from './view.ts'
import { rendererWords } from './words.ts'

export type { FeishuCard } from './feishu/components.ts'
export { formCard as toFeishuForm, fromFeishuForm } from './feishu/form.ts'

const HEAD_BYTES = 2500 // schema, summary and title, at their longest

/** The whole view, on as many cards (Card JSON 2.0) as Feishu's limits make of it. */
export function toFeishuCards(view: View, known: Known): FeishuCard[] {
  const { title, blocks } = titleOf(view)
  const body = components(blocks, known)
  const pages = paged(body.length > 0 ? body : components([text([plain(view.summary)])], known))
  return pages.map((elements, at) => {
    const page = pages.length > 1 ? rendererWords[known.locale].page(at + 1, pages.length) : ''
    return {
      schema: '2.0',
      config: { update_multi: true, summary: { content: label(view.summary, 300) + page } },
      ...(title === undefined
        ? {}
        : { header: { title: plainTextElement(title + page), template: 'default' as const } }),
      body: { elements },
    }
  })
}

/** A heading that opens the view and is mere words becomes the card's own title. */
function titleOf(view: View): { title?: string; blocks: Block[] } {
  const [first, ...rest] = view.blocks
  if (first?.kind !== 'heading' || rest.length === 0) return { blocks: view.blocks }
  const words = plainText(first.text)
  const wordsOnly = first.text.every((span) => span.kind !== 'person' && span.kind !== 'link')
  if (!wordsOnly || words.length > MAX_TITLE) return { blocks: view.blocks }
  return { title: label(words, MAX_TITLE), blocks: rest }
}

/** Components in order on cards, each within the bytes, the components and the tables of one. */
function paged(all: Component[]): Component[][] {
  const pages: Component[][] = []
  let room = { bytes: 0, components: 0, tables: 0 }
  for (const component of all) {
    const needs = {
      bytes: bytes(component) + 1,
      components: componentCount(component),
      tables: component.tag === 'table' ? 1 : 0,
    }
    const fits =
      needs.bytes <= room.bytes && needs.components <= room.components && needs.tables <= room.tables
    const open = pages.at(-1)
    if (open && fits) open.push(component)
    else {
      pages.push([component])
      room = { bytes: MAX_CARD_BYTES - HEAD_BYTES, components: MAX_COMPONENTS, tables: MAX_TABLES }
    }
    room.bytes -= needs.bytes
    room.components -= needs.components
    room.tables -= needs.tables
  }
  return pages
}
