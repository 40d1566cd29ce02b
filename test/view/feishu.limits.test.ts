import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromFeishuForm, toFeishuCards, toFeishuForm } from '../../src/view/feishu.ts'
import { anyForm, anyView, someKnown } from './arbitraries.ts'
import { cardFaults } from './feishu-schema.ts'
import { everyField, knowsLi } from './samples.ts'

describe('whatever a view says, Feishu takes it', () => {
  test('as cards', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const cards = toFeishuCards(view, someKnown)
        expect(cards.length).toBeGreaterThan(0)
        expect(cards.flatMap(cardFaults)).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('and every form as a form card', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(cardFaults(toFeishuForm(form, someKnown))).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('the check finds an unknown property and a card that is too large', () => {
    const card = toFeishuForm(everyField, knowsLi)
    expect(cardFaults({ ...card, elements: [] })).toHaveLength(1)
    const body = { elements: [{ tag: 'markdown', content: '鼓'.repeat(10_000) }] }
    expect(cardFaults({ ...card, body })).toEqual(['30218 bytes, at most 30 KB'])
  })
})

test('a submitted card is read by the fields of its form', () => {
  const submitted = {
    customer__text: '华为',
    'note__long-text': '',
    signed__date: '2026-11-20 +0800',
    owner__person: 'U0LI',
    split__people: ['U0LI', 'ou_stranger'],
    days__choices: [],
    submit: undefined,
  }
  expect(fromFeishuForm(submitted, knowsLi)).toEqual({
    customer: '华为',
    signed: '2026-11-20',
    owner: 'li',
    split: ['li', 'ou_stranger'],
  })
})
