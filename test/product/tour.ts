import { activatePlan } from '../../src/commission/active-plan.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { allTeams, joinTeam } from '../../src/people/store.ts'
import { ensureRituals } from '../../src/rituals/ensure.ts'
import { buttonsOf, type Said } from '../support/team.ts'
import type { Audience } from './audience.ts'
import { askQuestions } from './tour-rituals.ts'

/** What people are called on a tour, and what they write. */
export interface Cast {
  /** Newcomers beside the usual company. */
  names: readonly string[]
  /** Whatever somebody writes: a customer, a reason, a team's name … Another one each time. */
  word: () => string
  /** What has to be readable, in the language of the place. */
  typed: { company: string; signed: string; visits: string; vague: string; praise: string; later: string }
}

/** Thursday 2026-11-19, 10:00 in Shanghai. */
export const TOUR_BEGINS = '2026-11-19T02:00:00.000Z'

/** Does everything that can be done with the product, over two weeks of a company's life. */
export async function tour(place: Audience, cast: Cast): Promise<void> {
  for (const part of parts) await part(place, cast)
}

/** The same, going on with the next part where a word made that nothing could be pressed any more. */
export async function tourAsFarAsItGoes(place: Audience, cast: Cast): Promise<void> {
  for (const part of parts) await part(place, cast).catch(() => undefined)
}

const parts = [
  setUp,
  setGoals,
  logDeals,
  changeDeals,
  registerCustomers,
  askForPay,
  award,
  improve,
  holdRetro,
  calibrateNow,
  missARetro,
  report,
  closeTheMonth,
  calibrate,
  endTheMonth,
  enterDays,
  takeTimeOff,
  reviewTheMonth,
  manageRituals,
  askQuestions,
  lookAround,
  growTree,
]

async function setUp({ team, press }: Audience, { names, word }: Cast): Promise<void> {
  const newcomers = await takeIn(team, names)
  for (const who of ['李雷', '赵敏', '王经理'])
    for (const part of ['', ' help', ' settings', ' health']) await team.says(who, `/drumbeat${part}`)
  const { form } = await team.says('赵敏', '/drumbeat setup')
  const page = {
    company: word(),
    team: word(),
    manager: team.id('王经理'),
    members: [team.id('李雷'), team.id('韩梅梅'), ...newcomers.slice(5)],
    deals: 'deals',
    retro: 'retro',
  }
  await team.submits('赵敏', form, { ...page, zone: word(), currency: word() })
  const pay = await team.submits('赵敏', form, page)
  await team.submits('赵敏', pay.form, { rate: word(), target: word() })
  await team.submits('赵敏', pay.form, { rate: '5%', target: '100000' })
  await team.says('赵敏', '/drumbeat setup team')
  await team.says('赵敏', '/drumbeat settings')
  const settings = await press('赵敏', 'setup.change-settings')
  await team.submits('赵敏', settings.form, { confirmBelow: word() })
  await team.submits('赵敏', settings.form, { confirmBelow: '500', workdays: 'china' })
  for (const words of ['@孙会计 finance off', '@孙会计 finance', `${word()} finance`])
    await team.says('赵敏', `/drumbeat role ${words}`)
  await changeTeams({ team, press } as Audience, word)
  for (const words of ['@李雷 2026-11-02', '@李雷 off', `${word()} 2026-11-02`, `@李雷 ${word()}`])
    await team.says('王经理', `/drumbeat joined ${words}`)
  for (const words of ['@郑凯 2027-06-30', '@郑凯 off', '@郑凯 2027-06-30', word()])
    await team.says('赵敏', `/drumbeat left ${words}`)
  await team.says('郑凯', `/drumbeat language ${word()}`)
  await team.says('郑凯', `/drumbeat language ${(await team.scope('郑凯')).locale === 'en' ? 'en' : 'zh'}`)
  await team.write('赵敏', ensureRituals)
  await preferQuiet({ team, press } as Audience, word)
}

/** Everybody is in their own team again afterwards, as well as in the one that was set up. */
async function changeTeams({ team, press }: Audience, word: Cast['word']): Promise<void> {
  for (const rest of [
    '',
    word(),
    `销售一部 remove ${word()}`,
    `${word()} move @李雷`,
    '销售一部 remove @吴婷',
  ])
    await team.says('赵敏', `/drumbeat team ${rest}`)
  await team.says('赵敏', '/drumbeat team')
  const { form } = await press('赵敏', 'setup.change-members')
  await team.submits('赵敏', form, { from: word() })
  const [marketing, sales] = await team.write('赵敏', async (scope) => {
    const teams = await allTeams(scope)
    return ['市场部', '销售一部'].map((name) => teams.find((one) => one.name === name)?.id ?? '')
  })
  for (const id of [marketing, sales])
    await team.submits('赵敏', form, { person: team.id('张伟'), team: id ?? '', what: 'move' })
  for (const name of ['李雷', '韩梅梅']) await team.says('赵敏', `/drumbeat team 销售一部 add @${name}`)
}

