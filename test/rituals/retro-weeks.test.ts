import { describe, expect, test } from 'vitest'
import { findTeam, joinTeam } from '../../src/people/store.ts'
import type { Form } from '../../src/view/form.ts'
import type { Team } from '../support/team.ts'
import {
  FRIDAY_16,
  inThread,
  lastTo,
  MONDAY_9,
  MONDAY_10,
  teamWithRituals,
  threads,
} from './team-with-rituals.ts'

const NEXT_FRIDAY = '2026-11-27T08:00:00.000Z'
const WEDNESDAY_10 = '2026-11-25T02:00:00.000Z'
const GOOD = { highlight: '拿下华为', improvement: '先问预算' }

describe('after the close', () => {
  test('an answer is taken for two workdays, marked late, and the summary follows', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    await answers(team, '李雷', GOOD)
    await team.until(MONDAY_10)
    const prompt = lastTo(team, '张伟')
    const asked = team.posts({ to: '张伟' })[0]
    expect(asked?.text).toContain('这次复盘已经收了。周三 10:00 前还可以补，会标明是补交的。')
    expect(prompt.text).toContain('还空着')
    const { form } = await team.presses('张伟', asked ?? never(), '补交')
    const said = await team.submits('张伟', form, {
      highlight: '续约',
      improvement: '早点写',
      shortfall: '慢',
    })
    expect(said.text).toContain('会标明是补交的。')

    const [root] = threads(team, '周复盘')
    const [, , late] = inThread(team, root)
    expect(late?.text).toMatch(/@张伟 · 补交[\s\S]*亮点：续约/)
    const summary = inThread(team, root)[1]
    expect(summary?.text).toContain('3 人里 2 人参与（1 人补交），要跟进的改进 2 条。')
    expect(summary?.text).toMatch(/- @李雷 拿下华为\n- @张伟 续约 · 补交/)
    expect(summary?.text).toContain('@张伟 I-2 早点写')
    expect(root?.text).toContain('已经收了：3 人里 2 人参与')
    expect(lastTo(team, '王经理').text).toContain('不足：慢')

    await answers(team, '李雷', { highlight: '拿下华为和中兴' })
    expect(inThread(team, root)[1]?.text).toContain('- @李雷 拿下华为和中兴\n')
    expect(inThread(team, root)[0]?.text).toContain('改过')
    expect(inThread(team, root)[0]?.text).not.toContain('补交')

    await team.until(WEDNESDAY_10)
    expect((await team.submits('韩梅梅', form, GOOD)).text).toContain('这次复盘已经收了')
    expect((await team.says('韩梅梅', '/retro')).form).toBeUndefined()
    expect(team.posts({ to: '韩梅梅' })[0]?.text).toContain('还想说的可以写在讨论串里')
    expect(team.failures).toEqual([])
  })

  test('what was sent while it was being closed is in the summary or late, and never lost', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    const { form } = await team.says('李雷', '/retro')
    await team.until(MONDAY_9)
    team.clock.moveTo(MONDAY_10)
    const second = team.openAnother()
    await Promise.all([second.tick(), team.submits('李雷', form, GOOD), team.app.tick()])
    await team.app.deliverDue()
    const [root] = threads(team, '周复盘')
    const summaries = inThread(team, root).filter(({ text }) => text.startsWith('总结'))
    expect(summaries).toHaveLength(1)
    expect(summaries[0]?.text).toMatch(/3 人里 1 人参与.*要跟进的改进 1 条/)
    expect(summaries[0]?.text).toContain('@李雷 拿下华为')
    expect(team.failures).toEqual([])
  })

  test('three times the same late answer is one', async () => {
    const team = await teamWithRituals()
    await team.until(MONDAY_10)
    const { form } = await team.says('李雷', '/retro')
    for (const delivery of ['same', 'same', 'other']) await team.submits('李雷', form, GOOD, delivery)
    const [root] = threads(team, '周复盘')
    expect(inThread(team, root).filter(({ text }) => text.includes('@李雷 · 补交'))).toHaveLength(1)
    expect((await team.says('李雷', '改进')).text).toContain('你有 1 条改进')
  })
})

