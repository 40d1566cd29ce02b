import { expect, test } from 'vitest'
import type { FormValues } from '../../src/view/form.ts'
import type { View } from '../../src/view/view.ts'
import type { Said, Team } from '../support/team.ts'
import { answers, asks, fieldsOf, makes, SURVEY } from './made.ts'
import { inThread, lastTo, teamWithRituals, threads } from './team-with-rituals.ts'

const FRIDAY_16 = '2026-11-20T08:00:00.000Z'

const retro = (team: Team, more: FormValues = {}) =>
  makes(team, '王经理', { template: 'highlights', name: '晨会', schedule: '每周五下午4点', ...more })

const threadsOf = (team: Team, name: string) => threads(team, `${name} · 销售一部`)

test('a ritual is made by form, previewed, and made once however often the form is sent', async () => {
  const team = await teamWithRituals()
  const { form } = await team.says('王经理', '仪式 新建')
  const options = form?.fields.flatMap((field) =>
    'options' in field ? field.options.map(({ label }) => label) : [],
  )
  expect(options).toEqual(
    expect.arrayContaining([
      'PDCA 复盘',
      '4L 复盘',
      '开始停止继续',
      '亮点不足改进',
      '案例研讨班',
      '领导力工坊',
      '自己出题',
    ]),
  )
  const bad = await makes(team, '王经理', {
    template: 'pdca',
    name: '周复盘',
    schedule: '每两周周五',
    zone: '月球',
    catchUp: '0',
    openDays: '99',
    audience: 'people',
  })
  expect(bad.errors).toEqual({
    name: '这个团队已经有一个「周复盘」了。',
    schedule: expect.stringContaining('「每两周周五」排不了'),
    zone: expect.stringContaining('没有「月球」这个时区'),
    catchUp: '要写 1 到 168 的整数。',
    openDays: '要写 1 到 20 的整数。',
    people: '至少选一个人，或者换一种问法。',
  })
  const own = fieldsOf(form)
  const values = { template: 'pdca', schedule: '每周三上午9点半', [own.团队 ?? '']: teamOption(form) }
  const made = await team.submits('王经理', form, values)
  expect(made.text).toContain('销售一部的PDCA 复盘建好了，第一次：周三 09:30')
  expect(made.text).toMatch(/接下来\s+- 周三 09:30\s+- 12 月 2 日 09:30\s+- 12 月 9 日 09:30/)
  expect(made.text).toMatch(
    /频道里[\s\S]*已私下问 3 人[\s\S]*私下问每个人[\s\S]*有 4 个问题[\s\S]*提醒还没答的人/,
  )
  for (const _ of [1, 2]) expect((await team.submits('王经理', form, values)).text).toContain('已经建过了')
  const list = await team.says('王经理', '/ritual')
  expect(list.text.match(/PDCA 复盘/g)).toHaveLength(1)
  expect((await team.presses('王经理', list, '新建仪式')).form?.title).toBe('新建仪式')
  expect((await team.says('王经理', '/ritual list PDCA复盘')).text).toMatch(
    /〔修改〕 〔问题〕 〔试跑〕 〔预览〕 〔不再开〕/,
  )
})

test('only who leads the team, and admins, make and change rituals', async () => {
  const team = await teamWithRituals()
  expect((await team.says('李雷', '/ritual new')).text).toContain('主管或管理员')
  const { form } = await team.says('王经理', '/ritual new')
  const sent = { template: 'pdca', team: teamOption(form) }
  expect((await team.submits('李雷', form, sent)).text).toContain('由团队主管和管理员来建')
  expect((await team.submits('周主管', form, sent)).errors).toEqual({ team: '请选一个你带的团队。' })
  const made = await retro(team)
  const edit = await team.presses('王经理', made, '修改')
  const questions = await team.presses('王经理', made, '问题')
  for (const who of ['李雷', '周主管']) {
    expect((await team.presses(who, made, '修改')).form).toBeUndefined()
    expect((await team.presses(who, questions, '加一个问题')).form).toBeUndefined()
    expect((await team.submits(who, edit.form, { name: '改了' })).text).toContain('主管和管理员')
    expect((await team.presses(who, questions, '去掉')).text).toContain('主管和管理员')
    expect((await team.presses(who, made, '试跑')).text).toContain('主管和管理员')
  }
  expect((await team.submits('赵敏', edit.form, { name: '早会' })).text).toContain('早会改好了')
})