async function preferQuiet({ team, press }: Audience, word: Cast['word']): Promise<void> {
  for (const rest of ['', 'language', 'zone', 'hours', 'days', 'quiet', 'tell'])
    for (const value of ['', word()]) await team.says('郑凯', `/drumbeat me ${rest} ${value}`)
  for (const rest of ['hours 9:30-17:30', 'days mon-thu', 'zone Asia/Tokyo', 'quiet reminders', word()])
    await team.says('郑凯', `/drumbeat me ${rest}`)
  const { form } = await press('郑凯', 'setup.change-me')
  await team.submits('郑凯', form, { zone: word(), from: word(), to: '10' })
  await team.submits('郑凯', form, { from: '9:00', to: '9:30' })
  await team.submits('郑凯', form, {})
  for (const rest of ['hours', 'days', 'zone']) await team.says('郑凯', `/drumbeat me ${rest} default`)
}

async function enterDays({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (const line of [
    `add 2027-02-10 2027-02-16 ${word()}`,
    `work 2027-02-14 ${word()} team=销售一部`,
    `add ${word()}`,
    `add 2027-02-10 team=${word()}`,
    `calendar ${word()}`,
    'calendar mon-fri team=市场部',
    'calendar inherit team=市场部',
    'remove 2027-02-14 team=销售一部',
    'remove 2027-03-14',
    word(),
  ])
    await team.says('赵敏', `/drumbeat days ${line}`)
  await team.says('李雷', '/drumbeat days')
  await team.says('赵敏', '/drumbeat days')
  const { form } = await press('赵敏', 'setup.enter-days')
  await team.submits('赵敏', form, { from: word(), name: word() })
  await team.submits('赵敏', form, { from: '2027-04-05', to: '2027-04-06', name: word() })
}

/** Everybody says something and is taken in; the first five belong to 市场部. Gives their ids. */
async function takeIn(team: Audience['team'], names: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const [index, name] of names.entries()) {
    const by = { id: `newcomer-${index}`, name }
    const delivery = `first words of ${by.id}`
    const { home } = team
    await team.app.receive({
      kind: 'message',
      text: 'help',
      platform: 'test',
      home,
      by,
      at: team.clock.now(),
      delivery,
    })
    const person = await team.app.personOf('test', home, by.id)
    if (person) ids.push(person)
  }
  await team.write('赵敏', async (scope) => {
    const marketing = (await allTeams(scope)).find((one) => one.name === '市场部')
    for (const id of ids.slice(0, 5)) await joinTeam(scope, marketing?.id ?? '', id, 'member', '2026-01-01')
  })
  return ids
}

async function setGoals({ team, press }: Audience, { word, typed }: Cast): Promise<void> {
  const { company, signed, visits, vague, praise, later } = typed
  await team.says('赵敏', `/goal add ${company} 2026-12 ${signed} 12000000`)
  await team.says('王经理', `/goal add 销售一部 2026-12 ${signed} 5000000`)
  await press('王经理', 'goal.align')
  await team.says('李雷', `/goal add ${later} ${visits}`)
  for (const line of [vague, word(), `${later} ${word()}`, `${later} ${visits} ${word()}`])
    await team.says('李雷', `/goal add ${line}`)
  await team.says('韩梅梅', `/goal add ${visits}`)
  await press('韩梅梅', 'goal.save-line')
  await team.says('韩梅梅', `/goal add 2026-12 ${signed} 80000`)
  await press('韩梅梅', 'goal.ask')
  await press('王经理', 'goal.grant')
  await setGoalsByForm({ team, press }, word)
  await reportWhatPays({ team, press }, word, praise)
  const own = numberIn(await team.says('韩梅梅', `/goal add 2026-12 ${signed} 90000`), 'G')
  for (const [value, verdict] of [
    ['70000', 'goal.decline'],
    ['60000', 'goal.approve'],
  ] as const) {
    await team.says('韩梅梅', `/goal adjust ${own} ${value} ${word()} 8`)
    await press('韩梅梅', 'goal.propose')
    await press('王经理', verdict)
  }
  await team.says('王经理', `/goal adjust ${own} 65000 ${word()}`)
  await team.says('王经理', `/goal adjust ${own} ${word()} ${word()}`)
  await team.says('王经理', `/goal adjust ${word()}`)
  await team.says('王经理', `/goal history ${own}`)
  await team.says('王经理', `/goal history ${word()}`)
  for (const about of ['', ' 2026', ` ${word()}`, ' 销售一部', ' 2026-11', ' 2026-12'])
    await team.says('王经理', `/goal tree${about}`)
  for (const about of ['', ` ${own}`, ' @韩梅梅', ` ${word()}`]) await team.says('王经理', `/goal${about}`)
}

