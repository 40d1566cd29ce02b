import { beforeAll, describe, expect, test } from 'vitest'
import { dateAt, timeAt } from '../../src/kernel/calendar.ts'
import { addDays } from '../../src/kernel/period.ts'
import { isWorkday } from '../../src/kernel/workdays.ts'
import { engines, sqliteDatabase } from '../support/databases.ts'
import { type Arrived, chronicle, type Lived, live } from './live.ts'
import { crashAtEveryStep } from './mortal.ts'
import { BEGINS, ENDS } from './quarter.ts'

const ZONE = 'Asia/Shanghai'
const MEMBERS = ['李雷', '韩梅梅', '张伟', '吴婷', '郑凯']
const CHANNELS = ['sales', 'deals', 'retro']
const WHOLE = Number.POSITIVE_INFINITY

describe('the last quarter of 2026', { timeout: 300_000 }, () => {
  let lived: Lived
  beforeAll(async () => {
    lived = await live(await sqliteDatabase())
  }, 300_000)

  const titled = (title: string) =>
    lived.arrived.filter(({ kind, text }) => kind !== 'change' && text.startsWith(title))

  const privately = (name?: string) =>
    lived.arrived.filter(
      ({ kind, place }) => kind === 'post' && (name ? place === name : !CHANNELS.includes(place)),
    )

  test('reads as it is written down, post by post', async () => {
    const lines = chronicle(lived.arrived)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('quarter.chronicle.txt')
    expect(lived.team.failures).toEqual([])
  })

  test('every workday has its reports, the make-up Saturday too, and no holiday has any', () => {
    const reported = titled('战报').map(on)
    const workdays = daysBetween(BEGINS, ENDS).filter(
      (date) => isWorkday('china', date) && date < '2027-01-06',
    )
    expect(workdays).toHaveLength(67)
    expect(workdays).toContain('2026-10-10')
    expect(reported).toEqual(workdays.flatMap((date) => [date, date]))
    expect(lived.arrived.filter((one) => on(one) >= '2026-10-01' && on(one) <= '2026-10-07')).toEqual([])
  })

  test('nobody is written to outside their hours, or twice within one, or while they are away', () => {
    expect(privately().length).toBeGreaterThan(150)
    for (const { at } of privately()) {
      expect(isWorkday('china', dateAt(at, ZONE)), at).toBe(true)
      expect(timeAt(at, ZONE) >= '09:00' && timeAt(at, ZONE) < '19:00', at).toBe(true)
    }
    for (const name of new Set(privately().map(({ place }) => place))) {
      const moments = privately(name).map(({ at }) => Date.parse(at))
      for (const [index, moment] of moments.slice(1).entries())
        expect(moment - (moments[index] ?? 0), name).toBeGreaterThanOrEqual(3600_000)
    }
    expect(privately('韩梅梅').filter((one) => on(one) >= '2026-11-09' && on(one) <= '2026-11-13')).toEqual(
      [],
    )
  })

  test('fourteen retros are opened, asked about, nudged once and summed up; none counts who is away', () => {
    expect(titled('周复盘')).toHaveLength(28)
    expect(titled('总结')).toHaveLength(28)
    const asked = (name: string) => privately(name).filter(({ text }) => text.includes('〔填写〕'))
    const nudged = (name: string) => privately(name).filter(({ text }) => text.startsWith('你的周复盘还空着'))
    expect(MEMBERS.map((name) => asked(name).length - nudged(name).length)).toEqual([14, 13, 14, 14, 14])
    expect(MEMBERS.map((name) => nudged(name).length)).toEqual([0, 8, 10, 10, 10])
    expect(lived.arrived.filter(({ kind, text }) => kind === 'answer' && text.startsWith('@张伟'))).toEqual(
      [],
    )
    const taking = titled('总结 · 销售一部').map(({ text }) => /(\d) 人里 (\d) 人参与/.exec(text)?.[0])
    expect(taking.slice(5, 8)).toEqual(['2 人里 1 人参与', '2 人里 1 人参与', '3 人里 2 人参与'])
  })

  test('November’s calibration cuts the quarter and splits it anew; both teams read what changed and why', async () => {
    expect(titled('月度校准会')).toHaveLength(8)
    const [one, other, ...more] = titled('改了什么、为什么').filter((post) => on(post) === '2026-11-02')
    expect(more).toEqual([])
    for (const { text } of [one, other].filter((post) => post !== undefined)) {
      expect(text).toContain('目标改了 1 个')
      expect(text).toContain('3,000,000 元 → 2,400,000 元。教育行业预算冻结（陈总提，陈总、赵敏同意）')
      expect(text).toContain('11 月 642,857 元、12 月 857,143 元。制造业多在年底签（陈总提，陈总、赵敏同意）')
    }
    const { text } = await lived.team.says('陈总', '/goal history G-1')
    expect(text).toMatch(/2,400,000 元[\s\S]*教育行业预算冻结/)
    expect(text).toContain('制造业多在年底签')
  })

  test('what was promised is done, put off, dropped, or carried over to the end', async () => {
    for (const [name, number, words] of [
      ['李雷', 1, '做完了'],
      ['李雷', 2, '推迟过 1 次'],
      ['吴婷', 5, '线索改由官网接'],
      ['李雷', 3, '开了'],
    ] as const)
      expect((await lived.team.says(name, `改进 I-${number}`)).text).toContain(words)
    const last = titled('周复盘 · 销售一部').at(-1)
    expect(last?.text).toContain('I-3 报价前先问预算')
    expect(last?.text).not.toMatch(/I-[12] /)
  })

  // On a PostgreSQL server where there is one, else on PGlite, which takes twice as long for it.
  test.each(engines.slice(-1))('is the same on $name', async (engine) => {
    const { arrived, team } = await live(await engine.open())
    expect(team.failures).toEqual([])
    expect(chronicle(arrived, 1, WHOLE)).toEqual(chronicle(lived.arrived, 1, WHOLE))
  })

  test('is the same where the process dies at every step', async () => {
    const crashes = crashAtEveryStep()
    const { arrived, team } = await live(await sqliteDatabase(), crashes)
    expect(team.failures).toEqual([])
    expect(crashes.deaths).toBeGreaterThan(1000)
    expect(chronicle(arrived, 5, WHOLE)).toEqual(chronicle(lived.arrived, 5, WHOLE))
  })
})

const on = ({ at }: Arrived) => dateAt(at, ZONE)

function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from.slice(0, 10); day <= to.slice(0, 10); day = addDays(day, 1)) days.push(day)
  return days
}
