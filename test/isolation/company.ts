import { claimNomination } from '../../src/badges/nomination-store.ts'
import { awardsOf, badgesOf } from '../../src/badges/store.ts'
import { activatePlan } from '../../src/commission/active-plan.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { assignPlan } from '../../src/commission/store.ts'
import type { Database } from '../../src/db/database.ts'
import { dealByNumber, entriesOf } from '../../src/deals/deal-store.ts'
import { addRate } from '../../src/deals/rate-store.ts'
import { setBasis } from '../../src/goals/basis-store.ts'
import { amendGoal } from '../../src/goals/change-store.ts'
import { addClaim } from '../../src/goals/claim-store.ts'
import { setContributors } from '../../src/goals/contributor-store.ts'
import { addProposal, openProposals } from '../../src/goals/proposal-store.ts'
import { setPersonTarget } from '../../src/goals/set-target.ts'
import { claimAsking } from '../../src/goals/stale-store.ts'
import { addCheckin, goalById } from '../../src/goals/store.ts'
import { addProducts } from '../../src/imports/product-store.ts'
import { addItem } from '../../src/improvements/store.ts'
import { dueLanes } from '../../src/kernel/outbox-queue-store.ts'
import type { WriteScope } from '../../src/kernel/scope.ts'
import {
  addLeave,
  endMembership,
  findTeam,
  joinTeam,
  membershipsSince,
  setChannel,
} from '../../src/people/store.ts'
import { setReaction } from '../../src/platforms/web/playground/reactions-store.ts'
import { addMessage } from '../../src/platforms/web/playground/store.ts'
import { openCases } from '../../src/registrations/case-store.ts'
import { putAnswers } from '../../src/rituals/asked/answer-store.ts'
import { addAsked, addPart } from '../../src/rituals/asked/store.ts'
import { startTrial } from '../../src/rituals/asked/trial-store.ts'
import { addInput } from '../../src/rituals/calibration/store.ts'
import { planLines, takeLine } from '../../src/rituals/daily-report/line-store.ts'
import type { Facts as ReviewFacts } from '../../src/rituals/data-review/facts.ts'
import { addEntry, addReview } from '../../src/rituals/data-review/store.ts'
import { ensureRituals } from '../../src/rituals/ensure.ts'
import { makeRitual, type Plan } from '../../src/rituals/made-store.ts'
import { addSession } from '../../src/rituals/session-store.ts'
import { ritualsOf } from '../../src/rituals/store.ts'
import { addNotes } from '../../src/rituals/weekly-retro/note-store.ts'
import { changeSetting } from '../../src/rituals/weekly-retro/setting-store.ts'
import { openPartsOf } from '../../src/rituals/weekly-retro/store.ts'
import { openDisputes } from '../../src/statements/dispute-store.ts'
import { closedPeriods } from '../../src/statements/period-store.ts'
import { say } from '../../src/view/view.ts'
import { startTeam, type Team } from '../support/team.ts'

/** Friday 2026-11-20, ten minutes past the opening of the retro, in Shanghai. */
export const NOW = '2026-11-20T08:10:00.000Z'
export const TODAY = '2026-11-20'
export const MONTH = '2026-11'
export const WEEK = '2026-W47'
export const LI = 'p-李雷'
export const HAN = 'p-韩梅梅'
export const WANG = 'p-王经理'
export const ZHAO = 'p-赵敏'
export const NOTE = say('一句话')

export const MADE = 'made1'
export const ASKS: NonNullable<Plan['asks']> = {
  questions: [
    {
      id: 'q1',
      label: '亮点',
      answer: { type: 'text' },
      required: true,
      visible: 'anonymous',
      makesItem: false,
    },
  ],
  audience: { kind: 'team' },
  openDays: 1,
  workshop: false,
}
export const PLAN: Plan = {
  name: '晨会',
  asks: ASKS,
  schedule: 'weekly fri 09:00',
  zone: undefined,
  channel: 'retro',
  catchUpHours: 24,
}
export const ANSWER = {
  question: 'q1',
  visible: 'sealed' as const,
  value: '好',
  shown: '好',
  item: undefined,
}

export type Facts = Awaited<ReturnType<typeof arranged>>