/** Objectives, what they weigh, who holds them, how they are split, and what is given up again. */
async function growTree({ team, press }: Audience, { word }: Cast): Promise<void> {
  const top = numberIn(await team.says('陈总', '/goal objective 2026-Q4 8848'), 'G')
  for (const line of ['', ` ${word()}`, ` 2026-Q4 ${word()} parent=${word()}`])
    await team.says('陈总', `/goal objective${line}`)
  await team.says('陈总', '/goal')
  const objective = await press('陈总', 'goal.add-objective')
  await team.submits('陈总', objective.form, { sentence: word(), weight: word() })
  await team.submits('陈总', objective.form, { sentence: word(), contributors: [team.id('韩梅梅')] })
  await team.says('陈总', `/goal ${top}`)
  const { form } = await press('陈总', 'goal.add')
  const under = { metric: 'new-customers', value: '40', weight: '60%', contributors: [team.id('李雷')] }
  const key = numberIn(await team.submits('陈总', form, under), 'G')
  for (const line of [
    `align ${word()}`,
    `align ${key} none ${word()}`,
    `align ${key} ${top} ${word()}`,
    `weight ${key} ${word()}`,
    `weight ${key} 2 ${word()}`,
    `phase ${key} 2026-11 ${word()} 2026-12`,
    `contributors ${key} @${word()}`,
    `contributors ${key} @韩梅梅 -@李雷 ${word()}`,
    `owner ${key} @${word()}`,
    `owner ${top} @韩梅梅 ${word()}`,
    `lock ${word()}`,
  ])
    await team.says('陈总', `/goal ${line}`)
  await team.says('赵敏', `/goal lock ${key} ${word()}`)
  await team.says('赵敏', `/goal adjust ${key} 50 ${word()}`)
  await team.says('赵敏', `/goal ${key}`)
  const unlock = await press('赵敏', 'goal.unlock-form')
  await team.submits('赵敏', unlock.form, { why: `${word()} 8` })
  await team.says('赵敏', `/goal unlock ${key} ${word()}`)
  await changeByForm({ team, press }, word, key)
  await team.says('赵敏', `/goal history ${key}`)
  await team.says('陈总', '/goal tree 2026-Q4')
  await press('陈总', 'goal.page')
  for (const rest of ['new', word(), 'off']) await team.says('赵敏', `/goal page ${rest}`)
  const drop = await press('赵敏', 'goal.drop-form')
  await team.submits('赵敏', drop.form, { why: word() })
  await team.says('赵敏', `/goal drop ${top} ${word()}`)
  await team.says('赵敏', `/goal ${top}`)
}

async function changeByForm(
  { team, press }: Pick<Audience, 'team' | 'press'>,
  word: () => string,
  goal: string,
) {
  await team.says('赵敏', `/goal ${goal}`)
  const phases = await press('赵敏', 'goal.phase-form')
  await team.submits('赵敏', phases.form, { '2026-11': word() })
  await team.submits('赵敏', phases.form, { '2026-11': `${word()} 60%`, '2026-12': '40%' })
  const edit = await press('赵敏', 'goal.edit-form')
  await team.submits('赵敏', edit.form, { weight: word() })
  await team.submits('赵敏', edit.form, { weight: '3', contributors: [team.id('吴婷')], why: word() })
  const adjust = await press('赵敏', 'goal.adjust-form')
  await team.submits('赵敏', adjust.form, { value: word(), why: word() })
  await team.submits('赵敏', adjust.form, { value: '60', why: word() })
}

async function setGoalsByForm({ team, press }: Pick<Audience, 'team' | 'press'>, word: () => string) {
  await team.opensHome('王经理')
  await press('王经理', 'goal.tree')
  const { form } = await press('王经理', 'goal.add')
  await team.submits('王经理', form, { metric: 'checkin', value: word(), name: word() })
  for (const _ of Array(12))
    await team.submits('王经理', form, { metric: 'checkin', value: '30', name: word() })
  const own = numberIn(
    await team.submits('王经理', form, { metric: 'checkin', value: '40', name: `${word()}!` }),
    'G',
  )
  await team.says('王经理', `/goal checkin ${own} 12 ${word()}`)
  await team.says('王经理', `/goal checkin ${own} ${word()}`)
  await team.says('王经理', '/goal')
  const checkin = await press('王经理', 'goal.checkin-form')
  await team.submits('王经理', checkin.form, { value: word() })
  await team.submits('王经理', checkin.form, { value: '20', note: word() })
}

/** A goal that somebody's pay depends on: what they report of it waits for their manager. */
async function reportWhatPays(
  { team, press }: Pick<Audience, 'team' | 'press'>,
  word: () => string,
  goal: string,
) {
  const owner = team.id('郑凯')
  await team.write('赵敏', (scope) => {
    const document = { ...builtInPlan('5%'), coefficient: { goal } }
    return activatePlan(scope, document, '2027-01-01', { kind: 'person', id: owner })
  })
  const { form } = await team.says('周主管', '/goal add')
  const filled = { metric: 'checkin', name: goal, owner: `person:${owner}`, value: '90', period: '2027-01' }
  const refused = await team.submits('郑凯', form, { ...filled, owner: `person:${owner}` })
  if (refused.view) await press('郑凯', 'goal.ask')
  const number = numberIn(await team.submits('周主管', form, filled), 'G')
  for (const verdict of ['goal.decline-checkin', 'goal.confirm-checkin']) {
    await team.says('郑凯', `/goal checkin ${number} 80 ${word()}`)
    await team.says('周主管', `/goal history ${number}`)
    await press('周主管', verdict)
  }
  await team.says('周主管', `/goal history ${number}`)
}

