import { describe, expect, test } from 'vitest'
import { findTeam, joinTeam } from '../../src/people/store.ts'
import { shuffledNotes } from '../../src/rituals/weekly-retro/shuffle.ts'
import type { Team } from '../support/team.ts'
import { FRIDAY_16, inThread, lastTo, MONDAY_10, teamWithRituals, threads } from './team-with-rituals.ts'

const WEDNESDAY_10 = '2026-11-25T02:00:00.000Z'
const PEOPLE = ['李雷', '韩梅梅', '张伟']

const said = (name: string) => ({
  highlight: `亮点${MARKS[name]}`,
  improvement: `改进${MARKS[name]}`,
  shortfall: `不足${MARKS[name]}`,
})
const MARKS: Record<string, string> = { 李雷: '甲', 韩梅梅: '乙', 张伟: '丙' }

describe('a retro without names', () => {
  test('shows nothing until the close, then everything together, cut loose and shuffled', async () => {
    const team = await nameless(3)
    await team.until(FRIDAY_16)
    const [root] = threads(team, '周复盘')
    expect(root?.text).toContain('这次不带名字：收的时候满 3 份就打乱顺序一起发出来。')
    expect(lastTo(team, '李雷').text).toContain('不带名字：谁写的、什么时候写的都看不出来。')
    for (const name of PEOPLE)
      expect((await answers(team, name, said(name))).text).toContain('收到，不带名字。')
    expect((await answers(team, '李雷', { highlight: '亮点甲，改过' })).text).toContain('收到，不带名字。')
    expect(inThread(team, root)).toEqual([])
    expect(team.posts({ to: '王经理' })).toEqual([])
    const state = await team.says('王经理', '/retro')
    expect(state.text).toContain('3 人里 3 人填了')
    expect(state.text).not.toContain('已填')
    expect((await team.says('王经理', '/retro summary')).text).not.toMatch(/甲|乙|丙/)
    expect((await team.says('王经理', '/improve team')).text).toContain('团队里没有没做完的改进。')

    await team.until(MONDAY_10)
    const shown = inThread(team, root)
    expect(new Set(shown.map(({ at }) => at))).toEqual(new Set([MONDAY_10]))
    const [highlights, improvements, summary] = shown
    expect(order(highlights?.text)).toHaveLength(3)
    expect(highlights?.text).toContain('亮点甲，改过')
    expect(order(improvements?.text)).toHaveLength(3)
    expect(summary?.text).toContain('3 人里 3 人参与，要跟进的改进 0 条。')
    for (const { text } of shown) expect(text).not.toMatch(/李雷|韩梅梅|张伟/)
    const toManager = lastTo(team, '王经理')
    expect(toManager.text).toContain('销售一部第 47 周说到的不足，不带名字，只给你看：')
    expect(order(toManager.text)).toHaveLength(3)
    expect(toManager.text).not.toMatch(/李雷|韩梅梅|张伟/)
    expect(await stored(team)).not.toMatch(/甲|乙|丙/)
    expect((await answers(team, '李雷', said('李雷'))).text).toContain('不能再改')
    expect(team.failures).toEqual([])
  })

  test('in whichever order and whoever writes, it reads the same', async () => {
    const read = async (people: string[], writes: (name: string) => string) => {
      const team = await nameless(3)
      await team.until(FRIDAY_16)
      for (const name of people) await answers(team, name, said(writes(name)))
      await team.until(MONDAY_10)
      const [root] = threads(team, '周复盘')
      return inThread(team, root).map(({ text }) => text)
    }
    const once = await read(PEOPLE, (name) => name)
    const other = await read(
      ['张伟', '李雷', '韩梅梅'],
      (name) => PEOPLE[(PEOPLE.indexOf(name) + 1) % 3] ?? name,
    )
    expect(other).toEqual(once)
  })

  test('an improvement becomes an item of whoever takes it on', async () => {
    const team = await nameless(3)
    await team.until(FRIDAY_16)
    for (const name of PEOPLE) await answers(team, name, said(name))
    await team.until(MONDAY_10)
    const [root] = threads(team, '周复盘')
    const [, improvements] = inThread(team, root)
    const { form } = await team.presses('韩梅梅', improvements ?? never(), '认领')
    expect(form?.fields[1]).toMatchObject({ kind: 'person', initial: team.id('韩梅梅') })
    await team.submits('韩梅梅', form, {})
    expect((await team.says('韩梅梅', '改进')).text).toMatch(
      /I-1 改进[甲乙丙] · 11 月 27 日前 · 来自第 47 周复盘/,
    )
    const summary = inThread(team, root).find(({ text }) => text.startsWith('总结'))
    expect(summary?.text).toMatch(/@韩梅梅 I-1 改进/)
  })

  test('two answers are too few: they are never shown, and erased in the end', async () => {
    const team = await nameless(3)
    await team.until(FRIDAY_16)
    for (const name of ['李雷', '张伟']) await answers(team, name, said(name))
    await team.until(MONDAY_10)
    const [root] = threads(team, '周复盘')
    const [summary, ...more] = inThread(team, root)
    expect(more).toEqual([])
    expect(summary?.text).toContain('3 人里 2 人参与')
    expect(summary?.text).toContain('有 2 份还没公开：不到 3 份。周三 10:00 前还可以补。')
    await team.until(WEDNESDAY_10)
    expect(inThread(team, root)[0]?.text).toContain('有 2 份，不到 3 份，没有公开，已经删掉。')
    expect(everything(team)).not.toMatch(/甲|丙/)
    expect(await stored(team)).not.toMatch(/甲|丙/)
    expect(team.posts({ to: '王经理' })).toEqual([])
  })

  test('a late answer brings two to three, and all are shown when no more can come', async () => {
    const team = await nameless(3)
    await team.until(FRIDAY_16)
    for (const name of ['李雷', '张伟']) await answers(team, name, said(name))
    await team.until(MONDAY_10)
    const [root] = threads(team, '周复盘')
    await answers(team, '韩梅梅', said('韩梅梅'))
    expect(inThread(team, root)).toHaveLength(1)
    expect(inThread(team, root)[0]?.text).toContain('3 人里 3 人参与（1 人补交）')
    await team.until(WEDNESDAY_10)
    const [summary, highlights] = inThread(team, root)
    expect(order(highlights?.text)).toHaveLength(3)
    expect(order(summary?.text)).toHaveLength(3)
    expect(highlights?.text.match(/补交/g)).toHaveLength(1)
  })

  test('one late answer after three would stand out, and is not shown', async () => {
    const team = await nameless(3)
    await team.says('赵敏', '/drumbeat language zh')
    await team.write('赵敏', async (scope) => {
      const sales = await findTeam(scope, '销售一部')
      await joinTeam(scope, sales?.id ?? '', team.id('郑凯'), 'member', '2026-01-01')
    })
    await team.until(FRIDAY_16)
    for (const name of PEOPLE) await answers(team, name, said(name))
    await team.until(MONDAY_10)
    await answers(team, '郑凯', { highlight: '亮点丁', improvement: '改进丁' })
    await team.until(WEDNESDAY_10)
    expect(everything(team)).toContain('亮点甲')
    expect(everything(team)).not.toContain('丁')
    expect(await stored(team)).not.toContain('丁')
  })

  test('a retro that is called off forgets what was said', async () => {
    const team = await nameless(3)
    await team.until(FRIDAY_16)
    for (const name of PEOPLE) await answers(team, name, said(name))
    const { view } = await team.says('王经理', '/ritual remove 周复盘')
    await team.presses('王经理', view ?? never(), 'ritual.remove')
    await team.until(WEDNESDAY_10)
    expect(everything(team)).not.toMatch(/甲|乙|丙/)
    expect(await stored(team)).not.toMatch(/甲|乙|丙/)
  })

  test('a hostile answer stays text, and a very long one whole', async () => {
    const team = await nameless(3)
    await team.until(FRIDAY_16)
    for (const name of PEOPLE) await answers(team, name, said(name))
    await answers(team, '李雷', { highlight: `<!channel> *x* ${'长'.repeat(2_900)}` })
    const { form } = await team.says('李雷', '/retro').then(() => open(team, '李雷'))
    const tooLong = { highlight: '长'.repeat(5_000), improvement: '改' }
    expect((await team.submits('李雷', form, tooLong)).errors).toHaveProperty('highlight')
    await team.until(MONDAY_10)
    const [root] = threads(team, '周复盘')
    const highlights = JSON.stringify(inThread(team, root)[0]?.view)
    expect(highlights).toContain('"kind":"plain","text":"<!channel> *x* 长')
    expect(team.failures).toEqual([])
  })
})