/** A company that has used everything once; what it holds, for the cases to name. */
export async function arranged(database: Database) {
  const team = await startTeam({ database, at: '2026-11-19T02:00:00.000Z' })
  await team.write('赵敏', prepare)
  await team.says('李雷', '/deal add 华为 12万 product=CRM split=@李雷:60,@韩梅梅:40')
  await team.says('李雷', '/deal add 小米 3万')
  await team.says('李雷', '/deal collect D-1 5万')
  await team.says('李雷', '/deal schedule D-1 4万@11-19 余款@12-10')
  await team.says('李雷', '/deal add 补记 1万 date=2026-10-20')
  await team.says('王经理', '/drumbeat joined @李雷 2026-01-05')
  await team.says('李雷', '/register 阿里 展会')
  await team.says('韩梅梅', '/register 阿里')
  await team.until(NOW)
  const card = team.posts({ in: 'deals' })[0]
  if (!card) throw new Error('No deal was announced.')
  await team.reacts('王经理', card, '👑')
  await closeOctober(team)
  const goal = await team.write('赵敏', (scope) => setPersonTarget(scope, LI, MONTH, 10_000_000))
  const sales = await team.write('赵敏', (scope) => fill(scope, goal.id))
  await team.database.write(async (tables) => {
    await addMessage(tables, team.workspace, message('m1'))
    const reaction = { message: 'm1', emoji: '👑', person: WANG, at: NOW }
    await setReaction(tables, team.workspace, reaction, true)
  })
  return { ...(await factsOf(team)), goal, sales, team }
}
/** A month is closed, something is off in it, and something is to be added by hand. */
async function closeOctober(team: Team): Promise<void> {
  const check = await team.says('赵敏', '/commission close 2026-10')
  await team.presses('赵敏', check, 'statement.freeze')
  await team.says('李雷', '/commission flag D-1 分单不对')
  await team.says('赵敏', '/commission adjust @李雷 500 打车')
}

export const message = (id: string) => ({
  id,
  place: 'deals',
  author: LI,
  text: '大家好',
  post: `post-${id}`,
  at: NOW,
})

async function prepare(scope: WriteScope): Promise<void> {
  await activatePlan(scope, builtInPlan('5%'), '2026-01-01')
  await addRate(scope, { currency: 'USD', from: '2026-01-01', rate: '7.1', source: '央行' })
  await addProducts(scope, [{ name: 'CRM', series: '软件', priceMinor: 1_200_000 }])
  await setPersonTarget(scope, LI, MONTH, 20_000_000)
  await ensureRituals(scope)
}

async function contributeTo(scope: WriteScope, goal: string): Promise<void> {
  const found = await goalById(scope, goal)
  if (!found) throw new Error('The goal is gone.')
  await setContributors(scope, goal, [HAN])
  const change = { before: [], after: [HAN], reason: '一起做' }
  await amendGoal(scope, found, {}, { part: 'contributors', ...change })
}

async function fill(scope: WriteScope, goal: string): Promise<string> {
  const sales = await findTeam(scope, '销售一部')
  const [calibration] = await ritualsOf(scope, 'monthly-calibration')
  if (!sales || !calibration) throw new Error('The company is not complete.')
  await setChannel(scope, {
    platform: 'test',
    home: 'T1',
    purpose: 'sales',
    team: sales.id,
    externalId: 'C9',
  })
  await assignPlan(scope, 'everyone', { kind: 'person', id: HAN }, '2026-06-01')
  await addCheckin(scope, goal, { value: 4200, note: '还行', confidence: 'high' })
  const own = await goalById(scope, goal)
  if (own) await setBasis(scope, own, { kind: 'growth', from: own.value, on: MONTH, bps: 0 })
  await claimAsking(scope, goal, '2026-11-01')
  await addClaim(scope, goal, { value: 4300, note: '问卷', confidence: 'low' }, LI)
  await joinTeam(scope, sales.id, ZHAO, 'member', '2026-01-01')
  for (const one of await membershipsSince(scope, ZHAO, '2026-01-01'))
    if (one.part === 'member') await endMembership(scope, one, '2026-02-01')
  await addProposal(scope, proposal('pr1', goal))
  await contributeTo(scope, goal)
  const held = { ritual: calibration.id, occurrence: MONTH }
  await addSession(scope, { ...held, threads: ['t1'], openedAt: NOW, closesAt: NOW })
  await makeRitual(scope, { id: MADE, template: 'highlights', team: sales.id, paused: true, ...PLAN })
  const survey = { ritual: MADE, occurrence: WEEK }
  await addSession(scope, { ...survey, threads: ['t2'], openedAt: NOW, closesAt: NOW })
  await addAsked(scope, { ...survey, name: '晨会', asks: ASKS })
  await addPart(scope, { ...survey, person: LI, prompts: [] })
  await putAnswers(scope, survey, LI, ['q1'], [ANSWER])
  await startTrial(scope, LI, MADE, ['t3'])
  const [report] = await ritualsOf(scope, 'daily-report')
  const line = { person: LI, ritual: report?.id ?? '', changesOnly: false, lateMinutes: 0 }
  await planLines(scope, [
    { ...line, date: TODAY },
    { ...line, date: '2026-11-18' },
  ])
  const share = { period: MONTH, poolMinor: 800, poolBps: 8_000 }
  await takeLine(scope, { person: LI, date: '2026-11-18' }, 'said', share)
  await addInput(scope, { id: 'in1', ...held, person: LI, market: '回暖', kind: 'demand', about: undefined })
  const [review] = await ritualsOf(scope, 'monthly-data-review')
  const reviewed = { ritual: review?.id ?? '', occurrence: MONTH }
  await addSession(scope, { ...reviewed, threads: ['t4'], openedAt: NOW, closesAt: NOW })
  await addReview(scope, { ...reviewed, facts: NO_FACTS, within: held, posts: ['p1'] })
  await addEntry(scope, { ...NOTE_ENTRY, ...reviewed, id: 'en1' })
  await claimNomination(scope, { badge: 'king-of-deals', month: MONTH, team: sales.id }, 'open')
  await addItem(scope, itemOf('找两家老客户'))
  const [part] = await openPartsOf(scope, LI)
  if (part) {
    await changeSetting(scope, part.ritual, { minimum: 3, monthEnd: 'usual' }, LI)
    await addNotes(scope, part.ritual, part.occurrence, [
      { kind: 'highlight', said: '老客户续约', late: false },
    ])
  }
  await addLeave(scope, { person: LI, from: TODAY, to: '2026-12-31' })
  await scope.post({ to: { person: LI }, view: NOTE, key: 'note', subject: 'note:1' })
  return sales.id
}