describe('an answer becomes an item', () => {
  test('with two presses, by whoever is in the team; the thread and the summary show it', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    await answers(team, '李雷', GOOD)
    await team.until(MONDAY_10)
    const [root] = threads(team, '周复盘')
    const [answer] = inThread(team, root)
    const { form } = await team.presses('王经理', answer ?? never(), '做成改进')
    expect(initials(form)).toEqual({ what: '拿下华为', owner: team.id('李雷'), due: '2026-11-27' })
    expect((await team.submits('王经理', form, {})).text).toContain(
      '给李雷记好了：I-2 拿下华为，11 月 27 日前。',
    )
    expect(lastTo(team, '李雷').text).toContain('王经理给你记了一条改进：I-2')
    expect(inThread(team, root).at(-1)?.text).toBe('@李雷 拿下华为 · I-2，11 月 27 日前 · 王经理记的')
    expect(inThread(team, root)[1]?.text).toMatch(
      /要跟进的改进 2 条。[\s\S]*I-2 拿下华为 · 11 月 27 日前 · 来自第 47 周复盘/,
    )
    expect((await team.submits('王经理', form, {})).text).toContain('这条已经记成 I-2 了')

    const mine = await team.presses('韩梅梅', answer ?? never(), '做成改进')
    await team.submits('韩梅梅', mine.form, { what: '学李雷的报价', owner: team.id('韩梅梅') })
    expect((await team.says('韩梅梅', '改进')).text).toContain('I-3 学李雷的报价')
    expect((await team.presses('吴婷', answer ?? never(), '做成改进')).form).toBeUndefined()
    const elsewhere = await team.submits('王经理', form, { what: '别的', owner: team.id('吴婷') })
    expect(elsewhere.errors).toHaveProperty('owner')
  })

  test('next week begins with what has become of the list', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    await answers(team, '李雷', GOOD)
    await answers(team, '韩梅梅', { highlight: '续约', improvement: '周三前约好拜访' })
    await team.until(MONDAY_10)
    await team.says('李雷', '改进 做了 I-1')
    await team.until(NEXT_FRIDAY)
    const root = threads(team, '周复盘').findLast(({ text }) => text.includes('销售一部'))
    expect(root?.text).toMatch(
      /上周清单 2 条：做完 1，不做了 0，还开着 1。\n\n先看没做完的改进\n\n- @韩梅梅 I-2/,
    )
    expect(root?.text).toContain('开了 5 个工作日')
    expect(lastTo(team, '韩梅梅').text).toContain('上次说要周三前约好拜访，做了吗？')
  })
})

describe('who is away', () => {
  test('is not asked where the leave is entered while the prompt still waits, and asked when it is cancelled', async () => {
    const team = await teamWithRituals()
    await inZone(team, '张伟', 'America/New_York')
    await team.until(FRIDAY_16)
    await team.says('张伟', '请假 11-20')
    await team.until('2026-11-20T13:30:00.000Z')
    expect(team.posts({ to: '张伟' })).toEqual([])
    expect((await team.says('王经理', '/retro')).text).toContain('2 人里 0 人填了')
    await team.says('张伟', '请假 取消')
    await team.until('2026-11-20T14:00:00.000Z')
    expect(team.posts({ to: '张伟' })).toHaveLength(1)
    expect(lastTo(team, '张伟').text).toContain('写一条亮点')
    expect((await team.says('王经理', '/retro')).text).toContain('3 人里 0 人填了')
    expect(team.failures).toEqual([])
  })

  test('and who leaves the company in the middle is neither nudged nor counted, but what they said stays', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    await answers(team, '韩梅梅', GOOD)
    for (const name of ['张伟', '韩梅梅']) await team.says('赵敏', `/drumbeat left @${name} 2026-11-21`)
    await team.until(MONDAY_10)
    expect(nudges(team, '张伟')).toBe(0)
    const [root] = threads(team, '周复盘')
    const summary = inThread(team, root).at(-1)
    expect(summary?.text).toContain('2 人里 1 人参与')
    expect(summary?.text).toContain('@韩梅梅 拿下华为')
  })

  test('in another zone, the nudge comes in the afternoon there, and not after an answer', async () => {
    const team = await teamWithRituals()
    await inZone(team, '张伟', 'America/Los_Angeles')
    await inZone(team, '韩梅梅', 'America/Los_Angeles')
    await team.until('2026-11-20T20:00:00.000Z')
    expect(team.posts({ to: '张伟' })[0]?.at).toBe('2026-11-20T17:00:00.000Z')
    await answers(team, '韩梅梅', GOOD)
    await team.until(MONDAY_10)
    expect(team.posts({ to: '张伟' })[1]?.at).toBe('2026-11-21T00:00:00.000Z')
    expect([nudges(team, '张伟'), nudges(team, '韩梅梅'), nudges(team, '李雷')]).toEqual([1, 0, 1])
  })

  test('the week in which clocks go back asks and closes by the wall', async () => {
    const team = await teamWithRituals({ at: '2026-10-29T14:00:00.000Z', zone: 'America/New_York' })
    await team.until('2026-11-02T15:00:00.000Z')
    const [root] = threads(team, '周复盘')
    expect(root?.at).toBe('2026-10-30T20:00:00.000Z')
    expect(inThread(team, root).at(-1)?.at).toBe('2026-11-02T15:00:00.000Z')
    expect(team.posts({ to: '李雷' }).map(({ at }) => at)).toEqual(['2026-10-30T20:00:00.000Z'])
    expect(team.failures).toEqual([])
  })
})

