import { describe, expect, test } from 'vitest'
import { signs, target } from '../commission/arrange.ts'
import { approve, audited, close, lastTo, later, octoberDone } from './arrange.ts'

describe('closing', () => {
  test('lists what is unfinished, and freezes all the same', async () => {
    const team = await octoberDone()
    await signs(team, '张伟', 50_000, { on: '2026-10-20', customer: '小米', confirmed: false })
    await later(team)
    const check = await team.says('赵敏', '/commission close 2026-10')
    expect(check.text).toContain('10 月关账：3 份对账单，共 12,175 元（税前）。')
    expect(check.text).toContain('1 单等确认，共 50,000 元：D-3')
    expect(check.text).toContain('没有目标：吴婷、张伟、郑凯')
    const frozen = await team.presses('赵敏', check, '仍然关账')
    expect(frozen.text).toContain('10 月已冻结：发出 3 份对账单，共 12,175 元（税前）。')
  })

  test('sends everybody their own statement, and nobody another’s', async () => {
    const team = await octoberDone()
    await close(team, '2026-10')
    expect(lastTo(team, '李雷').text).toContain('10 月的对账单：4,675 元（税前）。请看一下对不对得上。')
    expect(lastTo(team, '韩梅梅').text).toContain('10 月的对账单：7,500 元（税前）。')
    expect(team.posts({ to: '张伟' })).toEqual([])
    expect(
      team
        .posts({ to: '李雷' })
        .map((post) => post.text)
        .join(),
    ).not.toContain('7,500')
  })

  test.each([
    ['2026-11', '11 月还没过完'],
    ['2026-W40', '没读懂'],
    ['下下月', '没读懂'],
    ['', '是哪一期'],
    ['2026-10 不对', '10 月读懂了，「不对」没读懂'],
  ])('refuses “%s”', async (period, sentence) => {
    const team = await octoberDone()
    expect((await team.says('赵敏', `/commission close ${period}`)).text).toContain(sentence)
  })

  test('goes on one period after another, each approved before the next', async () => {
    const team = await octoberDone()
    await close(team, '2026-09')
    const said = async (period: string) => (await team.says('赵敏', `/commission close ${period}`)).text
    expect(await said('2026-09')).toContain('9 月已冻结了')
    expect(await said('2026-08')).toContain('最早关账的 9 月之前')
    expect(await said('2026-10')).toContain('要先批准 2026-09')
    await team.says('赵敏', '/commission approve 2026-09')
    expect(await said('2026-10')).toContain('10 月关账：2 份对账单')
  })

  test('is for admins', async () => {
    const team = await octoberDone()
    const check = await team.says('赵敏', '/commission close 2026-10')
    for (const who of ['李雷', '王经理', '孙会计']) {
      expect((await team.says(who, '/commission close 2026-10')).text).not.toContain('对账单')
      expect((await team.presses(who, check, 'statement.freeze')).text).not.toContain('已冻结')
    }
    expect(await audited(team, 'period.frozen')).toEqual([])
  })
})

describe('pressed twice, by two admins, or delivered three times', () => {
  test('a period is frozen once', async () => {
    const team = await octoberDone()
    await team.write('赵敏', (scope) =>
      import('../../src/people/store.ts').then(({ grant }) => grant(scope, team.id('陈总'), 'admin')),
    )
    const check = await team.says('赵敏', '/commission close 2026-10')
    const presses = [
      team.presses('赵敏', check, 'statement.freeze', 'same'),
      team.presses('赵敏', check, 'statement.freeze', 'same'),
      team.presses('陈总', check, 'statement.freeze'),
      team.presses('赵敏', check, 'statement.freeze', 'same'),
    ]
    const texts = (await Promise.all(presses)).map((said) => said.text)
    expect(texts.filter((text) => text.includes('发出 2 份'))).toHaveLength(3)
    expect(texts.filter((text) => text.includes('10 月已冻结了'))).toHaveLength(1)
    expect(await audited(team, 'period.frozen')).toHaveLength(1)
    expect(team.posts({ to: '李雷' })).toHaveLength(1)
  })

  test('a period is approved once, and paid once', async () => {
    const team = await octoberDone()
    await approve(team, '2026-10')
    expect((await team.says('赵敏', '/commission approve 2026-10')).text).toContain('10 月已批准')
    await team.says('赵敏', '/commission paid 2026-10')
    expect((await team.says('赵敏', '/commission paid 2026-10')).text).toContain('之前已经记为发放')
    for (const what of ['period.approved', 'period.paid']) expect(await audited(team, what)).toHaveLength(1)
  })
})

