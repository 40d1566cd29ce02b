import { describe, expect, test } from 'vitest'
import { readPlanFile } from '../../src/commission/plan-file.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { planView } from '../../src/commission/plan-view.ts'
import { planInWords } from '../../src/commission/plan-words.ts'
import { rowsIn } from '../support/rows.ts'

const FLAT = 'name: Flat\nperiod: month\nattain: signed\npay: signed\nrate: 5%\n'
const LEADS = FLAT.replace('attain: signed', 'attain: { metric: 线索 }')
const ALL = `${FLAT}ramp: [50%, 75%]\nproration: calendar-days\nstretches: blended\ncoefficient: { goal: 客户满意度, from: 80%, to: 120% }\n`

describe('a plan file with newcomers, stretches, a coefficient or a metric', () => {
  test.each([
    ['a ramp of no share', `${FLAT}ramp: [half]\n`, [6, 'ramp[1]: expected a share such as 80%']],
    [
      'a ramp of a bare number',
      `${FLAT}ramp:\n  - 50%\n  - 1\n`,
      [8, 'ramp[2]: expected a share such as 80%'],
    ],
    ['a ramp of nothing', `${FLAT}ramp: [0%]\n`, [6, 'ramp[1]: expected a share above 0% and up to 100%']],
    [
      'a ramp above the target',
      `${FLAT}ramp: [120%]\n`,
      [6, 'ramp[1]: expected a share above 0% and up to 100%'],
    ],
    [
      'a proration that is none',
      `${FLAT}proration: workdays\n`,
      [6, 'proration: expected none or calendar-days'],
    ],
    ['stretches of no kind', `${FLAT}stretches: mixed\n`, [6, 'stretches: expected separate or blended']],
    [
      'a coefficient without a goal',
      `${FLAT}coefficient:\n  from: 80%\n`,
      [7, 'coefficient.goal is missing'],
    ],
    [
      'a coefficient upside down',
      `${FLAT}coefficient:\n  goal: 满意度\n  from: 120%\n  to: 80%\n`,
      [9, 'coefficient.to: expected “to” not to be below “from”'],
    ],
    [
      'a coefficient in other words',
      `${FLAT}coefficient: { goal: 满意度, missing: maybe }\n`,
      [6, 'coefficient.missing: expected one or zero'],
    ],
    [
      'an attain that is none',
      FLAT.replace('attain: signed', 'attain: paid'),
      [3, 'attain: expected signed, collected, or { metric: the name of a check-in goal }'],
    ],
    [
      'a target in money on a metric',
      `${LEADS}target: 100000\n`,
      [6, 'target: on a metric the target is each person’s goal; leave it out'],
    ],
    [
      'a gate in money on a metric',
      `${LEADS}gate: 100\n`,
      [6, 'gate: on a metric, expected a share of the goal such as 80%'],
    ],
    [
      'a tier that covers a share of a metric',
      `${LEADS}tiers:\n  - unlock: 80%\n    covers: { from: 80% }\n    rate: { multiply: 1 }\n`,
      [
        8,
        'tiers[1].covers.from: on a metric, the credit that a tier covers is told in amounts, or is everything: from 0',
      ],
    ],
    [
      'a bonus for an amount of a metric',
      `${LEADS}bonuses:\n  - { name: 奖, reach: 40, amount: 500 }\n`,
      [7, 'bonuses[1].reach: on a metric, expected a share of the goal such as 80%'],
    ],
  ] as const)('%s is named with its line', (_, text, [line, sentence]) => {
    expect(readPlanFile(text, 'CNY')).toEqual([{ line, sentence }])
  })

  test('is said back in words, in both languages', () => {
    const plan = planFrom(readPlanFile(ALL, 'CNY'), 'CNY')
    expect(planInWords(chinese, plan)).toEqual([
      '每月一算，按签约额，税前',
      '全部签约 × 5%',
      '新人目标：入职第 1 个月 50%，入职第 2 个月 75%，之后全额',
      '期中入职或离职，目标按在职的天数折算',
      '期中换方案，达成按整期算，每一段按自己占的计入金额发',
      '合计再乘以目标「客户满意度」的达成，最低 80%，最高 120%；没有这个目标或还没打卡，乘以 1',
    ])
    expect(planInWords({ ...chinese, locale: 'en' }, plan).slice(2)).toEqual([
      'newcomers’ target: 50% in month 1, 75% in month 2, whole after that',
      'who joins or leaves within a period has the target by calendar days',
      'where the plan changes within a period, attainment is measured over all of it, and each stretch pays its share of the credit',
      'all of it × the attainment of the goal “客户满意度”, at least 80%, at most 120%; without that goal, or a check-in, × 1',
    ])
  })

  test('on a metric shows what each attainment pays on the same credit', () => {
    const tiers =
      'tiers:\n  - { unlock: 80%, covers: { from: 0 }, rate: { multiply: 1 } }\n  - { unlock: 100%, covers: { from: 0 }, rate: { multiply: 1.2 } }\n'
    const plan = planFrom(readPlanFile(`${LEADS}${tiers}`, 'CNY'), 'CNY')
    const view = planView(chinese, '线索方案', plan, 10_000_000n)
    expect(JSON.stringify(view)).toContain('每月一算，按目标「线索」的打卡定档，按签约额发，税前')
    expect(JSON.stringify(view)).toContain('签约 100,000 元时这样发：')
    expect(rowsIn(view)).toEqual([
      ['50%', '100,000 元', '0 元'],
      ['79.99%', '100,000 元', '0 元'],
      ['80%', '100,000 元', '5,000 元'],
      ['99.99%', '100,000 元', '5,000 元'],
      ['100%', '100,000 元', '6,000 元'],
      ['120%', '100,000 元', '6,000 元'],
      ['150%', '100,000 元', '6,000 元'],
    ])
  })
})

const chinese = { locale: 'zh-CN' as const, workspace: { currency: 'CNY' } }