async function logDeals({ team, press }: Audience, { word }: Cast): Promise<void> {
  await team.says('赵敏', '/deal rate USD 7.12 from=2026-11-01')
  await team.says('赵敏', `/deal rate ${word()}`)
  await team.opensHome('李雷')
  const { form } = await press('李雷', 'deal.form')
  await team.says('李雷', '/deal')
  await team.submits('李雷', form, {
    customer: word(),
    amount: word(),
    split: word(),
    date: word(),
    firstContact: word(),
  })
  await team.submits('李雷', form, {
    customer: `${word()} 8`,
    amount: '12000',
    product: word(),
    channel: word(),
    note: word(),
  })
  await press('李雷', 'deal.undo')
  for (const index of Array(40).keys()) {
    const split = index % 3 === 0 ? '@李雷:60, @韩梅梅:40' : ''
    await team.submits('李雷', form, { customer: word(), amount: `${index + 1}000`, product: word(), split })
  }
  await press('李雷', 'deal.post-now')
  await team.says('李雷', `/deal add ${word()} 12000 note="${word()}"`)
  await team.says('李雷', `/deal add ${word()} ${word()} ${word()}=${word()}`)
  await team.says('李雷', `/deal add ${word()} $3000`)
  await team.submits('李雷', form, { customer: `${word()} 8`, amount: '90000000' })
  await press('李雷', 'deal.sure')
  await team.submits('吴婷', form, { customer: `${word()} 8`, amount: '30000' })
  await team.says('王经理', `/deal add ${word()} 30000`)
}

async function changeDeals({ team, press }: Audience, { word }: Cast): Promise<void> {
  const { form } = await team.says('李雷', '/deal')
  const number = numberIn(
    await team.submits('李雷', form, { customer: `${word()} 8`, amount: '50000', note: word() }),
    'D',
  )
  await team.says('李雷', `/deal show ${number}`)
  const edit = await press('李雷', 'deal.edit')
  await team.submits('李雷', edit.form, { customer: word(), amount: word() })
  await team.submits('李雷', edit.form, { customer: word(), product: word(), reason: word() })
  for (const rest of [`${number} amount=60000 reason="${word()}"`, `${number} ${word()}`, word()])
    await team.says('王经理', `/deal amend ${rest}`)
  await team.says('王经理', `/deal amend ${number} amount=61000`)
  await press('王经理', 'deal.show')
  await team.says('王经理', `/deal amend ${number} amount=900000000 ${word()}`)
  await press('王经理', 'deal.sure-amended')
  await team.says('王经理', `/deal amend ${number} amount=61000`)
  for (const rest of [`${number} 50%@11-17 50%@2027-01-15`, `${number} ${word()}`, number, word()])
    await team.says('李雷', `/deal schedule ${rest}`)
  await team.says('李雷', `/deal show ${number}`)
  const instalments = await press('李雷', 'deal.schedule')
  await team.submits('李雷', instalments.form, { schedule: word() })
  await team.submits('李雷', instalments.form, {})
  for (const rest of ['', ` ${word()}`, ' @李雷']) await team.says('李雷', `/deal overdue${rest}`)
  for (const rest of [`${number} 20000`, `${number} ${word()}`, word()])
    await team.says('李雷', `/deal collect ${rest}`)
  await scheduleAnother({ team }, word)
  for (const rest of [`${number} 5000 ${word()}`, `${number} ${word()}`, word()])
    await team.says('王经理', `/deal refund ${rest}`)
  await team.says('王经理', `/deal show ${number}`)
  await press('王经理', 'deal.confirm')
  for (const rest of [number, word(), '']) await team.says('王经理', `/deal confirm ${rest}`)
  for (const rest of [`${number} ${word()}`, word()]) await team.says('王经理', `/deal void ${rest}`)
  for (const rest of ['', ' @李雷', ' 2026-11', ' 2026', ` ${word()}`])
    await team.says('王经理', `/deal list${rest}`)
  await team.says('李雷', '/deal list')
  await press('李雷', 'deal.page')
  await team.until('2026-11-19T09:30:00.000Z')
  await press('王经理', 'deal.confirm-all')
}

/** A deal with an instalment that has not come in when it was due. */
async function scheduleAnother({ team }: Pick<Audience, 'team'>, word: () => string): Promise<void> {
  const { form } = await team.says('李雷', '/deal')
  const number = numberIn(await team.submits('李雷', form, { customer: `${word()} 8`, amount: '4000' }), 'D')
  await team.says('李雷', `/deal schedule ${number} 50%@2026-11-19 rest@2026-11-24`)
}

