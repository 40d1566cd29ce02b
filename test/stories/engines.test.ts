import { expect, test } from 'vitest'
import type { Form } from '../../src/view/form.ts'
import { plan } from '../commission/arrange.ts'
import { inThread, lastTo, teamWithRituals, threads } from '../rituals/team-with-rituals.ts'
import { type Engine, engines } from '../support/databases.ts'

const [sqlite, ...others] = engines

test('a fortnight from the first deal to the calibration reads the same on every engine', async () => {
  const told = await fortnight(there(sqlite))
  for (const [moment, words] of MILESTONES) expect(told[moment]).toContain(words)
  for (const engine of others) expect(await fortnight(engine), engine.name).toEqual(told)
}, 60_000)

/** What has to be in the story, so that two empty ones are not taken for equal. */
const MILESTONES: [moment: string, words: string][] = [
  ['deal', '记好了：D-1 华为 60 万'],
  ['commission', '达成 101%，提成暂计 60,750 元'],
  ['board', '李雷'],
  ['badge', '签单王'],
  ['goal', 'G-3'],
  ['retro answer', 'I-1'],
  ['retro summary', '人参与'],
  ['calibration', '月度校准会'],
  ['proposal', '1,000,000 元 → 900,000 元'],
  ['calibration summary', '900,000 元'],
  ['deals after all', 'D-2'],
]

/** Everything that was said on the way, by its moment. */
async function fortnight(engine: Engine): Promise<Record<string, string>> {
  const team = await teamWithRituals({ database: await engine.open() })
  const told: Record<string, string> = {}
  const asks = async (moment: string, name: string, text: string) => {
    told[moment] = (await team.says(name, text)).text
  }

  await plan(team)
  await asks('goal', '王经理', '/goal add @李雷 11月 签约 100万')
  await team.says('王经理', '/goal add @韩梅梅 11月 签约 80万')
  await team.says('陈总', '/goal add 公司 12月 签约 500万')
  await team.says('王经理', '/goal add @李雷 12月 签约 100万 parent=G-3')
  await asks('goal', '王经理', '/goal tree 12月')
  await asks('deal', '李雷', '/deal add 华为 60万 产品=CRM 渠道=转介绍 日期=昨天 分单=@李雷:85,@韩梅梅:15')
  await team.says('李雷', '/deal add 小米 50万')
  await team.says('李雷', '/deal collect D-1 30万')
  await team.says('王经理', '/deal confirm all')
  await asks('commission', '李雷', '/commission')
  await asks('explanation', '李雷', '/commission explain')
  await asks('what if', '李雷', '/commission whatif 50000')
  await asks('board', '韩梅梅', '/leaderboard attainment 2026-11')
  await asks('collected board', '韩梅梅', '/leaderboard collected 2026-11')

  await team.until('2026-11-19T02:05:00.000Z')
  const [card] = team.posts({ in: 'deals' })
  told.announcement = there(card).text
  told.award = (await team.reacts('王经理', there(card), '👑')).text
  await team.until('2026-11-19T02:20:00.000Z')
  await asks('badge', '李雷', '/badge')

  await team.until('2026-11-20T08:00:00.000Z')
  const [retro] = threads(team, '周复盘 · 销售一部')
  told.retro = there(retro).text
  const prompt = lastTo(team, '李雷')
  told['retro prompt'] = prompt.text
  const { form } = await team.presses('李雷', prompt, 'retro.fill')
  const answers = { highlight: '签下华为', improvement: '找两家老客户转介绍' }
  told['retro answer'] = (await team.submits('李雷', form, answers)).text
  await team.until('2026-11-23T02:00:00.000Z')
  told['retro summary'] = there(inThread(team, there(retro)).at(-1)).text

  await team.says('王经理', '/deal refund D-2 10万 让利')
  await team.until('2026-12-01T02:00:00.000Z')
  const [calibration] = threads(team, '月度校准会 · 销售一部')
  told.calibration = there(calibration).text
  const opened = await team.presses('李雷', there(calibration), '写变化')
  const change = { market: '对手降价 10%', action: '先回访老客户' }
  told.contribution = (await team.submits('李雷', opened.form, change)).text
  const onTable = there(inThread(team, there(calibration)).at(-1))
  const asked = await team.presses('李雷', onTable, '提议改目标')
  const wish = { goal: choice(asked.form, 'G-4'), value: '90万', why: '预算冻结' }
  told.wish = (await team.submits('李雷', asked.form, wish)).text
  const proposal = there(inThread(team, there(calibration)).at(-1))
  told.proposal = proposal.text
  await team.presses('王经理', proposal, '同意')
  told.agreed = (await team.presses('赵敏', proposal, '同意')).text
  await team.until('2026-12-01T10:00:00.000Z')
  told['calibration summary'] = there(inThread(team, there(calibration)).at(-1)).text

  await asks('goal after all', '李雷', '/goal history G-4')
  await asks('deals after all', '王经理', '/deal list 2026-11')
  await asks('improvements after all', '李雷', '/improve')
  told['everything that was posted'] = team
    .posts()
    .map(({ at, place, text }) => `${at} ${place}: ${text}`)
    .sort()
    .join('\n')
  expect(team.failures).toEqual([])
  return told
}

function choice(form: Form | undefined, label: string): string {
  const options = form?.fields.flatMap((field) => (field.kind === 'choice' ? field.options : []))
  return there(options?.find((option) => option.label.includes(label))).value
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('The story has come to a halt: it is not there.')
  return thing
}
