import { expect, test } from 'vitest'
import { features } from '../../../src/features.ts'
import { advance } from '../../../src/kernel/advance.ts'
import { BOT_USER, type Message, type SlackBlock, type SlackView } from './fake-slack.ts'
import { buttonsIn, wordsOf } from './slack-people.ts'
import {
  eventually,
  HAN,
  LI_LEI,
  startSlackTeam,
  TRANSPORTS,
  type Transport,
  WANG,
  ZHAO,
} from './slack-team.ts'

const DEALS = 'C0DEALS'
const RETRO = 'C0RETRO'

/** A real team in a fresh Slack workspace, set up by its administrator as anybody would. */
async function setUp(transport: Transport) {
  const team = await startSlackTeam({ transport, features, at: '2026-11-18T02:00:00.000Z' })
  const { people, slack } = team
  let seen = 0
  await people.types(ZHAO.id, '/drumbeat setup')
  const page = await modal()
  const pay = await people.submits(ZHAO.id, page, {
    company: '极星科技',
    team: '销售一部',
    manager: WANG.id,
    members: [LI_LEI.id, HAN.id],
    deals: DEALS,
    retro: RETRO,
  })
  await people.submits(ZHAO.id, { ...pay.body.view, id: page?.id }, { rate: '5%', target: '10万' })
  await eventually(() => lastTo(ZHAO.id)).toContain('销售一部准备好了：2 位成员有了提成方案和目标')
  return { ...team, modal, lastTo, until: (at: string) => advance(team.app, team.clock, at) }

  /** The form that was opened last. */
  async function modal() {
    const before = seen
    await eventually(() => slack.modals.size).toBeGreaterThan(before)
    seen = slack.modals.size
    return [...slack.modals.values()].at(-1)
  }

  function lastTo(user: string): string {
    return wordsOf(slack.seenBy(user).at(-1))
  }
}
test.each(TRANSPORTS)('a team’s first weeks over %s', async (transport) => {
  const { people, slack, modal, lastTo, until, app, failures } = await setUp(transport)
  const cards = () => slack.seenIn(DEALS).filter((message) => !message.thread_ts)
  const card = (customer: string) => cards().find((message) => wordsOf(message).includes(customer))
  const says = async (user: string, text: string) => wordsOf((await people.types(user, text)).body)

  // A deal, logged in one line, and what it means; after a minute everybody sees it.
  expect(await says(LI_LEI.id, '/deal add 华为 9万 product=CRM channel=转介绍')).toContain('记好了')
  expect(await says(LI_LEI.id, '/commission')).toContain('4,500 元')
  expect(card('华为')).toBeUndefined()
  await until('2026-11-18T02:01:05.000Z')
  expect(wordsOf(card('华为'))).toMatch(/李雷|U0LILEI/)

  // One taken back within the minute is never announced.
  const mistake = await people.types(LI_LEI.id, '/deal add 小米 3万')
  await people.presses(LI_LEI.id, mistake, '撤回')
  await until('2026-11-18T02:05:00.000Z')
  expect(card('小米')).toBeUndefined()

  // By form, with a name that would ring everybody.
  await people.types(LI_LEI.id, '/deal')
  await people.submits(LI_LEI.id, await modal(), { customer: '<!channel> *x* <b>', amount: '3万' })
  await eventually(() => lastTo(LI_LEI.id)).toContain('记好了')
  await until('2026-11-18T02:10:00.000Z')
  expect(wordsOf(card('<!channel> *x* <b>'))).toContain('3 万')
  expect(card('<!channel>')?.text).toContain('&lt;!channel&gt;')
  expect(await says(LI_LEI.id, '/commission')).toContain('7,500 元')
  expect(await says(LI_LEI.id, '/commission explain')).toContain('7,500')
  expect(await says(HAN.id, '/commission whatif 90000')).toContain('4,500')
  expect(await says(HAN.id, `/commission <@${LI_LEI.id}>`)).not.toContain('7,500')
  expect(await says(WANG.id, `/commission <@${LI_LEI.id}>`)).toContain('7,500')
  await people.writesToBot(LI_LEI.id, '提成')
  expect(lastTo(LI_LEI.id)).toContain('7,500 元')

  // What cannot be read is answered, and nothing is stored.
  expect(await says(HAN.id, '/deal add 华为 12来万')).toContain('12来万')
  expect(await says(HAN.id, '/deal lits')).toContain('是不是想写')
  await people.mentions(HAN.id, '排行榜 签约')
  expect(lastTo(HAN.id)).toContain('李雷')

  // A badge, by a reaction on the card; the same event three times, then taken away, then by who may not.
  const huawei = { channel: DEALS, ts: card('华为')?.ts ?? '', author: BOT_USER }
  const crown = { again: 'Ev-crown', at: slack.timestamp() }
  await Promise.all([1, 2, 3].map(() => people.reacts(WANG.id, 'crown', huawei, crown)))
  expect(
    slack
      .seenBy(WANG.id)
      .map(wordsOf)
      .join('\n')
      .match(/李雷，11 月签单王/g),
  ).toHaveLength(1)
  await people.reacts(WANG.id, 'crown', huawei, { removed: true, at: String(Number(crown.at) + 5) })
  const before = slack.seenBy(HAN.id).length
  await people.reacts(HAN.id, 'star2', huawei)
  expect(slack.seenBy(HAN.id)).toHaveLength(before + 1)
  await people.reacts(WANG.id, 'star2', huawei)
  await until('2026-11-18T02:30:00.000Z')
  expect(await says(LI_LEI.id, '/badge')).toContain('服务之星')
  expect(await says(LI_LEI.id, '/badge')).not.toContain('签单王')

  // Goals, and the home tab.
  expect(await says(LI_LEI.id, '/goal')).toContain('120%')
  const home = await people.opensHome(LI_LEI.id)
  expect(wordsOf(home)).toContain('120')
  expect(buttonsIn(home?.blocks ?? []).length).toBeGreaterThan(0)

  // Friday 16:00: the retro opens by itself; a form comes to everybody; answers stand in the thread.
  await until('2026-11-20T08:00:00.000Z')
  const root = slack.seenIn(RETRO).find((message) => wordsOf(message).includes('周复盘'))
  const prompt = slack.seenBy(LI_LEI.id).findLast((message) => buttonTo(message, '填写'))
  await people.presses(LI_LEI.id, prompt, '填写')
  await people.submits(LI_LEI.id, await modal(), { highlight: '拿下华为', improvement: '报价前先问预算' })
  await eventually(async () => {
    await app.deliverDue()
    return thread(slack.seenIn(RETRO), root).map(wordsOf).join('\n')
  }).toMatch(/亮点：\s*拿下华为\s+改进：\s*报价前先问预算/)
  expect(await says(LI_LEI.id, '/improve')).toContain('报价前先问预算')

  // Monday 10:00 it closes, and on the next month's first workday the calibration opens.
  await until('2026-11-23T02:00:00.000Z')
  expect(thread(slack.seenIn(RETRO), root).map(wordsOf).join('\n')).toContain('报价前先问预算')
  expect(await says(WANG.id, `/goal add <@${LI_LEI.id}> 12月 签约 10万`)).toContain('G-')
  await until('2026-12-01T02:00:00.000Z')
  const calibration = slack
    .seenIn(DEALS)
    .find((message) => wordsOf(message).includes('月度校准会 · 销售一部'))
  await people.presses(LI_LEI.id, calibration, '写变化')
  await people.submits(LI_LEI.id, await modal(), { market: '对手降价 10%', action: '改送实施服务' })
  await eventually(async () => {
    await app.deliverDue()
    return thread(slack.seenIn(DEALS), calibration).map(wordsOf).join('\n')
  }).toContain('改送实施服务')
  const change = thread(slack.seenIn(DEALS), calibration).findLast((message) =>
    buttonTo(message, '提议改目标'),
  )
  await people.presses(LI_LEI.id, change, '提议改目标')
  const proposing = await modal()
  const [goal] = optionsOf(proposing, 'goal')
  await people.submits(LI_LEI.id, proposing, { goal: goal ?? '', value: '9万', why: '客户推迟' })
  await eventually(() => lastTo(LI_LEI.id)).toContain('等人点同意')
  await app.deliverDue()
  const proposal = thread(slack.seenIn(DEALS), calibration).findLast((message) => buttonTo(message, '同意'))
  await people.presses(WANG.id, proposal, '同意')
  await people.presses(ZHAO.id, proposal, '同意')
  const number = /G-\d+/.exec(wordsOf(proposal))?.[0]
  expect(await says(LI_LEI.id, `/goal history ${number}`)).toMatch(/90,000 元[\s\S]*客户推迟/)
  expect(await says(ZHAO.id, '/drumbeat health')).not.toContain('invite')
  expect(failures).toEqual([])
})

function thread(messages: Message[], root: Message | undefined): Message[] {
  return messages.filter((message) => root !== undefined && message.thread_ts === root.ts)
}

function buttonTo(message: Message, label: string): boolean {
  return buttonsIn(message.blocks).some((button) => button.text.text === label)
}

function optionsOf(modal: SlackView | undefined, field: string): string[] {
  const block = modal?.blocks.find((one) => one.block_id === field)
  return block?.element.options.map((option: SlackBlock) => option.value) ?? []
}
