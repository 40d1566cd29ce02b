import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../../src/kernel/locale.ts'
import { type Audience, audience } from './audience.ts'
import { hostileCast, plainCast } from './casts.ts'
import { strangeWords } from './language.ts'
import { registered } from './registry.ts'
import { faultsOf, wordsShown } from './shown.ts'
import { TOUR_BEGINS, tour, tourAsFarAsItGoes } from './tour.ts'

const LOCALES: Locale[] = ['zh-CN', 'en']

/** Names that the usual company's people and teams have in every language. */
const NAMES = [
  '陈总',
  '王经理',
  '李雷',
  '韩梅梅',
  '张伟',
  '周主管',
  '吴婷',
  '郑凯',
  '赵敏',
  '孙会计',
  '总公司',
  '销售一部',
  '市场部',
  'test Acme',
  'Acme',
  '→ deals',
  '→ retro',
  '→ sales',
]

describe.each(LOCALES)('whatever people write, in %s', (locale) => {
  let place: Audience

  beforeAll(async () => {
    place = await audience({ at: TOUR_BEGINS, locale })
    await tour(place, hostileCast(locale))
  })

  test('the tour asks everything of the product that can be asked', () => {
    expect(registered().filter((name) => !place.used.has(name))).toEqual([])
  })

  test('nothing fails', () => {
    expect(place.team.failures).toEqual([])
  })

  test('what is shown fits into Slack, Feishu, a page and a line of text, and rings nobody', () => {
    expect(place.seen.length).toBeGreaterThan(500)
    const faulty = place.seen.flatMap((shown) => {
      const faults = faultsOf(shown)
      return faults.length > 0 ? [{ after: shown.after, faults }] : []
    })
    expect(faulty).toEqual([])
  })
})

describe.each(LOCALES)('where people write plainly, in %s', (locale) => {
  test('no word of another language is left', async () => {
    const place = await audience({ at: TOUR_BEGINS, locale })
    await tour(place, plainCast(locale))
    const strange = place.seen.flatMap((shown) => {
      const words = wordsShown(shown).flatMap((text) => strangeWords(text, shown.locale, NAMES))
      return words.length > 0 ? [`${[...new Set(words)].join(' ')} (${shown.after})`] : []
    })
    expect([...new Set(strange)]).toEqual([])
  })
})

test('so does any text at all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { minLength: 5, maxLength: 20 }),
      async (words) => {
        const place = await audience({ at: TOUR_BEGINS })
        await tourAsFarAsItGoes(place, hostileCast('zh-CN', words))
        expect(place.team.failures).toEqual([])
        expect(place.seen.flatMap(faultsOf)).toEqual([])
      },
    ),
    { numRuns: 2 },
  )
}, 240_000)
