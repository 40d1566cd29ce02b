import { describe, expect, test } from 'vitest'
import { toFeishuCards, toFeishuForm } from '../../src/view/feishu.ts'
import { formToHtml, toHtml } from '../../src/view/html.ts'
import { toSlackMessages, toSlackModal } from '../../src/view/slack.ts'
import { toText } from '../../src/view/text.ts'
import type { Block } from '../../src/view/view.ts'
import { everyBlock, everyField, knowsLi } from './samples.ts'

/** Read these files as what people see: one per platform, every kind of block after its name. */
const snapshot = (name: string) => `__snapshots__/${name}`

describe('every kind of block', () => {
  test('as text', async () => {
    await expect(eachBlock((block) => toText({ summary: '', blocks: [block] }, 'zh-CN'))).toMatchFileSnapshot(
      snapshot('blocks.txt'),
    )
  })

  test('as Slack blocks', async () => {
    await expect(
      eachBlock((block) => json(toSlackMessages({ summary: '', blocks: [block] }, knowsLi)[0]?.blocks)),
    ).toMatchFileSnapshot(snapshot('blocks.slack.txt'))
  })

  test('as a Feishu card', async () => {
    await expect(
      eachBlock((block) => json(toFeishuCards({ summary: '', blocks: [block] }, knowsLi)[0]?.body.elements)),
    ).toMatchFileSnapshot(snapshot('blocks.feishu.txt'))
  })

  test('as HTML', async () => {
    await expect(eachBlock((block) => oneTagPerLine(toHtml([block], 'zh-CN')))).toMatchFileSnapshot(
      snapshot('blocks.html.txt'),
    )
  })
})

describe('every kind of form field', () => {
  test('in a Slack modal', async () => {
    await expect(`${json(toSlackModal(everyField, knowsLi))}\n`).toMatchFileSnapshot(
      snapshot('form.slack.txt'),
    )
  })

  test('in a Feishu form card', async () => {
    const card = toFeishuForm(everyField, knowsLi, { amount: '金额「12来万」没读懂。' })
    await expect(`${json(card)}\n`).toMatchFileSnapshot(snapshot('form.feishu.txt'))
  })

  test('in an HTML form', async () => {
    const html = formToHtml(everyField, {
      locale: 'zh-CN',
      people: [
        { id: 'li', name: '李雷' },
        { id: 'han', name: '韩梅梅' },
      ],
      channels: [{ id: 'C0DEALS', name: 'deals' }],
      errors: { amount: '金额「12来万」没读懂。' },
      values: { amount: '12来万' },
    })
    await expect(oneTagPerLine(html)).toMatchFileSnapshot(snapshot('form.html.txt'))
  })
})

function eachBlock(render: (block: Block) => string): string {
  return `${Object.entries(everyBlock)
    .map(([kind, block]) => `# ${kind}\n\n${render(block)}`)
    .join('\n\n')}\n`
}

const json = (value: unknown) => JSON.stringify(value, undefined, 1)

const oneTagPerLine = (html: string) => `${html.replaceAll('><', '>\n<')}\n`