test('questions are added, moved and taken away; what is open goes on as it began', async () => {
  const team = await teamWithRituals()
  const made = await makes(team, '王经理', {
    template: 'custom-questions',
    name: '调查',
    schedule: '每周五下午4点',
  })
  expect((await team.says('王经理', '/ritual resume 调查')).text).toContain('还没有问题')
  expect((await team.submits('王经理', made.form, { label: '选什么', type: 'choice' })).errors).toEqual({
    options: '至少写两个不同的选项，一行一个。',
  })
  for (const [question, field] of [
    [{ label: '选什么', type: 'choice', options: '甲\n甲\n \n' }, 'options'],
    [
      {
        label: '选什么',
        type: 'choices',
        options: Array.from({ length: 51 }, (_, at) => `第 ${at}`).join('\n'),
      },
      'options',
    ],
    [{ label: '选什么', type: 'choice', options: `${'长'.repeat(76)}\n乙` }, 'options'],
    [{ label: '几家', type: 'number', unit: '家'.repeat(31) }, 'unit'],
    [{ label: '几家', type: 'number', marks: ['item'] }, 'marks'],
    [{ label: '改进', type: 'text', marks: ['item'], visible: 'manager' }, 'visible'],
    [{ label: '问'.repeat(151), type: 'text' }, 'label'],
  ] as const)
    expect(
      Object.keys((await team.submits('王经理', made.form, question as FormValues)).errors ?? {}),
    ).toEqual([field])
  const one = await asks(team, '王经理', made.form, { label: '甲', type: 'text' })
  for (const _ of [1, 2]) await team.submits('王经理', made.form, { label: '甲', type: 'text' })
  expect((await team.says('王经理', '/ritual questions 调查')).text.match(/甲 ·/g)).toHaveLength(1)
  const second = await team.presses('王经理', one, '加一个问题')
  expect((await team.submits('王经理', second.form, { label: '甲', type: 'text' })).errors?.label).toContain(
    '已经有',
  )
  const two = await team.submits('王经理', second.form, { label: '乙', type: 'number', unit: '%' })
  const moved = await team.presses('王经理', two, '上移')
  expect(moved.text).toMatch(/乙 · 数字[\s\S]*甲 · 短文字/)
  await team.presses('王经理', replaced(moved), '开始用')
  await team.until(FRIDAY_16)
  const gone = await team.presses('王经理', replaced(moved), '去掉')
  expect(gone.text).toContain('现在正开着一次：它按原来的收，改动从下一次开始')
  expect((await team.presses('王经理', replaced(gone), '去掉')).text).toContain('至少要有一个问题')
  const { form } = await team.says('李雷', '/ritual answer 调查')
  expect(Object.keys(fieldsOf(form))).toEqual(['乙', '甲'])
  await answers(team, '李雷', form, { 乙: '30%', 甲: '好' })
  await team.until('2026-11-27T08:00:00.000Z')
  const later = await team.says('李雷', '/ritual answer 调查')
  expect(Object.keys(fieldsOf(later.form))).toEqual(['甲'])
})

test('forty questions are refused in words, and so is a form that no chat would show whole', async () => {
  const team = await teamWithRituals()
  const made = await makes(team, '王经理', { template: 'custom-questions', name: '长卷' })
  const some = Array.from({ length: 40 }, (_, at) => ({ label: `第 ${at} 题`, type: 'text' }))
  expect((await asks(team, '王经理', made.form, ...some)).errors?.label).toContain('一张表最多 25 个问题')
  expect((await team.says('王经理', '/ritual questions 长卷')).text.match(/第 \d+ 题/g)).toHaveLength(25)
  const wide = await makes(team, '王经理', { template: 'custom-questions', name: '宽卷' })
  const options = Array.from({ length: 40 }, (_, at) => `${'字'.repeat(60)}${at}`).join('\n')
  const large = Array.from({ length: 5 }, (_, at) => ({ label: `第 ${at} 题`, type: 'choice', options }))
  expect((await asks(team, '王经理', wide.form, ...large)).errors?.label).toContain('一张表就放不下了')
})