describe('approving', () => {
  test('is for each manager’s own people first, and for the admin last', async () => {
    const team = await octoberDone()
    await target(team, '吴婷', 100_000, '2026-10')
    await close(team, '2026-10')
    expect((await team.says('赵敏', '/commission approve 2026-10')).text).toContain(
      '10 月还等主管审批：周主管（1 份）、王经理（2 份）。',
    )
    expect((await team.says('王经理', '/commission approve 2026-10')).text).toBe('10 月的 2 份对账单已批准。')
    expect((await team.says('王经理', '/commission approve 2026-10')).text).toBe('10 月没有等你审批的。')
    expect((await team.says('李雷', '/commission approve 2026-10')).text).not.toContain('批准。')
    await team.says('周主管', '/commission approve 2026-10')
    expect(lastTo(team, '赵敏').text).toContain('10 月主管都批了')
    expect((await team.says('赵敏', '/commission approve 2026-10')).text).toContain('10 月已批准，不再改。')
    expect((await team.says('赵敏', '/commission paid 2026-10')).text).toBe('记下了：10 月已发放。')
  })

  test('is not of one’s own statement', async () => {
    const team = await octoberDone()
    await target(team, '王经理', 100_000, '2026-10')
    await close(team, '2026-10')
    expect((await team.says('王经理', '/commission approve 2026-10')).text).toBe('10 月的 2 份对账单已批准。')
    expect((await team.says('王经理', '/commission approve 2026-10')).text).toContain('你自己的那份由陈总批')
    expect((await team.says('赵敏', '/commission approve 2026-10')).text).toContain('陈总（1 份）')
  })

  test('needs a frozen period', async () => {
    const team = await octoberDone()
    expect((await team.says('赵敏', '/commission approve 2026-10')).text).toContain('还开着')
    expect((await team.says('赵敏', '/commission paid 2026-10')).text).toContain('批准以后才能发放')
  })
})

describe('issuing again', () => {
  test('gives the next revision, and sends what has changed', async () => {
    const team = await octoberDone()
    await signs(team, '李雷', 10_000, { on: '2026-10-20', customer: '小米', confirmed: false })
    await close(team, '2026-10')
    await team.presses('韩梅梅', lastTo(team, '韩梅梅'), '对得上')
    await team.says('王经理', '/commission approve 2026-10')
    await later(team)
    await team.says('王经理', '/deal confirm D-3')
    await later(team)
    expect((await team.says('赵敏', '/commission reissue 2026-10')).text).toContain('为什么重发')
    const said = await team.says('赵敏', '/commission reissue 2026-10 补确认一单')
    expect(said.text).toBe('10 月现在是第 2 版，1 份有变化的对账单已经发出。')
    await team.anHourLater()
    expect(lastTo(team, '李雷').text).toContain(
      '10 月的对账单重发了（第 2 版）：6,262.50 元（税前）。原因：补确认一单',
    )
    expect(team.posts({ to: '韩梅梅' })).toHaveLength(1)
    expect((await team.says('韩梅梅', '/commission statement')).text).toContain('本人已核对：对得上')
    expect((await team.says('赵敏', '/commission approve 2026-10')).text).toContain('王经理（1 份）')
  })

  test('is over once it is approved', async () => {
    const team = await octoberDone()
    await approve(team, '2026-10')
    expect((await team.says('赵敏', '/commission reissue 2026-10 还有一单')).text).toContain('10 月已批准')
    expect((await team.says('赵敏', '/commission periods')).text).toContain('12,175 元')
  })
})

describe('a period as the answers write it', () => {
  test.each([
    ['zh-CN', '提成 关账 2026 年第 3 季度'],
    ['en', '/commission close Q3 2026'],
  ] as const)('is understood in %s', async (locale, line) => {
    const team = await octoberDone({ locale })
    expect((await team.says('赵敏', line)).text).toContain(
      locale === 'en' ? 'Closing Q3 2026' : '2026 年第 3 季度关账',
    )
    expect((await team.says('赵敏', line.replace('关账', '冻结').replace('close', 'freeze'))).text).toContain(
      locale === 'en' ? '/commission approve 2026-Q3' : '提成 批准 2026-Q3',
    )
  })
})

describe('a statement', () => {
  test('shows its lines, deals and revision', async () => {
    const team = await octoberDone()
    await close(team, '2026-10')
    const { text } = await team.says('李雷', '/commission statement 2026-10')
    for (const part of ['10 月对账单：4,675 元（税前），已冻结', '本期所得', 'D-1', '华为', '第 1 版'])
      expect(text).toContain(part)
  })

  test('is there for its person, managers, finance and admins, and every look of others is in the audit log', async () => {
    const team = await octoberDone()
    await close(team, '2026-10')
    await team.says('李雷', '/commission statement')
    expect(await audited(team, 'pay.read')).toEqual([])
    for (const who of ['王经理', '孙会计', '赵敏'])
      expect((await team.says(who, '提成 对账单 2026-10 @李雷')).text).toContain('李雷 10 月对账单：4,675 元')
    expect((await team.says('韩梅梅', '/commission statement 2026-10 @李雷')).text).not.toContain('4,675')
    expect(await audited(team, 'pay.read')).toEqual(
      ['王经理', '孙会计', '赵敏'].map((who) => ({ who, subject: 'person:p-李雷' })),
    )
  })

  test('can be said to be right by its person alone, while it is frozen', async () => {
    const team = await octoberDone()
    await close(team, '2026-10')
    const card = lastTo(team, '李雷')
    expect((await team.presses('韩梅梅', card, '对得上')).text).toBe('这份对账单不是你的。')
    expect((await team.presses('李雷', card, '对得上')).text).toContain('谢谢，10 月你这边对上了。')
    expect((await team.presses('李雷', card, '对得上')).text).toContain('之前已经记下了')
    expect(await audited(team, 'statement.right')).toHaveLength(1)
    await team.says('王经理', '/commission approve 2026-10')
    await team.says('赵敏', '/commission approve 2026-10')
    expect((await team.presses('李雷', card, '对得上')).text).toContain('10 月已经批准')
  })
})
