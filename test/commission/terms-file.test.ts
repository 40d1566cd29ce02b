import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fraction } from '../../src/commission/fraction.ts'
import { readPlanFile } from '../../src/commission/plan-file.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { planInWords } from '../../src/commission/plan-words.ts'
import { PLAIN_TERMS } from '../../src/commission/terms.ts'

const FLAT = 'name: Flat\nperiod: month\nattain: signed\npay: signed\nrate: 5%\n'
const read = (text: string) => planFrom(readPlanFile(text, 'CNY'), 'CNY')
const shipped = (name: string) => read(readFileSync(join(import.meta.dirname, '../../plans', name), 'utf8'))

describe('terms of payment in a plan file', () => {
  test('are plain where the plan says nothing', () => expect(read(FLAT).terms).toEqual(PLAIN_TERMS))

  test('are read exactly', () => {
    const text = `${FLAT}draw: { amount: 2000.50, recoverable: false, for: 6 }
deferred: { share: 1/3, release: { after: 6 } }
negative: forgiven
clawback: { rate: current, attainment: lowers }
leaving: { deferred: forfeit }
`
    expect(read(text).terms).toEqual({
      draw: { amountMinor: 200_050n, recoverable: false, forMonths: 6 },
      advance: undefined,
      deferred: { share: fraction(1, 3), release: { afterMonths: 6 } },
      negative: 'forgiven',
      clawback: { rate: 'current', attainment: 'lowers' },
      leaving: { collections: 'pay', deferred: 'forfeit' },
    })
  })

  test.each([
    ['re-rate', 'lowers'],
    ['original', 'keeps'],
    ['current', 'keeps'],
  ])('a clawback by %s %s attainment unless it says otherwise', (rate, attainment) => {
    expect(read(`${FLAT}clawback: { rate: ${rate} }\n`).terms.clawback.attainment).toBe(attainment)
  })

  test.each([
    [
      'a draw of nothing',
      'draw: { amount: 0, recoverable: true }',
      'draw.amount: expected an amount above 0',
    ],
    ['a draw that is neither', 'draw: { amount: 9 }', 'draw.recoverable is missing'],
    [
      'a draw for no month',
      'draw: { amount: 9, recoverable: true, for: 0 }',
      'draw.for: expected a number of months, 1 or more',
    ],
    [
      'a draw finer than a cent',
      'draw: { amount: 9.005, recoverable: true }',
      'draw.amount: 9.005 is finer than the smallest unit of CNY',
    ],
    [
      'an advance of nothing',
      'advance: { share: 0%, trueUp: quarter }',
      'advance.share: expected a share above 0% and up to 100%',
    ],
    [
      'an advance above all',
      'advance: { share: 120%, trueUp: quarter }',
      'advance.share: expected a share above 0% and up to 100%',
    ],
    ['an advance without an end', 'advance: { share: 80% }', 'advance.trueUp is missing'],
    [
      'an advance by the month',
      'advance: { share: 80%, trueUp: month }',
      'advance.trueUp: expected quarter or year',
    ],
    [
      'a share that may be an amount',
      'deferred: { share: 20, release: year-end }',
      'deferred.share: expected a share such as 80%',
    ],
    [
      'a release after no month',
      'deferred: { share: 20%, release: { after: 0 } }',
      'deferred.release.after: expected a number of months, 1 or more',
    ],
    [
      'a release some day',
      'deferred: { share: 20%, release: later }',
      'deferred.release: expected year-end, or { after: 6 } in months, 1 or more',
    ],
    ['a negative nobody knows', 'negative: hidden', 'negative: expected carried or deducted or forgiven'],
    [
      'a clawback nobody knows',
      'clawback: { rate: half }',
      'clawback.rate: expected re-rate or original or current',
    ],
    [
      'a forfeit of what is not held back',
      'leaving: { deferred: forfeit }',
      'leaving.deferred: nothing is held back; expected a deferred share',
    ],
    [
      'collections of a plan that pays on the signing',
      'leaving: { collections: { days: 90 } }',
      'leaving.collections: this plan pays on what is signed; expected pay: collected',
    ],
    [
      'no number of days',
      'leaving: { collections: { days: soon } }',
      'leaving.collections.days: expected a number of days, 1 or more',
    ],
    [
      'collections nobody knows',
      'leaving: { collections: perhaps }',
      'leaving.collections: expected pay, forfeit or { days: 90 }',
    ],
  ])('names the line of %s', (_, line, sentence) => {
    expect(readPlanFile(`${FLAT}${line}\n`, 'CNY')).toEqual([{ line: 6, sentence }])
  })

  test.each([
    [
      'quarter',
      'advance: { share: 80%, trueUp: quarter }',
      'advance.trueUp: expected a span longer than the plan’s period, a quarter',
    ],
    [
      'year',
      'advance: { share: 80%, trueUp: year }',
      'advance.trueUp: expected a span longer than the plan’s period, a year',
    ],
    [
      'quarter',
      'draw: { amount: 9, recoverable: true, for: 4 }',
      'draw.for: expected whole periods: a multiple of 3 months',
    ],
    [
      'year',
      'deferred: { share: 20%, release: year-end }',
      'deferred.release: a plan by the year would release at once what it holds back; expected { after: 6 }',
    ],
  ])('by the %s: %s cannot be meant', (period, line, sentence) => {
    expect(readPlanFile(`${FLAT.replace('month', period)}${line}\n`, 'CNY')).toEqual([{ line: 6, sentence }])
  })

  test.each([
    [
      'signed',
      'advance: { share: 80%, trueUp: quarter }',
      'advance: what a collection pays is fixed by the period of its signing; expected pay: signed',
    ],
    [
      'collected',
      'clawback: { rate: original }',
      'clawback: money that goes back lowers the period in which it does; expected attain: signed',
    ],
  ])('attained by what is %s, paid on collection: %s cannot be meant', (attain, line, sentence) => {
    const text = FLAT.replace('attain: signed', `attain: ${attain}`).replace('pay: signed', 'pay: collected')
    expect(readPlanFile(`${text}${line}\n`, 'CNY')).toEqual([{ line: 6, sentence }])
  })

  test('attained by what is collected: a refund cannot lower attainment a second time', () => {
    const text = FLAT.replace('attain: signed', 'attain: collected')
    expect(readPlanFile(`${text}clawback: { rate: original, attainment: lowers }\n`, 'CNY')).toEqual([
      {
        line: 6,
        sentence:
          'clawback.attainment: a refund lowers only what attains by signing; expected attain: signed',
      },
    ])
  })

  test('several mistakes are named in the order of the lines', () => {
    const text = `${FLAT}deferred: { share: 20%, release: year-end }\nadvance: { share: 80%, trueUp: year }\nleaving:\n  collections: forfeit\n`
    expect(readPlanFile(text, 'CNY')).toEqual([
      {
        line: 6,
        sentence: 'deferred: a plan holds back or advances, not both; let the advance’s share be smaller',
      },
      {
        line: 9,
        sentence: 'leaving.collections: this plan pays on what is signed; expected pay: collected',
      },
    ])
  })
})