export const NO_FACTS: ReviewFacts = {
  months: ['2026-10'],
  currency: 'CNY',
  team: { minor: [0], deals: [0] },
  people: [],
  products: [],
  channels: [],
  customers: [],
  customerCount: 0,
  mix: { newDeals: 0, newMinor: 0, repeatDeals: 0, repeatMinor: 0 },
  mixByChannel: [],
  weekdays: [],
  refunds: { minor: 0, deals: 0 },
  foreign: 0,
}

export const NOTE_ENTRY = {
  kind: 'sop' as const,
  person: LI,
  finding: 'average' as const,
  title: '先见财务',
  body: '1. 约时间',
  item: undefined,
}

export const itemOf = (what: string) => ({
  owner: { id: LI, zone: 'Asia/Shanghai' },
  what,
  dueOn: TODAY,
  source: 'added',
})

export const proposal = (id: string, goal: string) => ({
  id,
  goal,
  beforeValue: 10_000_000,
  value: 12_000_000,
  reason: '市场回暖',
  status: 'open' as const,
  proposedBy: LI,
  managerBy: undefined,
  adminBy: undefined,
  thread: undefined,
})

async function factsOf(team: Team) {
  const scope = await team.scope('赵敏')
  const [retro] = await ritualsOf(scope, 'weekly-retro')
  const [report] = await ritualsOf(scope, 'daily-report')
  const [calibration] = await ritualsOf(scope, 'monthly-calibration')
  const [review] = await ritualsOf(scope, 'monthly-data-review')
  const deal = await dealByNumber(scope, 1)
  const [award] = await awardsOf(scope, LI)
  const [part] = await openPartsOf(scope, LI)
  const [open] = await openProposals(scope)
  const [closed] = await closedPeriods(scope)
  const [dispute] = await openDisputes(scope)
  const adjustment = await team.database.reads.selectFrom('manual_adjustment').select('id').executeTakeFirst()
  const [contested] = await openCases(scope)
  const [[queued] = []] = await dueLanes(team.database.reads, ['test'], NOW)
  if (
    !retro ||
    !report ||
    !calibration ||
    !review ||
    !deal ||
    !award ||
    !part ||
    !open ||
    !contested ||
    !queued
  )
    throw new Error('The company is not complete.')
  if (!closed || !dispute || !adjustment) throw new Error('The company is not complete.')
  const entries = await entriesOf(scope, deal.id)
  return {
    retro,
    report,
    calibration,
    review,
    deal,
    entries,
    award,
    part,
    proposal: open,
    contested,
    queued,
    closed,
    dispute,
    adjustment: adjustment.id,
    badges: await badgesOf(scope),
  }
}