describe('setting it', () => {
  test('fewer than three are refused, and what is open keeps what it promised', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    const { form } = await team.says('王经理', '/retro settings')
    expect(form?.fields[0]).toMatchObject({ text: '销售一部。从下一次开的复盘起生效。' })
    for (const minimum of ['2', '0', '-3', '三', '99', '3.5'])
      expect((await team.submits('王经理', form, { names: 'nameless', minimum })).errors).toHaveProperty(
        'minimum',
      )
    await team.submits('王经理', form, { names: 'nameless', minimum: '3' })
    expect(team.posts({ in: 'retro' }).at(-1)?.text).toContain('从下一次复盘起，答案不带名字（王经理）。')
    await answers(team, '李雷', said('李雷'))
    expect(inThread(team, threads(team, '周复盘')[0])[0]?.text).toContain('@李雷')
    expect((await team.submits('李雷', form, { names: 'named' })).text).toContain('只有团队主管和管理员能做')
    expect((await team.submits('周主管', form, { names: 'named' })).text).toContain(
      '只有团队主管和管理员能做',
    )
    expect((await team.submits('王经理', form, { names: 'nameless', minimum: '3' })).text).toContain(
      '没有变化',
    )
  })

  test('a team that is too small is told that nothing will be shown', async () => {
    const team = await nameless(5)
    await team.until(FRIDAY_16)
    expect(threads(team, '周复盘')[0]?.text).toContain('这周只邀请了 3 位，凑不够，不会公开。')
  })
})