async function registerCustomers({ team, press }: Audience, { word }: Cast): Promise<void> {
  await team.says('赵敏', '/register days 4')
  for (const rest of ['', ` ${word()}`]) await team.says('赵敏', `/register days${rest}`)
  for (const rest of ['8848', '3721', `"${word()}" ${word()}`, word(), ''])
    await team.says('李雷', `/register ${rest}`)
  await team.says('韩梅梅', `/register 8848 ${word()}`)
  const later = await press('王经理', 'later')
  await team.submits('王经理', later.form, { at: word() })
  await team.submits('王经理', later.form, {})
  await press('王经理', 'later.now')
  await press('王经理', 'registration.rule')
  const { form } = await press('王经理', 'registration.rule')
  await team.submits('王经理', form, {})
  await team.submits('王经理', form, { reason: word() })
  await team.says('韩梅梅', '/deal add 3721 3000')
  for (const who of ['王经理', '李雷']) await team.says(who, '/register cases')
  for (const rest of ['3721 @李雷:60,@韩梅梅:40 from 2026-12-01', `3721 ${word()}`, word()])
    await team.says('王经理', `/register split ${rest}`)
  for (const part of ['renew', 'release']) {
    for (const rest of [word(), '', '8848']) await team.says('李雷', `/register ${part} ${rest}`)
  }
  for (const rest of ['', ' @李雷', ` ${word()}`]) await team.says('王经理', `/register list${rest}`)
  await team.says('李雷', '/register pool')
  await team.until('2026-11-20T01:40:00.000Z')
  await press('李雷', 'registration.renew')
}

