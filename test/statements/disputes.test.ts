import { describe, expect, test } from 'vitest'
import { audited, close, lastTo, later, octoberDone } from './arrange.ts'

describe('a flag', () => {
  test('tells the manager, and can be seen by both', async () => {
    const team = await octoberDone()
    const said = await team.says('李雷', '/commission flag D-1 我的分单是 60%')
    expect(said.text).toContain('记下了，疑问 #1（D-1 华为），已经告诉王经理。')
    expect(lastTo(team, '王经理').text).toContain('疑问 #1：李雷说 D-1 华为（10 月）对不上：我的分单是 60%')
    expect((await team.says('李雷', '提成 疑问 1')).text).toContain('2026-11-20 李雷提出：我的分单是 60%')
    for (const who of ['李雷', '王经理', '赵敏', '孙会计'])
      expect((await team.says(who, '/commission disputes')).text).toContain('#1')
    expect((await team.says('韩梅梅', '/commission disputes')).text).toBe('没有等结论的疑问。')
    expect((await team.says('韩梅梅', '/commission dispute 1')).text).toContain('没有你能看的疑问「1」')
  })

  test('of the same deal is added to the open one', async () => {
    const team = await octoberDone()
    await team.says('李雷', '提成 有疑问 D-1 分单不对')
    expect((await team.says('李雷', '提成 有疑问 D-1 金额也不对')).text).toBe(
      '疑问 #1 还没有结论，这句补进去了。',
    )
    expect((await team.says('李雷', '/commission disputes')).text).toContain('1 个疑问没有结论')
    expect(await audited(team, 'dispute.opened')).toHaveLength(1)
  })

  test.each([
    ['D-1', '哪里对不上'],
    ['', '哪'],
    ['D-99 不对', 'D-99'],
    ['D-2 不是我的', 'D-2'],
    [`D-1 ${'长'.repeat(501)}`, '有点长'],
  ])('“%s” opens nothing', async (line, sentence) => {
    const team = await octoberDone()
    expect((await team.says('李雷', `/commission flag ${line}`)).text).toContain(sentence)
    expect(await audited(team, 'dispute.opened')).toEqual([])
  })
})

describe('an answer', () => {
  test('is a manager’s, once, and the rep hears it', async () => {
    const team = await octoberDone()
    await team.says('李雷', '/commission flag D-1 分单不对')
    const card = lastTo(team, '王经理')
    for (const who of ['李雷', '韩梅梅', '周主管'])
      expect((await team.presses(who, card, '同意')).text).toMatch(/自己的由别人来答|没有你能看的/)
    expect((await team.presses('王经理', card, '同意')).text).toBe('疑问 #1：已同意。')
    expect((await team.presses('王经理', card, '不同意')).text).toBe('疑问 #1 已同意了。')
    expect(lastTo(team, '李雷').text).toBe('疑问 #1：王经理同意。')
    expect((await team.says('李雷', '/commission disputes')).text).toBe('没有等结论的疑问。')
    expect((await team.says('李雷', '/commission flag D-1 还是不对')).text).toContain('疑问 #2')
  })

  test('and notes go to the other side', async () => {
    const team = await octoberDone()
    await team.says('李雷', '/commission flag D-1 分单不对')
    await team.says('王经理', '/commission dispute 1 note 看合同 17 号')
    await team.anHourLater()
    expect(lastTo(team, '李雷').text).toBe('疑问 #1，王经理：看合同 17 号')
    await team.says('李雷', '提成 疑问 1 补充 合同在附件')
    await team.anHourLater()
    expect(lastTo(team, '王经理').text).toBe('疑问 #1，李雷：合同在附件')
    await team.says('王经理', '/commission dispute 1 reject 合同写的是 50%')
    await team.anHourLater()
    expect(lastTo(team, '李雷').text).toBe('疑问 #1：王经理不同意：合同写的是 50%。')
    await team.says('李雷', '/commission flag D-1 还是不对')
    await team.presses('王经理', lastTo(team, '王经理'), '不同意')
    await team.anHourLater()
    expect(lastTo(team, '李雷').text).toBe(
      '疑问 #2：王经理不同意。没有写原因，想问可以写：提成 疑问 2 补充 为什么',
    )
  })

  test.each([
    ['', '是哪一个'],
    ['9', '没有你能看的疑问「9」'],
    ['abc', '没有你能看的疑问「abc」'],
    ['1 好的', '「好的」没读懂'],
    ['1 note', '补充什么'],
    ['1 carry', '为什么留到以后'],
    [`1 note ${'长'.repeat(501)}`, '有点长'],
  ])('“%s” changes nothing', async (line, sentence) => {
    const team = await octoberDone()
    await team.says('李雷', '/commission flag D-1 分单不对')
    expect((await team.says('王经理', `/commission dispute ${line}`)).text).toContain(sentence)
    expect((await team.says('李雷', '/commission disputes')).text).toContain('没有结论')
  })
})

describe('at the close', () => {
  test('an open dispute blocks the approval until it is settled or carried over with a reason', async () => {
    const team = await octoberDone()
    await team.says('李雷', '/commission flag D-1 分单不对')
    expect((await team.says('赵敏', '/commission close 2026-10')).text).toContain('1 个疑问没有结论：#1')
    await close(team, '2026-10')
    await team.says('王经理', '/commission approve 2026-10')
    expect((await team.says('赵敏', '/commission approve 2026-10')).text).toContain(
      '10 月还有疑问没有结论：#1',
    )
    expect((await team.says('赵敏', '/commission dispute 1 carry 等客户回单')).text).toBe(
      '疑问 #1：留到以后。',
    )
    expect((await team.says('赵敏', '/commission approve 2026-10')).text).toContain('10 月已批准')
    expect((await team.says('李雷', '/commission disputes')).text).toContain('留到以后')
    await later(team)
    expect((await team.says('王经理', '/commission dispute 1 accept 已改')).text).toBe('疑问 #1：已同意。')
  })

  test('something off in the statement opens one by form', async () => {
    const team = await octoberDone()
    await close(team, '2026-10')
    const card = lastTo(team, '李雷')
    const { form } = await team.presses('李雷', card, '有疑问')
    expect((await team.submits('李雷', form, {})).errors).toEqual({ reason: '请写一下哪里对不上。' })
    expect((await team.submits('李雷', form, { deal: 'D-77', reason: '少了' })).errors?.deal).toContain(
      'D-77',
    )
    expect((await team.submits('韩梅梅', form, { reason: '少了' })).text).toBe('这份对账单不是你的。')
    const sent = await team.submits('李雷', form, { reason: '少了一单' })
    expect(sent.text).toContain('疑问 #1（整份对账单）')
    expect((await team.says('李雷', '/commission statement')).text).toContain('本人有疑问')
    expect(lastTo(team, '王经理').text).toContain('整份对账单（10 月）对不上：少了一单')
  })
})
