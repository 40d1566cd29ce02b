import { describe, expect, test } from 'vitest'
import { toFeishuCards } from '../../src/view/feishu.ts'
import { columns, cut, label } from '../../src/view/fit.ts'
import { toHtml } from '../../src/view/html.ts'
import { toSlackMessage, toSlackMessages } from '../../src/view/slack.ts'
import { toText } from '../../src/view/text.ts'
import {
  type Block,
  bold,
  context,
  fields,
  heading,
  link,
  list,
  plain,
  text,
  type View,
} from '../../src/view/view.ts'
import { knowsLi } from './samples.ts'

const CUSTOMER = '<!channel> *x* <b>'
const viewOf = (...blocks: Block[]): View => ({ summary: `D-128 ${CUSTOMER}`, blocks })

describe('a customer called <!channel> *x* <b>', () => {
  const view = viewOf(
    heading(CUSTOMER),
    text([plain(`${CUSTOMER}，`), bold(CUSTOMER)]),
    context(CUSTOMER),
    fields(['客户', CUSTOMER]),
    list([CUSTOMER]),
    { kind: 'table', columns: [{ title: '客户', align: 'left' }], rows: [[[plain(CUSTOMER)]]] },
  )

  test('rings nobody in Slack and stands there as written', () => {
    const message = toSlackMessage(view, knowsLi)
    expect(message.text).toBe('D-128 &lt;!channel&gt; *x* &lt;b&gt;')
    const marked = textsIn(message.blocks).filter((one) => one.type === 'mrkdwn')
    expect(marked).toEqual([])
    const words = textsIn(message.blocks).map((one) => one.text)
    expect(words).toEqual([
      CUSTOMER,
      `${CUSTOMER}，`,
      CUSTOMER,
      CUSTOMER,
      `客户\n${CUSTOMER}`,
      CUSTOMER,
      '客户',
      CUSTOMER,
    ])
  })

  test('stands in Feishu as written', () => {
    const [card] = toFeishuCards(viewOf(text([plain(CUSTOMER), bold('<at id=all></at>')])), knowsLi)
    expect(card?.body.elements).toEqual([
      {
        tag: 'markdown',
        content: '&#60;!channel&#62; &#42;x&#42; &#60;b&#62;\u200a**&#60;at id=all&#62;&#60;/at&#62;**\u200a',
      },
    ])
  })

  test('stands in HTML as written', () => {
    expect(toHtml([text(CUSTOMER)], 'en')).toBe('<p class="text">&lt;!channel&gt; *x* &lt;b&gt;</p>')
  })
})

describe('other hostile texts', () => {
  test('a script is words in HTML, in elements and in attributes', () => {
    const evil = `"><script>alert('1')</script>`
    const html = toHtml(
      [text(evil), { kind: 'actions', buttons: [{ label: evil, action: 'a.b', value: evil }] }],
      'en',
    )
    expect(html).not.toContain('<script')
    expect(html).toContain('data-value="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"')
  })

  test('only http and https addresses become links', () => {
    const view = viewOf(
      text([link('点这里', 'javascript:alert(1)'), link('官网', 'https://a.example/?q="<b>|x')]),
    )
    expect(toHtml(view, 'en')).toBe(
      '<p class="text">点这里<a href="https://a.example/?q=%22%3Cb%3E%7Cx" rel="noopener noreferrer" target="_blank">官网</a></p>',
    )
    expect(toText(view)).toBe('点这里官网 (https://a.example/?q=%22%3Cb%3E%7Cx)')
    expect(JSON.stringify(toSlackMessage(view, knowsLi))).not.toContain('javascript:')
    expect(JSON.stringify(toFeishuCards(view, knowsLi))).not.toContain('javascript:')
  })

  test('controls of the terminal and of the writing direction are taken out', () => {
    expect(toText(viewOf(text('\u001b[31mred\u0007 \u202eabc')))).toBe('[31mred abc')
  })

  test('half of a surrogate pair becomes the replacement character', () => {
    expect(toText(viewOf(text('a\ud83d')))).toBe('a\ufffd')
  })

  test('what is empty or invisible is a dash where a platform insists on words', () => {
    for (const nothing of ['', '  \n', '\u200b\u200d\ufeff']) expect(label(nothing, 20)).toBe('–')
  })

  test('10,000 characters reach Slack complete, over several blocks and messages', () => {
    const long = '战鼓'.repeat(7000)
    const messages = toSlackMessages(viewOf(text(long)), knowsLi)
    expect(messages).toHaveLength(2)
    expect(messages.map((message) => message.text)).toEqual([
      'D-128 &lt;!channel&gt; *x* &lt;b&gt;（1/2）',
      'D-128 &lt;!channel&gt; *x* &lt;b&gt;（2/2）',
    ])
    const words = messages.flatMap((message) => textsIn(message.blocks)).map((one) => one.text)
    expect(words.join('')).toBe(long)
  })

  test('one message says how much is left, and keeps the buttons', () => {
    const lines = Array.from({ length: 80 }, (_, line) => text(`第 ${line + 1} 行`))
    const message = toSlackMessage(
      viewOf(...lines, { kind: 'actions', buttons: [{ label: '全部', action: 'deal.list' }] }),
      knowsLi,
    )
    expect(message.blocks).toHaveLength(50)
    const [more, buttons] = message.blocks.slice(-2)
    expect(textsIn(more)).toEqual([{ type: 'plain_text', text: '… 还有 32 行', emoji: false }])
    expect(buttons?.type).toBe('actions')
  })

  test('230 rows are three tables in three messages, each with its header', () => {
    const rows = Array.from({ length: 230 }, (_, row) => [[plain(row + 1)]])
    const messages = toSlackMessages(
      viewOf({ kind: 'table', columns: [{ title: '名次', align: 'right' }], rows }),
      knowsLi,
    )
    const tables = messages.map((message) => textsIn(message.blocks).map((one) => one.text))
    expect(tables.map((table) => [table[0], table[1], table.at(-1)])).toEqual([
      ['名次', '1', '99'],
      ['名次', '100', '198'],
      ['名次', '199', '230'],
    ])
  })
})

describe('fitting words into room', () => {
  test('cuts between graphemes', () => {
    expect(cut('abcdef', 4)).toBe('abc…')
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12)).toBe('👨‍👩‍👧‍👦…')
    expect(cut('abc', 3)).toBe('abc')
  })

  test('a letter under a thousand accents is cut by code points', () => {
    expect(cut(`a${'\u0301'.repeat(1000)}`, 10)).toHaveLength(10)
  })

  test('counts columns as a terminal does', () => {
    expect(['abc', '战鼓', '，', '👏', 'e\u0301', 'ａ', '한국', '–'].map(columns)).toEqual([
      3, 4, 2, 2, 1, 2, 4, 1,
    ])
  })
})

interface SlackText {
  type: string
  text: string
}

/** Every text in it, in the order in which it is read. */
function textsIn(value: unknown): SlackText[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (value === null || typeof value !== 'object') return []
  if ('text' in value && typeof value.text === 'string') return [value as SlackText]
  return Object.values(value).flatMap(textsIn)
}
