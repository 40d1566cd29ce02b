import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSlackHome, toSlackMessage, toSlackMessages, toSlackModal } from '../../src/view/slack.ts'
import { anyBlocks, anyForm, anyView, someKnown } from './arbitraries.ts'
import { limitsBroken } from './slack-limits.ts'

describe('whatever a view says, Slack takes it', () => {
  test('as messages', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const messages = toSlackMessages(view, someKnown)
        expect(messages.length).toBeGreaterThan(0)
        expect(messages.flatMap(limitsBroken)).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('as one message', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(limitsBroken(toSlackMessage(view, someKnown))).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('as a home tab', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(limitsBroken(toSlackHome(blocks, someKnown))).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('and every form as a modal', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(
          limitsBroken(toSlackModal(form, someKnown, { privateMetadata: { channel: 'C0DEALS' } })),
        ).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })
})

describe('the check itself finds', () => {
  const button = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'x'.repeat(76) } }
  const message = (...blocks: object[]) => ({ text: '', blocks })

  test('a button label that is one character too long', () => {
    expect(limitsBroken(message({ type: 'actions', elements: [button] }))).toEqual([
      'blocks[0] actions.elements[0].text: 76 characters, at most 75',
    ])
  })

  test('the fifty-first block', () => {
    const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }))
    expect(limitsBroken(message(...blocks))).toEqual(['message.blocks: 51 items, at most 50'])
  })

  test('an empty text, a second table, and a modal title of 25 characters', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }
    expect(
      limitsBroken(message({ type: 'header', text: { type: 'plain_text', text: '' } }, table, table)),
    ).toEqual(['message.blocks: 2 tables, at most one', 'blocks[0] header.text: empty'])
    const words = (text: string) => ({ type: 'plain_text', text })
    const modal = {
      type: 'modal',
      callback_id: 'f',
      title: words('x'.repeat(25)),
      submit: words('s'),
      close: words('c'),
    }
    expect(limitsBroken({ ...modal, blocks: [{ type: 'divider' }] })).toEqual([
      'view.title: 25 characters, at most 24',
    ])
  })
})