test('the order is decided by the words alone, and by each kind for itself', () => {
  const answersOf = (marks: string[]) =>
    marks.map((mark) => ({
      highlight: `h${mark}`,
      improvement: `i${mark}`,
      shortfall: undefined,
      cause: undefined,
      nextPlan: undefined,
      shared: false,
    }))
  const marks = Array.from({ length: 20 }, (_, index) => String(index))
  const one = shuffledNotes(answersOf(marks), 'r 2026-W47', false)
  expect(shuffledNotes(answersOf(marks.toReversed()), 'r 2026-W47', false)).toEqual(one)
  const kinds = (kind: string) => one.filter((note) => note.kind === kind).map((note) => note.said.slice(1))
  expect(kinds('highlight')).not.toEqual(marks)
  expect(kinds('highlight')).not.toEqual(kinds('improvement'))
  expect(shuffledNotes(answersOf(marks), 'r 2026-W48', false)).not.toEqual(one)
})

/** The ids that decide the order are the same in every company of ours. */
async function nameless(minimum: number): Promise<Team> {
  const team = await teamWithRituals()
  await team.database.write(async (tables) => {
    const sales = tables.selectFrom('team').select('id').where('name', '=', '销售一部')
    const retro = tables.updateTable('ritual').set({ id: '0-retro' }).where('template', '=', 'weekly-retro')
    await retro.where('team', '=', sales).execute()
  })
  const { form } = await team.says('王经理', '/retro settings')
  await team.submits('王经理', form, { names: 'nameless', minimum: String(minimum) })
  return team
}

function open(team: Team, name: string) {
  const prompt = team.posts({ to: name }).find(({ view }) => JSON.stringify(view).includes('retro.fill'))
  return team.presses(name, prompt ?? never(), 'retro.fill')
}

async function answers(team: Team, name: string, values: Record<string, string>) {
  const opened = await open(team, name)
  return opened.form ? team.submits(name, opened.form, values) : opened
}

const order = (text = '') => text.match(/甲|乙|丙/g) ?? []

const everything = (team: Team) =>
  team
    .posts()
    .map(({ text }) => text)
    .join('\n')

/** What the rows say that name their people. */
async function stored(team: Team): Promise<string> {
  const tables = team.database.reads
  const rows = [
    await tables.selectFrom('retro_part').selectAll().execute(),
    await tables.selectFrom('audit').selectAll().execute(),
    await tables.selectFrom('answered').selectAll().execute(),
  ]
  return JSON.stringify(rows)
}

function never(): never {
  throw new Error('There is no such message.')
}