test('changed twice in an hour, it is neither repeated nor left out', async () => {
  const team = await teamWithRituals()
  await retro(team)
  const edits = async (schedule: string) => {
    const { form } = await team.says('王经理', '/ritual edit 晨会')
    return team.submits('王经理', form, { schedule })
  }
  team.clock.moveTo('2026-11-20T07:00:00.000Z')
  expect((await edits('每周五下午5点')).text).toContain('下次：周五 17:00')
  expect((await edits('每周五 15:30')).text).toContain('下次：周五 15:30')
  await team.until('2026-11-20T07:30:00.000Z')
  expect(threadsOf(team, '晨会')).toHaveLength(1)
  const again = await edits('每周五 16:30')
  expect(again.text).toContain('现在正开着一次：它按原来的收，改动从下一次开始')
  expect(again.text).toContain('下次：11 月 27 日 16:30')
  await team.until('2026-11-27T08:30:00.000Z')
  expect(threadsOf(team, '晨会').map(({ at }) => at)).toEqual([
    '2026-11-20T07:30:00.000Z',
    '2026-11-27T08:30:00.000Z',
  ])
  await team.until('2026-12-03T02:00:00.000Z')
  expect((await edits('每周四 9:00')).text).toContain('已经现在开了')
  expect(threadsOf(team, '晨会')).toHaveLength(3)
  await team.until('2026-12-09T02:00:00.000Z')
  const left = await edits('每周一 9:00')
  expect(left.text).toContain('按新的时间，这一次本该在12 月 7 日 09:00开，过去太久')
  expect(team.posts({ to: '王经理' }).filter(({ text }) => text.includes('晨会没开成'))).toEqual([])
  expect((await team.presses('王经理', left, '现在开')).text).toContain('开始了')
  expect((await edits('每周五 16:00')).text).toContain('下次：12 月 18 日 16:00')
  await team.until('2026-12-14T02:00:00.000Z')
  expect(threadsOf(team, '晨会')).toHaveLength(4)
})

test('another zone, other people, a pause: all of it by the same form', async () => {
  const team = await teamWithRituals()
  await retro(team)
  const { form } = await team.says('王经理', '/ritual edit 晨会')
  const people = [team.id('吴婷'), team.id('李雷'), 'p-nobody']
  await team.submits('王经理', form, { zone: 'Asia/Tokyo', audience: 'people', people, name: '东京会' })
  await team.until('2026-11-20T07:00:00.000Z')
  expect(threadsOf(team, '东京会')[0]?.text).toContain('已私下问 2 人')
  expect((await team.says('吴婷', '/ritual answer')).form?.title).toBe('东京会')
  expect((await team.says('郑凯', '/ritual')).text).not.toContain('东京会')
  expect((await team.says('吴婷', '/ritual')).text).toContain('东京会')
  const again = await team.says('王经理', '/ritual edit 东京会')
  expect((await team.submits('王经理', again.form, { paused: ['paused'] })).text).toContain('东京会改好了')
  expect((await team.says('王经理', '/ritual list 东京会')).text).toContain('已暂停')
  const builtIn = await team.says('王经理', '/ritual edit 周复盘')
  expect(Object.values(fieldsOf(builtIn.form))).toEqual(['schedule', 'channel', 'zone', 'catchUp', 'paused'])
  await team.submits('王经理', builtIn.form, { schedule: '每周四下午3点' })
  expect((await team.says('王经理', '/ritual list 周复盘')).text).toContain('每周四 15:00')
})

test('a test run is the whole of it for one person, and leaves nothing behind', async () => {
  const team = await teamWithRituals()
  const made = await makes(team, '王经理', { template: 'custom-questions', name: '调查' })
  await asks(team, '王经理', made.form, ...SURVEY)
  const started = await team.says('王经理', '仪式 试跑 调查')
  const [opening, prompt] = team.posts({ to: '王经理' }).slice(-2)
  expect(opening?.text).toMatch(/这是试跑[\s\S]*调查 · 销售一部[\s\S]*已私下问 1 人/)
  const { form } = await team.presses('王经理', prompt ?? started, '填写')
  const taken = await answers(team, '王经理', form, {
    本周客户反馈: '价格高',
    心情: '3',
    下周改一件事: '试试',
    只对主管说: '悄悄话',
  })
  expect(taken.text).toContain('试跑不记')
  await team.presses('王经理', taken, '提醒我')
  expect(lastTo(team, '王经理').text).toContain('就差你的了')
  expect((await team.presses('王经理', taken, '收')).text).toContain('什么都没留下')
  const inTrial = inThread(team, opening).map(({ text }) => text)
  expect(inTrial[0]).toContain('本周客户反馈：价格高')
  expect(inTrial[1]).toMatch(/1 人里 1 人答了/)
  expect(inTrial[2]).toMatch(/只发给团队主管：[\s\S]*悄悄话/)
  expect((await team.presses('王经理', taken, '收')).text).toContain('已经结束')
  expect((await team.says('王经理', '/ritual search 价格')).text).toContain('没有「价格」')
  expect((await team.says('王经理', '/ritual history 调查')).text).toContain('还没有开过')
  expect((await team.says('王经理', '/improve')).text).toContain('没有没做完的改进')
  expect(team.posts({ in: 'retro' })).toEqual([])
  for (const table of ['asked_trial', 'asked_answer', 'asked_part', 'improvement'] as const)
    expect(await team.database.reads.selectFrom(table).selectAll().execute()).toEqual([])
})

