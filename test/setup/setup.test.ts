import { describe, expect, test } from 'vitest'
import { allTeams } from '../../src/people/store.ts'
import type { FormValues } from '../../src/view/form.ts'
import { startTeam, type Team } from '../support/team.ts'

const fieldsOf = (said: Awaited<ReturnType<Team['says']>>) =>
  said.form?.fields.flatMap((field) => (field.kind === 'note' ? [] : [field.name])) ?? []

async function teamPage(team: Team, values: FormValues = {}) {
  const opened = await team.says('赵敏', '/drumbeat setup')
  return team.submits('赵敏', opened.form, {
    team: '大客户部',
    manager: team.id('王经理'),
    members: [team.id('李雷'), team.id('吴婷')],
    deals: 'deals',
    retro: 'retro',
    ...values,
  })
}

describe('set-up', () => {
  test('leads from a team to its first commission', async () => {
    const team = await startTeam()
    const pay = await teamPage(team)
    expect(fieldsOf(pay)).toEqual([
      'rate',
      'reading',
      'target',
      `target-${team.id('吴婷')}`,
      `target-${team.id('李雷')}`,
    ])
    const done = await team.submits('赵敏', pay.form, {
      rate: '5%',
      target: '10万',
      [`target-${team.id('吴婷')}`]: '8万',
    })
    expect(done.text).toContain('大客户部准备好了：2 位成员有了提成方案和目标')
    const mine = await team.says('李雷', '提成')
    expect(mine.text).toContain('100,000 元')
    expect((await team.says('吴婷', '提成')).text).toContain('80,000 元')
  })

  test('shows what the usual readings of the same words pay, and puts the chosen one in force', async () => {
    const team = await startTeam()
    const pay = await teamPage(team)
    const note = pay.form?.fields.find((field) => field.kind === 'note')
    expect(note?.kind === 'note' && note.text).toContain('4,500 / 6,000 / 7,500')
    expect(note?.kind === 'note' && note.text).toContain('4,600 / 5,200 / 6,700')
    expect(note?.kind === 'note' && note.text).toContain('4,500 / 7,000 / 9,000')
    await team.submits('赵敏', pay.form, { rate: '5%', reading: 'points', target: '10万' })
    expect((await team.says('李雷', '/commission whatif 120000')).text).toContain('9,000 元')
  })

  test('leaves a tree of teams as it is when somebody only looks through', async () => {
    const team = await startTeam()
    const teamsOf = () => team.database.reads.selectFrom('membership').selectAll().execute()
    const before = await teamsOf()
    const { form } = await team.says('赵敏', '/drumbeat setup')
    expect((await team.submits('赵敏', form, {})).form?.form).toBe('setup.pay')
    expect(await teamsOf()).toEqual(before)
  })

  test('puts another team below the only top one, so that who leads the company still leads all of it', async () => {
    const team = await startTeam()
    const parentOf = async (name: string) => {
      const scope = await team.scope('赵敏')
      const teams = await allTeams(scope)
      const child = teams.find((one) => one.name === name)
      return teams.find((one) => one.id === child?.parent)?.name
    }
    const tops = (await allTeams(await team.scope('赵敏'))).filter((one) => one.parent === undefined)
    expect(tops).toHaveLength(1)
    const { form } = await team.says('赵敏', '/drumbeat setup team')
    await team.submits('赵敏', form, { team: '渠道部', manager: team.id('王经理') })
    expect(await parentOf('渠道部')).toBe(tops[0]?.name)
    await team.submits('赵敏', form, { team: '独立部', parent: 'top' })
    expect(await parentOf('独立部')).toBeUndefined()
    const wrong = await team.submits('赵敏', form, { team: '无根部', parent: 'no-team' })
    expect(wrong.errors?.parent).toContain('没有找到这个团队')
    expect((await team.says('赵敏', '/drumbeat settings')).text).not.toContain('无根部')
    await team.submits('赵敏', form, { team: '销售一部', parent: 'top' })
    expect(await parentOf('销售一部')).toBe(tops[0]?.name)
  })

  test('does not choose between two top teams', async () => {
    const team = await startTeam()
    const { form } = await team.says('赵敏', '/drumbeat setup team')
    await team.submits('赵敏', form, { team: '独立部', parent: 'top' })
    const parent = (await team.says('赵敏', '/drumbeat setup team')).form?.fields.find(
      (field) => field.kind === 'choice' && field.name === 'parent',
    )
    expect(parent).toMatchObject({ initial: 'top' })
  })

  test('is for admins', async () => {
    const team = await startTeam()
    expect((await team.says('李雷', '/drumbeat setup')).text).toContain('管理员')
    const { form } = await team.says('赵敏', '/drumbeat setup')
    expect((await team.submits('李雷', form, {})).text).toContain('管理员')
  })

  test('names every wrong field, and stores nothing', async () => {
    const team = await startTeam()
    const wrong = await teamPage(team, { zone: 'Asia/Peking', currency: 'RMB', team: '新团队' })
    expect(Object.keys(wrong.errors ?? {})).toEqual(['zone', 'currency'])
    expect((await team.says('赵敏', '/drumbeat settings')).text).not.toContain('新团队')
    const pay = await teamPage(team)
    const again = await team.submits('赵敏', pay.form, { rate: 'five', target: '很多' })
    expect(Object.keys(again.errors ?? {}).sort()).toEqual(['rate', 'target'])
  })

  test('keeps the currency once there are deals', async () => {
    const team = await startTeam()
    await team.says('李雷', '/deal add 华为 12万')
    expect((await teamPage(team, { currency: 'USD' })).errors?.currency).toContain('CNY')
  })
})

