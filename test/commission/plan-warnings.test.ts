import { describe, expect, test } from 'vitest'
import { exactly, showRate } from '../../src/commission/fraction.ts'
import { readPlanFile } from '../../src/commission/plan-file.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { planView } from '../../src/commission/plan-view.ts'
import { toText } from '../../src/view/text.ts'
import { startTeam } from '../support/team.ts'

const file = (lines: string) => `name: X\nperiod: month\nattain: signed\npay: signed\n${lines}\n`

function shown(lines: string): string {
  const read = readPlanFile(file(lines), 'CNY')
  if (Array.isArray(read)) throw new Error(read.map((one) => one.sentence).join())
  const plan = planFrom(read, 'CNY')
  return toText(
    planView({ locale: 'zh-CN', workspace: { currency: 'CNY' } }, 'X', plan, 10_000_000n),
    'zh-CN',
  )
}

describe('a plan that is surely not meant', () => {
  test.each([
    ['rate: 5', '最高按 500% 发'],
    [
      'rate: 50%\ntiers:\n  - { unlock: 100%, covers: { from: 0% }, rate: { multiply: 3 } }',
      '最高按 150% 发',
    ],
  ])('is warned of (%#)', (lines, warning) => {
    expect(shown(lines)).toContain(warning)
    expect(shown('rate: 100%')).not.toContain('注意')
  })

  test.each([
    ['rate: 5%\ntarget: 0', { line: 6, sentence: 'target: expected more than 0' }],
    ['rate: 5%\ntarget: 0.00', { line: 6, sentence: 'target: expected more than 0' }],
    [
      `rate: ${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      { line: 5, sentence: 'fields are nested too deeply for a plan' },
    ],
    [
      `rate: ${'{a: '.repeat(5_000)}1${'}'.repeat(5_000)}`,
      { line: 5, sentence: 'fields are nested too deeply for a plan' },
    ],
  ])('is refused in one sentence (%#)', (lines, problem) => {
    expect(readPlanFile(file(lines), 'CNY')).toEqual([problem])
  })

  test.each([
    ['1/3', '33.33…%'],
    ['2/3000', '0.0666…%'],
    ['-4/3', '-133.33…%'],
    ['7.5%', '7.5%'],
  ])('shows a rate of %s as %s', (written, read) => {
    expect(showRate(exactly(written))).toBe(read)
  })
})

test('a rep who asks for the team’s deals is told who sees them, a manager sees them', async () => {
  const team = await startTeam()
  await team.says('韩梅梅', '/deal add 华为 3万')
  expect((await team.says('李雷', '/deal list 团队')).text).toContain('只有主管、财务和管理员能看')
  expect((await team.says('王经理', '/deal list 团队')).text).toContain('华为')
})

test('a refund of all keeps only its reason', async () => {
  const team = await startTeam()
  await team.says('李雷', '/deal add 华为 3万')
  await team.says('李雷', '/deal refund D-1 全部 退货')
  const { text } = await team.says('李雷', '/deal show D-1')
  expect(text).toContain('退货')
  expect(text).not.toContain('全部 退货')
})