test('answers are found by what stands in them, by those who could read them', async () => {
  const team = await teamWithRituals()
  await retro(team)
  await team.until(FRIDAY_16)
  const { form } = await team.says('李雷', '/ritual answer 晨会')
  await answers(team, '李雷', form, { 亮点: '客户说价格不高', 不足: '价格没守住', 改进: 'PRICE 表先看' })
  const finds = async (who: string, words: string) => (await team.says(who, `仪式 搜索 ${words}`)).text
  expect(await finds('李雷', '价格')).toMatch(/客户说价格不高[\s\S]*晨会 · 2026 年第 47 周 · 亮点|价格没守住/)
  expect((await finds('李雷', '价格')).match(/晨会 · /g)).toHaveLength(2)
  expect(await finds('李雷', 'price')).toContain('PRICE 表先看')
  expect(await finds('王经理', '价格')).toContain('价格没守住')
  for (const who of ['韩梅梅', '赵敏', '陈总']) {
    expect(await finds(who, '价格')).toContain('客户说价格不高')
    expect(await finds(who, '价格')).not.toContain('没守住')
    expect(await finds(who, '没守住')).toContain('没有「没守住」')
  }
  for (const who of ['吴婷', '周主管', '孙会计']) expect(await finds(who, '价格')).toContain('没有「价格」')
  for (const odd of ['%', '_', "' OR 1=1 --", '\\'])
    expect(await finds('韩梅梅', odd)).toContain('你能看的回答里没有')
  expect((await team.says('李雷', '/ritual search')).text).toContain('想查什么')
  const list = await team.says('李雷', '/ritual')
  const asked = await team.presses('李雷', list, '查回答')
  expect((await team.submits('李雷', asked.form, { words: '价格' })).text).toContain('有「价格」的回答')

  await team.until('2026-11-23T10:00:00.000Z')
  const history = await team.says('韩梅梅', '/ritual history 晨会')
  expect(history.text).toContain('3 人里 1 人答了')
  const session = await team.presses('韩梅梅', history, '2026 年第 47 周的总结')
  expect(session.text).toMatch(/总结 · 晨会[\s\S]*客户说价格不高/)
  expect(session.text).not.toContain('没守住')
  expect((await team.presses('王经理', history, '2026 年第 47 周的总结')).text).toContain('没守住')
  expect((await team.presses('吴婷', history, '2026 年第 47 周的总结')).text).toContain('不归你看')
  const removed = await team.says('王经理', '/ritual remove 晨会')
  await team.presses('王经理', removed, '不再开')
  expect(await finds('韩梅梅', '价格')).toContain('客户说价格不高')
})

test('a search goes on page by page', async () => {
  const team = await teamWithRituals()
  await makes(team, '王经理', { template: 'start-stop-continue', name: '日结', schedule: '每个工作日 17:00' })
  for (let day = 19; day < 25; day += 1) {
    await team.until(`2026-11-${day}T09:00:00.000Z`)
    for (const who of ['李雷', '韩梅梅', '张伟']) {
      const { form } = await team.says(who, '/ritual answer 日结')
      if (form) await answers(team, who, form, { '开始做什么？': `早点报价 ${day}` })
    }
  }
  const first = await team.says('李雷', '/ritual search 报价')
  const second = await team.presses('李雷', first, '更早的')
  const days = (text: string) => [...text.matchAll(/报价 (\d+)/g)].map(([, day]) => day)
  expect(days(first.text)).toEqual(['24', '24', '24', '23', '23', '23', '20', '20', '20', '19'])
  expect(days(second.text)).toEqual(['19', '19'])
  expect(second.text).not.toContain('〔更早的〕')
})

function replaced({ replace }: Said): View {
  if (!replace) throw new Error('Nothing was replaced.')
  return replace
}

function teamOption(form: Parameters<typeof fieldsOf>[0]): string {
  const field = form?.fields.find((one) => one.kind === 'choice' && one.name === 'team')
  return field && 'options' in field ? (field.options[0]?.value ?? '') : ''
}