describe('help', () => {
  test('lists what my role may do, in my language', async () => {
    const team = await startTeam()
    const rep = await team.says('李雷', '帮助')
    expect(rep.text).toContain('提成')
    expect(rep.text).not.toContain('角色 @孙会计')
    expect((await team.says('赵敏', '/drumbeat')).text).toContain('角色 @孙会计')
    await team.says('李雷', '/drumbeat language en')
    expect((await team.says('李雷', 'help')).text).toContain('Your role: rep')
    expect((await team.says('李雷', '/drumbeat language fr')).text).toContain('中文')
  })
})

describe('settings', () => {
  test('are shown to everyone and changed by admins', async () => {
    const team = await startTeam()
    const shown = await team.says('赵敏', '/drumbeat settings')
    expect(shown.text).toContain('Asia/Shanghai')
    expect((await team.says('李雷', '/drumbeat settings')).text).not.toContain('修改')
    const { form } = await team.presses('赵敏', shown, '修改')
    const wrong = await team.submits('赵敏', form, { confirmBelow: '不多' })
    expect(wrong.errors?.confirmBelow).toBeDefined()
    await team.submits('赵敏', form, { hide: ['amounts'], confirmBelow: '5000', workdays: 'china' })
    const after = await team.says('赵敏', '/drumbeat settings')
    expect(after.text).toContain('5,000 元')
    expect(after.text).toContain('调休')
  })
})

describe('roles', () => {
  test('are given and taken by an admin, and the last admin stays', async () => {
    const team = await startTeam()
    expect((await team.says('赵敏', '/drumbeat role @王经理 财务')).text).toContain('王经理 现在是财务了')
    expect((await team.says('赵敏', '/drumbeat role @王经理 finance off')).text).toContain('不再是财务')
    expect((await team.says('赵敏', '/drumbeat role @赵敏 管理员 取消')).text).toContain('唯一的管理员')
    expect((await team.says('赵敏', '/drumbeat role @王经理 boss')).text).toContain('没读懂')
    expect((await team.says('李雷', '/drumbeat role @李雷 admin')).text).toContain('管理员')
  })
})

describe('health', () => {
  test('shows what could not be delivered', async () => {
    const team = await startTeam()
    expect((await team.says('李雷', '/drumbeat health')).text).toContain('都发出去了')
    team.chat.deliver = async () => ({ outcome: 'refused', error: 'channel_not_found' })
    const view = { summary: 'x', blocks: [] }
    await team.write('王经理', (scope) => scope.post({ to: { channel: 'sales' }, view }))
    await team.app.deliverDue()
    expect((await team.says('李雷', '/drumbeat health')).text).toContain('channel_not_found')
  })
})

describe('the home tab', () => {
  test('greets and offers the usual', async () => {
    const team = await startTeam()
    const home = await team.opensHome('李雷')
    expect(home.text).toContain('李雷，你好')
    expect((await team.presses('李雷', home, '我的提成')).text).toContain('提成')
  })
})
