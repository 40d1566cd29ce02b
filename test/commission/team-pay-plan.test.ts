import { describe, expect, test } from 'vitest'
import { readPlanFile } from '../../src/commission/plan-file.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { planInWords } from '../../src/commission/plan-words.ts'

const FLAT = 'name: Flat\nperiod: month\nattain: signed\npay: signed\nrate: 5%\n'
const POOL = `${FLAT}pool:
  source: held-back
  size: 10%
  scope: team
  divide: equally
  unreleased: forfeited
`

describe('a plan file with a pool, an override or an overlay', () => {
  test.each([
    ['a pool without a size', POOL.replace('  size: 10%\n', ''), [7, 'pool.size is missing']],
    [
      'a size that is none',
      POOL.replace('10%', 'a lot'),
      [8, 'pool.size: expected a share such as 10%, or an amount such as 32000'],
    ],
    [
      'a fixed amount that members would have to put in',
      POOL.replace('10%', '32000'),
      [8, 'pool.size: a fixed amount can only come on top; what members put in is a share, such as 10%'],
    ],
    [
      'more than members have',
      POOL.replace('10%', '101%'),
      [8, 'pool.size: members cannot put in more than 100%'],
    ],
    [
      'an amount finer than a cent',
      POOL.replace('held-back', 'on-top').replace('10%', '0.005'),
      [8, 'pool.size: 0.005 is finer than the smallest unit of CNY'],
    ],
    [
      'a bonus that the plan does not have',
      `${POOL.replace('held-back', 'bonus')}  bonus: New logo\n`,
      [12, 'pool.bonus: the plan has no bonus “New logo”'],
    ],
    [
      'no bonus where one feeds it',
      POOL.replace('held-back', 'bonus'),
      [7, 'pool: “bonus” is missing: the name of the bonus that feeds it'],
    ],
    [
      'a bonus that feeds nothing',
      `${POOL}  bonus: New logo\n`,
      [12, 'pool.bonus: only a pool with “source: bonus” has one'],
    ],
    [
      'weights that nothing is divided by',
      `${POOL}  weights: [{ person: 李雷, weight: 1 }]\n`,
      [12, 'pool.weights: only a pool with “divide: by-weights” has them'],
    ],
    [
      'no weights to divide by',
      POOL.replace('equally', 'by-weights'),
      [7, 'pool: “weights” are missing: a list of people and weights'],
    ],
    [
      'somebody who is weighed twice',
      `${POOL.replace('equally', 'by-weights')}  weights:\n    - { person: 李雷, weight: 1 }\n    - { person: 李雷, weight: 2 }\n`,
      [14, 'pool.weights[2]: 李雷 is named twice'],
    ],
    [
      'weights of nothing',
      `${POOL.replace('equally', 'by-weights')}  weights: [{ person: 李雷, weight: 0 }]\n`,
      [12, 'pool.weights: expected one weight above zero'],
    ],
    [
      'a curve that falls',
      `${POOL}  curve: { from: 120%, to: 80% }\n`,
      [12, 'pool.curve: expected “to” not to be below “from”'],
    ],
    [
      'steps out of order',
      `${POOL}  curve:\n    - { at: 100%, releases: 100% }\n    - { at: 80%, releases: 50% }\n`,
      [14, 'pool.curve[2].at: expected to be above the step before'],
    ],
    [
      'an attainment that is an amount',
      `${POOL}  eligible: 5000\n`,
      [12, 'pool.eligible: expected a share such as 80%'],
    ],
    [
      'an override of something else',
      `${FLAT}override: { rate: 1%, of: margin, scope: direct }\n`,
      [6, 'override.of: expected credit or commission'],
    ],
    [
      'an overlay of what comes in',
      `${FLAT.replace('pay: signed', 'pay: collected')}overlay: { of: team, credit: 100% }\n`,
      [6, 'overlay: only a plan with “attain: signed” and “pay: signed” can count credit beyond shares'],
    ],
    ['an overlay without credit', `${FLAT}overlay: { of: team }\n`, [6, 'overlay.credit is missing']],
  ])('names the line of %s', (_, text, [line, sentence]) => {
    expect(readPlanFile(text, 'CNY')).toEqual([{ line, sentence }])
  })

  test('is said back in words, in both languages', () => {
    const text = `${POOL.replace('equally', 'by-weights')}  eligible: 50%
  curve: [{ at: 80%, releases: 50% }, { at: 100%, releases: 100% }]
  weights: [{ person: 李雷, weight: 60 }, { person: 韩梅梅, weight: 40 }]
override: { rate: 1%, of: commission, scope: all }
overlay: { of: split, credit: 100% }
`
    expect(said(text, 'zh-CN').slice(2)).toEqual([
      '分单的单按整单的 100% 计入，定档和发放都按它；自己的份额更大就按份额',
      '管理提成：带团队的人拿组员和下面各组组员自己那份提成的 1%，本人的单不算',
      '团队奖金池：每人提成的 10% 先留进池里',
      '奖金池按本组达成来放：达到 80% 放 50%，达到 100% 放 100%',
      '自己没到目标的 50%，这一期不分池',
      '奖金池按权重分：李雷 60、韩梅梅 40',
      '池里没放出来的作废',
    ])
    expect(said(text, 'en').slice(2)).toEqual([
      'a shared deal counts at 100% of the whole deal, for the tier and for pay, unless one’s share is larger',
      'who leads a team gets 1% of what its members, and those of all teams below, earn by their own deals; own deals not among it',
      'team pool: 10% of everyone’s commission is held back for it',
      'the attainment of the team releases the pool: from 80% on 50% of it, from 100% on 100% of it',
      'who is below 50% of their own target gets nothing of the pool',
      'the pool is divided by weights: 李雷 60, 韩梅梅 40',
      'what is not released of the pool is forfeited',
    ])
  })

  test('says what the company puts in', () => {
    const onTop = POOL.replace('held-back', 'on-top').replace('scope: team', 'scope: company')
    expect(said(onTop, 'zh-CN')).toContain('团队奖金池：公司另出全公司提成的 10%')
    expect(said(onTop.replace('10%', '32000'), 'zh-CN')).toContain('团队奖金池：公司另出 32,000 元')
    expect(said(onTop.replace('10%', '32000'), 'en')).toContain(
      'team pool: the company puts ¥32,000 in, on top',
    )
  })
})

function said(text: string, locale: 'zh-CN' | 'en'): string[] {
  const plan = planFrom(readPlanFile(text, 'CNY'), 'CNY')
  return planInWords({ locale, workspace: { currency: 'CNY' } }, plan)
}