async function askForPay({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (const who of ['李雷', '张伟', '王经理', '陈总', '孙会计'])
    for (const rest of ['', ' 2026', ' @李雷', ` ${word()}`]) {
      await team.says(who, `/commission${rest}`)
      await team.says(who, `/commission explain${rest}`)
      await team.says(who, `/commission plan${rest}`)
      await team.says(who, `/commission team${rest}`)
    }
  await team.says('张伟', '/commission')
  await press('张伟', 'commission.remind')
  await team.says('李雷', '/commission')
  await press('李雷', 'commission.explain')
  await press('李雷', 'commission.explain')
  await press('李雷', 'commission.explain-deals')
  await team.says('李雷', '/commission')
  const { form } = await press('李雷', 'commission.whatif')
  await team.submits('李雷', form, { amounts: word() })
  await team.submits('李雷', form, { amounts: '50000 30000' })
  for (const rest of ['50000', word(), '']) await team.says('李雷', `/commission whatif ${rest}`)
  for (const rest of ['', ' signed', ' deals 2026', ' collected 2026-11 销售一部', ` ${word()}`])
    await team.says('李雷', `/leaderboard${rest}`)
  await press('李雷', 'leaderboard.show')
}

async function award({ team, press }: Audience, { word }: Cast): Promise<void> {
  const [card] = team.posts({ in: 'deals' })
  if (card) {
    await team.reacts('王经理', card, '🌟')
    await team.unreacts('王经理', card, '🌟')
    await team.reacts('李雷', card, '🌟')
  }
  await team.reacts('王经理', { by: '韩梅梅', message: 'hello' }, '👑')
  await press('王经理', 'badge.undo')
  await team.reacts('王经理', { by: '王经理', message: 'mine' }, '👑')
  await team.reacts('王经理', { by: '路人', message: 'stranger' }, '👑')
  for (const rest of [`@韩梅梅 🌟 ${word()}`, `@韩梅梅 ${word()}`, `${word()} 🌟`, '@王经理 🌟', ''])
    await team.says('王经理', `/badge award ${rest}`)
  await team.until('2026-11-19T09:40:00.000Z')
  for (const rest of ['', ' @韩梅梅', ` ${word()}`, ' catalog', ' wall', ` wall ${word()}`])
    await team.says('王经理', `/badge${rest}`)
  await team.says('赵敏', '/badge wall new')
  await team.opensHome('韩梅梅')
  await press('韩梅梅', 'badge.catalog')
}

async function improve({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (const _ of Array(12)) await team.says('李雷', `/improve add ${word()} due=2026-11-20`)
  await team.says('王经理', `/improve add ${word()} owner=@李雷`)
  await team.says('王经理', `/improve add ${word()} owner=${word()}`)
  await team.says('王经理', `/improve add ${word()} due="${word()}"`)
  for (const line of ['done I-1', 'postpone I-2', 'drop I-3', 'done', `postpone I-4 ${word()}`])
    await team.says('李雷', `/improve ${line} ${word()}`)
  await team.says('王经理', '/improve team')
  await team.says('李雷', '/improve')
  await press('李雷', 'improve.done')
  await press('李雷', 'improve.postpone')
  const { form } = await press('李雷', 'improve.drop')
  await team.submits('李雷', form, {})
  await team.submits('李雷', form, { reason: word() })
  await team.says('李雷', '/improve')
  const added = await press('李雷', 'improve.add')
  for (const given of [{}, { due: word() }, { due: '2026-11-20' }])
    await team.submits('李雷', added.form, { what: word(), ...given })
  await press('李雷', 'improve.show')
  const dated = await press('李雷', 'improve.date')
  for (const due of [word(), '2026-01-01', '2026-12-04'])
    await team.submits('李雷', dated.form, { due, reason: word() })
  await press('李雷', 'improve.show')
  const assigned = await press('李雷', 'improve.assign')
  for (const owner of ['吴婷', '韩梅梅'])
    await team.submits('李雷', assigned.form, { owner: team.id(owner), reason: word() })
  for (const who of ['王经理', '李雷'])
    for (const line of [
      'assign I-5 @韩梅梅',
      `assign I-6 ${word()}`,
      'assign',
      'show I-2',
      'I-3',
      'stats',
      'stats @李雷',
      `stats ${word()}`,
    ])
      await team.says(who, `/improve ${line}`)
}

async function holdRetro({ team, press }: Audience, { word }: Cast): Promise<void> {
  await team.until('2026-11-20T08:00:00.000Z')
  await press('李雷', 'retro.item-done')
  await press('李雷', 'retro.item-next-week')
  const dropped = await press('李雷', 'retro.item-dropped')
  await team.submits('李雷', dropped.form, { reason: word() })
  const { form } = await press('李雷', 'retro.fill')
  await team.submits('李雷', form, {})
  for (const _ of [1, 2])
    await team.submits('李雷', form, {
      highlight: word(),
      improvement: word(),
      shortfall: word(),
      cause: word(),
      next_plan: word(),
    })
  for (const who of ['韩梅梅', '张伟', '吴婷']) {
    const asked = await press(who, 'retro.fill')
    await team.submits(who, asked.form, {
      highlight: word(),
      improvement: word(),
      cause: word(),
      share: ['share'],
    })
  }
  const made = await press('吴婷', 'retro.item')
  for (const values of [{ what: '' }, { due: word() }, { owner: team.id('李雷') }, { what: word() }])
    await team.submits('吴婷', made.form, values)
  for (const who of ['李雷', '王经理', '赵敏', '孙会计'])
    for (const rest of [
      '',
      ' history',
      ' settings',
      ' summary',
      ` summary ${word()}`,
      ' now',
      ` now ${word()}`,
      ` skip ${word()}`,
    ])
      await team.says(who, `/retro${rest}`)
  await team.says('郑凯', '/timeoff 2026-11-20')
  await team.says('赵敏', '/retro settings')
  const settings = await press('赵敏', 'retro.settings')
  for (const minimum of [word(), '2', '3'])
    await team.submits('赵敏', settings.form, { names: 'nameless', minimum })
  await team.submits('赵敏', settings.form, { names: 'named' })
  await team.until('2026-11-23T02:00:00.000Z')
  await team.says('李雷', '/retro history')
  const again = await press('李雷', 'retro.fill')
  await team.submits('李雷', again.form, { highlight: word() })
  await team.says('李雷', '/retro')
  await team.says('李雷', '/retro summary')
  await team.says('周主管', '/retro skip')
}

async function missARetro({ team, press, sleepUntil }: Audience, { word }: Cast): Promise<void> {
  await team.until('2026-11-27T07:00:00.000Z')
  await sleepUntil('2026-11-30T09:30:00.000Z')
  const aboutRetro = team
    .posts({ to: '王经理' })
    .findLast(({ view }) => buttonsOf(view).some(({ value }) => value?.includes(' 2026-W')))
  if (aboutRetro) await team.presses('王经理', aboutRetro, 'ritual.hold')
  const { form } = await press('李雷', 'retro.fill')
  await team.submits('李雷', form, { highlight: word(), improvement: word() })
}

/** What the day was, in the channel, privately, and on the card that confirms its deals. */
async function report({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (let count = 0; count < 17; count += 1) await team.says('李雷', `/deal add ${word()} 12000`)
  await team.until('2026-11-30T11:05:00.000Z')
  await press('李雷', 'report.mine')
  await press('吴婷', 'report.mine')
  const { form } = await press('王经理', 'deal.confirm-except')
  await press('王经理', 'deal.confirm-page')
  const [field] = form?.fields ?? []
  const one = field?.kind === 'choices' ? (field.options[0]?.value ?? '') : ''
  await team.submits('王经理', form, { except: [one] })
  for (const rest of ['', ' 2026-11-20', ' yesterday 市场部', ` ${word()}`, ' 2027-06-01', ' 销售一部'])
    for (const who of ['李雷', '王经理', '孙会计']) await team.says(who, `/report${rest}`)
  for (const rest of ['silent', 'silent', 'always', `silent ${word()}`, 'start', 'start 市场部'])
    await team.says('王经理', `/report ${rest}`)
  await team.says('王经理', '/report')
  await press('王经理', 'report.silent')
  await team.says('王经理', '/report')
  await press('王经理', 'report.always')
  await team.says('陈总', '/report 总公司')
  await press('陈总', 'report.start')
  for (const rest of ['off', 'off', 'on', 'on']) await team.says('张伟', `/report ${rest}`)
  await press('李雷', 'report.off')
  await press('李雷', 'report.on')
}

async function closeTheMonth({ team, press }: Audience, { word }: Cast): Promise<void> {
  await team.until('2026-12-01T01:30:00.000Z')
  const { form } = await press('王经理', 'badge.someone-else')
  await team.submits('王经理', form, {})
  await team.submits('王经理', form, { person: team.id('韩梅梅'), who: team.id('韩梅梅'), why: word() })
  await press('周主管', 'badge.confirm')
  await team.until('2026-12-01T01:50:00.000Z')
}

async function calibrateNow({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (const who of ['李雷', '王经理', '赵敏'])
    for (const rest of ['', ' now', ` now ${word()}`, ' summary', ` summary ${word()}`, ' history'])
      await team.says(who, `/calibration${rest}`)
  await team.says('赵敏', '/calibration now 销售一部')
  for (let times = 0; times < 3; times += 1) {
    const { form } = await press('李雷', 'calibration.contribute')
    await team.submits('李雷', form, { kind: 'policy', action: word() })
  }
  await team.says('李雷', '/calibration')
  await press('李雷', 'calibration.summary')
}

async function calibrate({ team, press }: Audience, { word, typed }: Cast): Promise<void> {
  await team.says('赵敏', `/goal add ${typed.company} 2026-Q4 ${typed.signed} 36000000`)
  await team.until('2026-12-01T02:00:00.000Z')
  await press('李雷', 'calibration.item-done')
  await press('李雷', 'calibration.item-next-week')
  await press('李雷', 'calibration.item-dropped')
  for (const who of ['李雷', '王经理']) {
    await team.says(who, '/calibration')
    const { form } = await press(who, 'calibration.contribute')
    await team.submits(who, form, { market: word(), action: word(), due: word() })
    await team.submits(who, form, { kind: 'rival', market: word() })
    await press(who, 'calibration.target')
    const { form: action } = await press(who, 'calibration.act')
    await team.submits(who, action, { due: word() })
    await team.submits(who, action, { action: word() })
    const { form: target } = await press(who, 'calibration.target')
    const goals = target?.fields.find((field) => field.kind === 'choice')
    const options = goals?.kind === 'choice' ? goals.options : []
    const goal = options[who === '李雷' ? 0 : 1]?.value ?? ''
    await team.submits(who, target, { goal, value: word(), why: word() })
    await team.submits(who, target, { goal, value: '4000000', why: `${word()} 8` })
  }
  const { form: phases } = await press('王经理', 'calibration.phases')
  const quarters = phases?.fields.find((field) => field.kind === 'choice')
  const quarter = quarters?.kind === 'choice' ? (quarters.options[0]?.value ?? '') : ''
  await team.submits('王经理', phases, { goal: quarter, phases: word(), why: word() })
  await team.submits('王经理', phases, { goal: quarter, phases: '11月 40% 12月 剩余', why: word() })
  await team.until('2026-12-01T09:00:00.000Z')
  await press('王经理', 'calibration.approve')
  await press('赵敏', 'goal.approve')
  await press('陈总', 'calibration.decline')
  await team.until('2026-12-01T10:30:00.000Z')
}

async function reviewTheMonth({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (const who of ['李雷', '王经理', '赵敏'])
    for (const rest of ['', ' now', ` now ${word()}`, ' summary', ` summary ${word()}`, ' history', ' notes'])
      await team.says(who, `/review${rest}`)
  await team.says('赵敏', '/review now 销售一部')
  const { form } = await press('李雷', 'review.case')
  await team.submits('李雷', form, { what: word() })
  await team.submits('李雷', form, { what: word(), how: word(), lesson: word() })
  const { form: item } = await press('李雷', 'review.item')
  await team.submits('李雷', item, { action: word(), due: word() })
  await team.submits('李雷', item, { action: word() })
  const { form: sop } = await press('李雷', 'review.sop')
  await team.submits('李雷', sop, { title: word() })
  await team.submits('李雷', sop, { title: word(), steps: word() })
  for (const who of ['李雷', '王经理']) await press(who, 'review.plan')
  await team.says('李雷', '/review')
  await press('李雷', 'review.summary')
  await team.says('李雷', '/review notes')
}

async function endTheMonth({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (const _ of Array(4)) await team.says('李雷', `/deal add ${word()} 9000 date=2026-10-20`)
  await team.until('2026-12-02T01:05:00.000Z')
  for (const rest of ['', ' 2026-10', ` ${word()}`]) {
    await team.says('李雷', `/commission statement${rest}`)
    await team.says('赵敏', `/commission close${rest}`)
  }
  await team.says('赵敏', '/commission close 2026-10')
  await press('赵敏', 'statement.freeze')
  for (const rest of [' 2026-10', ` ${word()}`]) await team.says('赵敏', `/commission freeze${rest}`)
  await press('李雷', 'statement.right')
  const { form } = await press('李雷', 'statement.off')
  await team.submits('李雷', form, { deal: word() })
  await team.submits('李雷', form, { reason: word() })
  for (const line of [`flag D-1 ${word()}`, 'flag', `flag ${word()}`, `dispute 1 note ${word()}`, 'disputes'])
    await team.says('李雷', `/commission ${line}`)
  for (const line of ['', ' 1', ` 1 ${word()}`, ` 1 carry ${word()}`])
    await team.says('王经理', `/commission dispute${line}`)
  await press('王经理', 'dispute.accept')
  await team.says('李雷', `/commission flag D-1 ${word()}`)
  await press('王经理', 'dispute.reject')
  await team.until('2026-12-03T01:05:00.000Z')
  for (const line of [`@李雷 500 ${word()}`, `@李雷 -300 ${word()}`, word(), ''])
    await team.says('赵敏', `/commission adjust ${line}`)
  await press('王经理', 'adjustment.approve')
  await team.says('赵敏', `/commission adjust @韩梅梅 200 ${word()}`)
  await press('王经理', 'adjustment.decline')
  for (const line of [`reissue 2026-10 ${word()}`, 'reissue 2026-10', `reissue ${word()}`])
    await team.says('赵敏', `/commission ${line}`)
  for (const who of ['王经理', '赵敏'])
    for (const rest of [' 2026-10', ` ${word()}`, '']) await team.says(who, `/commission approve${rest}`)
  for (const rest of [' 2026-10', ` ${word()}`]) await team.says('赵敏', `/commission paid${rest}`)
  await team.says('王经理', `/deal refund D-1 100 ${word()}`)
  for (const who of ['李雷', '孙会计'])
    for (const line of ['periods', 'statement 2026-10', '2026-11', 'explain 2026-11'])
      await team.says(who, `/commission ${line}`)
}

async function takeTimeOff({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (const rest of ['', ' 2026-12-24 2026-12-31', ` 12-24 ${word()}`, ` ${word()}`, ` @张伟 ${word()}`])
    await team.says('张伟', `/timeoff${rest}`)
  await team.says('王经理', '/timeoff @张伟 2027-01-04')
  for (const who of ['张伟', '王经理', '赵敏']) await team.says(who, '/timeoff')
  const { form } = await press('张伟', 'timeoff.form')
  await team.submits('张伟', form, { from: word(), to: word() })
  await team.submits('张伟', form, { from: '2027-01-11', to: '2027-01-12' })
  for (const rest of ['', ' 12-26', ` ${word()}`, ' @张伟 2027-01-11'])
    await team.says('张伟', `/timeoff cancel${rest}`)
  await press('张伟', 'timeoff.cancel')
  await team.says('王经理', '/timeoff cancel @张伟')
}

async function manageRituals({ team, press }: Audience, { word }: Cast): Promise<void> {
  for (const who of ['李雷', '王经理', '赵敏'])
    for (const rest of ['', ' list', ` list ${word()}`, ' history', ` history ${word()}`])
      await team.says(who, `/ritual${rest}`)
  for (const line of ['pause', 'resume', 'run', 'remove'])
    for (const which of ['', ' weekly retro 市场部', ` ${word()}`])
      await team.says('赵敏', `/ritual ${line}${which}`)
  await team.says('周主管', '/ritual')
  for (const action of ['pause', 'resume', 'run', 'history']) {
    await press('周主管', `ritual.${action}`)
    await team.says('周主管', '/ritual')
  }
  await team.says('周主管', '/ritual remove weekly retro')
  await press('周主管', 'ritual.remove')
  await team.says('周主管', '/ritual')
  await press('周主管', 'ritual.restore')
}

async function lookAround({ team }: Audience, { word }: Cast): Promise<void> {
  for (const who of ['李雷', '韩梅梅', '张伟', '王经理', '陈总', '赵敏', '孙会计', '吴婷'])
    await team.opensHome(who)
  for (const line of [
    '/commission 2026-11',
    '/leaderboard 2026-11',
    '/goal',
    '/improve',
    '/badge',
    '/retro',
    `/${word()}`,
    word(),
  ])
    await team.says('李雷', line)
  for (const command of [
    'deal',
    'goal',
    'commission',
    'badge',
    'retro',
    'ritual',
    'report',
    'calibration',
    'review',
    'improve',
    'timeoff',
    'drumbeat',
  ])
    await team.says('李雷', `/${command} ${word()}`)
}

/** The `D-12` that an answer names. */
function numberIn({ text }: Said, letter: 'D' | 'G' | 'I'): string {
  return new RegExp(`${letter}-\\d+`).exec(text)?.[0] ?? `${letter}-1`
}