describe('at the month’s end', () => {
  test('it shrinks to two questions and nudges nobody', async () => {
    const team = await teamWithRituals({ at: '2026-11-26T02:00:00.000Z' })
    await team.until(NEXT_FRIDAY)
    const [root] = threads(team, '周复盘')
    expect(root?.text).toContain('月末冲刺，这次只要一条亮点、一条改进，也不催。')
    const { form } = await team.says('李雷', '/retro')
    expect(named(form)).toEqual(['highlight', 'improvement'])
    await team.until('2026-11-30T02:00:00.000Z')
    expect(nudges(team, '李雷')).toBe(0)
    expect(inThread(team, root).at(-1)?.text).toContain('总结')
  })

  test('or goes on as always, where the team wants that', async () => {
    const team = await teamWithRituals({ at: '2026-11-26T02:00:00.000Z' })
    const { form } = await team.says('王经理', '周复盘 设置')
    await team.submits('王经理', form, { month_end: 'usual' })
    await team.until('2026-11-30T01:00:00.000Z')
    expect(nudges(team, '李雷')).toBe(1)
    expect(nudges(team, '吴婷')).toBe(0)
    expect(named((await team.says('李雷', '/retro')).form)).toContain('shortfall')
  })
})

describe('several weeks', () => {
  test('stand beside one another in the summary and in the history', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    for (const name of ['李雷', '韩梅梅', '张伟'])
      await answers(team, name, { highlight: `${name}的亮点`, improvement: '改' })
    await team.until(NEXT_FRIDAY)
    await answers(team, '李雷', GOOD)
    await team.until('2026-11-30T02:00:00.000Z')
    const root = threads(team, '周复盘').findLast(({ text }) => text.includes('销售一部'))
    const summary = inThread(team, root).at(-1)
    expect(summary?.text).toContain('参与率 100% → 33%。')
    expect(summary?.text).toMatch(/参与 \S+\n47 周 100%.*48 周 33%/)

    const history = await team.says('韩梅梅', '周复盘 历史')
    expect(history.text).toMatch(
      /第 48 周 3 人里 1 人参与 · 33%\n\n- 李雷 拿下华为\n\n第 47 周 3 人里 3 人参与 · 100%\n\n(?:- \S+ \S+的亮点\n){3}/,
    )
    const summaryOf47 = await team.presses('韩梅梅', history, '第 47 周')
    expect(summaryOf47.text).toContain('总结 · 销售一部 · 第 47 周')
    expect((await team.says('吴婷', '/retro history')).text).not.toContain('拿下华为')
    expect((await team.says('吴婷', '/retro history 销售一部')).text).toContain('没有找到「销售一部」的复盘')
  })

  test('by buttons: history and summary for everybody, now and skip for who leads', async () => {
    const team = await teamWithRituals()
    const mine = await team.says('李雷', '/retro')
    expect(mine.text).toContain('〔看总结〕 〔看历史〕')
    expect(mine.text).not.toContain('〔现在就开〕')
    const managers = await team.says('王经理', '/retro')
    expect((await team.presses('王经理', managers, '这周不开')).text).toContain('第 47 周的复盘不开了')
    expect((await team.presses('王经理', managers, '现在就开')).text).toContain('销售一部的复盘开始了。')
    expect((await team.presses('王经理', managers, '设置')).form?.form).toBe('retro.settings')
    expect((await team.says('李雷', '/retro settings')).form).toBeUndefined()
  })
})

test('what fell short follows its words to every manager, but not to one who leads no longer', async () => {
  const team = await teamWithRituals()
  await team.write('赵敏', async (scope) => {
    const sales = await findTeam(scope, '销售一部')
    await joinTeam(scope, sales?.id ?? '', team.id('周主管'), 'manager', '2026-01-01')
  })
  await team.until(FRIDAY_16)
  await answers(team, '李雷', { ...GOOD, shortfall: '慢' })
  for (const leader of ['王经理', '周主管']) expect(lastTo(team, leader).text).toContain('不足：慢')
  await team.says('赵敏', '/drumbeat left @周主管 2026-11-19')
  await answers(team, '李雷', { shortfall: '报价慢，丢了单' })
  expect(lastTo(team, '王经理').text).toContain('不足：报价慢，丢了单')
  expect(lastTo(team, '周主管').text).not.toContain('丢了单')
})

async function answers(team: Team, name: string, values: Record<string, string>) {
  const [root] = threads(team, '周复盘')
    .filter(({ text }) => text.includes('销售一部'))
    .slice(-1)
  const prompt = team.posts({ to: name }).findLast(({ view }) => JSON.stringify(view).includes('retro.fill'))
  const { form } = await team.presses(name, prompt ?? root ?? never(), 'retro.fill')
  return team.submits(name, form, values)
}

const nudges = (team: Team, name: string) =>
  team.posts({ to: name }).filter(({ text }) => text.includes('还空着')).length

const inZone = (team: Team, name: string, zone: string) =>
  team.database.write(async (tables) => {
    await tables.updateTable('person').set({ zone }).where('name', '=', name).execute()
  })

const named = (form: Form | undefined) =>
  form?.fields.flatMap((field) => ('name' in field && field.kind === 'long-text' ? [field.name] : []))

const initials = (form: Form | undefined) =>
  Object.fromEntries(
    form?.fields.flatMap((field) => ('name' in field ? [[field.name, field.initial]] : [])) ?? [],
  )

function never(): never {
  throw new Error('There is no such message.')
}
