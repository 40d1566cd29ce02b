import { expect, test } from 'vitest'
import { setLocale } from '../../src/people/store.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

async function team() {
  const company = await startTeam()
  await plan(company)
  await target(company, '李雷', 100_000)
  await target(company, '韩梅梅', 100_000)
  await signs(company, '李雷', 80_000)
  await signs(company, '韩梅梅', 100_000, { customer: '小米' })
  await signs(company, '韩梅梅', 20_000, { customer: '中兴', confirmed: false })
  return company
}

test('a manager sees their people’s pay, the most first, with what is provisional', async () => {
  const company = await team()
  const { text, view } = await company.says('王经理', '提成 团队')
  expect(text).toContain('11 月提成（税前）')
  const rows = rowsIn(view)
  expect(rows.slice(0, 2)).toEqual([
    ['韩梅梅', '120%', '7,500 元', '1,500 元'],
    ['李雷', '80%', '4,000 元', ''],
  ])
  expect(rows).toContainEqual(['张伟', '—', '没有目标', ''])
  expect(rows.at(-1)).toEqual(['合计', '', '11,500 元', '1,500 元'])
})

test('in English, of another month', async () => {
  const company = await team()
  await company.write('王经理', (scope) => setLocale(scope, company.id('王经理'), 'en'))
  const { text } = await company.says('王经理', '/commission team 2026-10')
  expect(text).toContain('commission, October (pre-tax)')
  expect(text).toContain('no target')
})

test('finance sees everybody who has signed; a rep sees nobody', async () => {
  const company = await team()
  expect(rowsIn((await company.says('孙会计', '/commission team')).view)[0]?.[0]).toBe('韩梅梅')
  const refused = await company.says('李雷', '/commission team')
  expect(refused.text).toContain('主管')
  expect(refused.text).not.toContain('7,500')
})

test('a manager does not see another team', async () => {
  const company = await team()
  const { text } = await company.says('王经理', '/commission team 销售二部')
  expect(text).not.toMatch(/\d 元/)
})

test('what cannot be read is said, with an example', async () => {
  const company = await team()
  expect((await company.says('王经理', '/commission team soonish')).text).toBe(
    '「soonish」没读懂。可以写成：提成 团队 2026-10，最后也可以加团队名',
  )
})