describe('a plan says its terms back', () => {
  const inWords = (name: string, locale: 'en' | 'zh-CN') =>
    planInWords({ locale, workspace: { currency: 'CNY' } }, shipped(name))

  test('the draw, what is owed of it, and for how long', () => {
    expect(inWords('recoverable-draw.yml', 'en').slice(2, 4)).toEqual([
      'draw: a month pays at least ¥2,000, for the first 6 months on the plan',
      'what the draw pays above the earnings is owed, and recovered from later pay above the draw; what is still owed on leaving is written off',
    ])
    expect(inWords('recoverable-draw.yml', 'zh-CN').slice(2, 4)).toEqual([
      '保底预支：进方案后的前 6 个月，每月至少发 2,000 元',
      '预支超过提成的部分先欠着，以后从高出保底的提成里扣回；离职时还欠的一笔勾销',
    ])
  })

  test('the advance and its true-up, and the clawback', () => {
    expect(inWords('advance-with-true-up.yml', 'zh-CN').slice(-3)).toEqual([
      '预发：每月先发自己那一期提成的 80%；到季度的最后一个月，整季重新算一遍，减去预发的再发',
      '算出来是负数，这一期不发，差额从以后的提成里扣',
      '退以前签的单，按签约那一期的实际比例扣回这单发过的提成；达成不受影响',
    ])
  })

  test('what is held back, and what becomes of it on leaving', () => {
    expect(inWords('deferred.yml', 'en').slice(-2)).toEqual([
      '20% of the pay is held back, and released at the end of the fiscal year',
      'who leaves forfeits what is held back',
    ])
  })

  test('and nothing where all that is earned is paid at once', () => {
    expect(inWords('flat.yml', 'en')).toHaveLength(2)
  })
})
