import * as nominations from '../../../src/badges/nomination-store.ts'
import * as badges from '../../../src/badges/store.ts'
import * as lately from '../../../src/commission/lately-store.ts'
import * as latestDeals from '../../../src/commission/latest-deal-store.ts'
import * as payNews from '../../../src/commission/pay-news-store.ts'
import { builtInPlan } from '../../../src/commission/readings.ts'
import * as commission from '../../../src/commission/store.ts'
import * as bases from '../../../src/goals/basis-store.ts'
import * as changes from '../../../src/goals/change-store.ts'
import * as checkins from '../../../src/goals/checkin-goal-store.ts'
import * as claims from '../../../src/goals/claim-store.ts'
import * as contributors from '../../../src/goals/contributor-store.ts'
import * as proposals from '../../../src/goals/proposal-store.ts'
import * as stale from '../../../src/goals/stale-store.ts'
import * as goals from '../../../src/goals/store.ts'
import * as exported from '../../../src/imports/export-store.ts'
import * as externalIds from '../../../src/imports/external-id-store.ts'
import * as products from '../../../src/imports/product-store.ts'
import * as cases from '../../../src/registrations/case-store.ts'
import * as registrations from '../../../src/registrations/store.ts'
import * as wall from '../../../src/wall/store.ts'
import { type Cases, scoped } from '../case.ts'
import { HAN, LI, MONTH, proposal, TODAY } from '../company.ts'

const KING = 'king-of-deals'
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

const LATER = { now: '2027-12-31T00:00:00.000Z', today: '2027-12-31' }

const registered = {
  customerKey: '阿里',
  customer: '阿里',
  holder: HAN,
  note: null,
  fromOn: TODAY,
  untilOn: '2026-12-31',
  splits: [],
}

const NEWS = {
  id: 'n1',
  person: LI,
  message: 'm1',
  happened: 'D-1 退款',
  deal: undefined,
  changed: undefined,
}

export const sliceCases: Record<string, Cases> = {
  'badges/nomination-store.ts': {
    claimNomination: scoped((scope, { sales }) =>
      nominations.claimNomination(scope, { badge: KING, month: '2026-10', team: sales }, 'open'),
    ),
    nominatedTeams: scoped((scope) => nominations.nominatedTeams(scope, KING, MONTH)),
    nominationStatus: scoped((scope, { sales }) =>
      nominations.nominationStatus(scope, { badge: KING, month: MONTH, team: sales }),
    ),
    settleNomination: scoped((scope, { sales, award }) =>
      nominations.settleNomination(scope, { badge: KING, month: MONTH, team: sales }, 'confirmed', award.id),
    ),
  },
  'badges/store.ts': {
    badgesOf: scoped((scope) => badges.badgesOf(scope)),
    seedBadges: scoped((scope) => badges.seedBadges(scope)),
    awardsOf: scoped((scope) => badges.awardsOf(scope, LI)),
    awardsBetween: scoped((scope) => badges.awardsBetween(scope, MONTH, MONTH)),
    awardById: scoped((scope, { award }) => badges.awardById(scope, award.id)),
    awardsFor: scoped((scope, { award }) => badges.awardsFor(scope, award.badge, award.cause)),
    holderOf: scoped((scope, { sales }) => badges.holderOf(scope, KING, MONTH, sales)),
    hold: scoped((scope, { award }) =>
      badges.hold(scope, { ...award, id: 'aw2', person: HAN, badge: 'star-of-service', cause: 'c2' }, false),
    ),
    announcedIn: scoped((scope, { award }) => badges.announcedIn(scope, award.id, ['p9'])),
    release: scoped((scope, { award }) => badges.release(scope, award.id, LI)),
    lastAwardEvent: scoped((scope) => badges.lastAwardEvent(scope)),
    historyOf: scoped((scope, { award }) => badges.historyOf(scope, award.id)),
  },
  'commission/store.ts': {
    planDays: scoped((scope) => commission.planDays(scope, HAN)),
    plansAssigned: scoped((scope) => commission.plansAssigned(scope, HAN, TODAY)),
    addPlanVersion: scoped((scope) => commission.addPlanVersion(scope, 'everyone', builtInPlan('6%'), TODAY)),
    assignPlan: scoped((scope) =>
      commission.assignPlan(scope, 'everyone', { kind: 'person', id: LI }, TODAY),
    ),
    planOf: scoped((scope) => commission.planOf(scope, { kind: 'everyone' })),
    planVersions: scoped((scope) => commission.planVersions(scope)),
  },
  'commission/latest-deal-store.ts': {
    latestDeal: scoped((scope) => latestDeals.latestDeal(scope, LI, NOVEMBER)),
  },
  'commission/lately-store.ts': {
    anyClosed: scoped((scope) => lately.anyClosed(scope)),
    statedOver: scoped(async (scope) => [
      ...(await lately.statedOver(scope, LI, ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', MONTH])),
    ]),
    statedFor: scoped((scope) => lately.statedFor(scope, LI, '2026-10')),
  },
  'commission/pay-news-store.ts': {
    addNews: scoped(async (scope) => {
      await payNews.addNews(scope, NEWS)
      return payNews.newsIn(scope, NEWS.message)
    }),
    lastMessageTo: scoped(async (scope) => {
      await payNews.addNews(scope, NEWS)
      return payNews.lastMessageTo(scope, LI)
    }),
    newsIn: scoped(async (scope) => {
      await payNews.addNews(scope, NEWS)
      return payNews.newsIn(scope, NEWS.message)
    }),
    isApproved: scoped((scope) => payNews.isApproved(scope, MONTH)),
  },
  'registrations/case-store.ts': {
    caseById: scoped((scope, { contested }) => cases.caseById(scope, contested.id)),
    openCases: scoped((scope) => cases.openCases(scope)),
    openCase: scoped((scope) => cases.openCase(scope, { ...registered, holder: LI }, HAN, 7)),
    closeCase: scoped((scope, { contested }) => cases.closeCase(scope, contested.id, 'keep', '先报备')),
  },
  'registrations/store.ts': {
    registrationOf: scoped((scope) => registrations.registrationOf(scope, '阿里')),
    claimCustomer: scoped(async (scope) => [
      await registrations.claimCustomer(scope, registered),
      await registrations.claimCustomer({ ...scope, ...LATER }, registered),
    ]),
    putRegistration: scoped((scope) => registrations.putRegistration(scope, registered)),
    heldBy: scoped(async (scope) => [
      await registrations.heldBy(scope, undefined),
      await registrations.heldBy(scope, [LI]),
    ]),
    lapsedSince: scoped((scope) => registrations.lapsedSince({ ...scope, ...LATER }, TODAY)),
    remindersDue: scoped((scope) => registrations.remindersDue({ ...scope, ...LATER })),
    takeReminders: scoped((scope) => registrations.takeReminders({ ...scope, ...LATER }, LI)),
    nextReminder: scoped((scope) => registrations.nextReminder(scope)),
  },
  'goals/claim-store.ts': {
    addClaim: scoped((scope, { goal }) => claims.addClaim(scope, goal.id, { value: 300, note: '问卷' }, LI)),
    replaceClaims: scoped((scope, { goal }) => claims.replaceClaims(scope, goal.id)),
    claimById: scoped((scope) => claims.claimById(scope, 'c1')),
    claimsOf: scoped((scope, { goal }) => claims.claimsOf(scope, goal.id)),
    decideClaim: scoped(async (scope, { goal }) => {
      const [claim] = await claims.claimsOf(scope, goal.id)
      if (claim) await claims.decideClaim(scope, claim.id, 'confirmed')
    }),
  },
  'goals/proposal-store.ts': {
    addProposal: scoped((scope, { goal }) => proposals.addProposal(scope, proposal('pr2', goal.id))),
    proposalById: scoped((scope) => proposals.proposalById(scope, 'pr1')),
    openProposals: scoped((scope) => proposals.openProposals(scope)),
    approvedBetween: scoped((scope, { goal }) =>
      proposals.approvedBetween(scope, [goal.id], '2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'),
    ),
    decide: scoped((scope, facts) => proposals.decide(scope, facts.proposal, { status: 'approved' })),
  },
  'goals/change-store.ts': {
    amendGoal: scoped((scope, { goal }) =>
      changes.amendGoal(
        scope,
        goal,
        { weight: { kind: 'parts', value: 3 } },
        { part: 'weight', before: undefined, after: { kind: 'parts', value: 3 }, reason: '试试' },
      ),
    ),
    changesOf: scoped((scope, { goal }) => changes.changesOf(scope, goal.id)),
    lastGoalChange: scoped((scope) => changes.lastGoalChange(scope)),
  },
  'goals/contributor-store.ts': {
    contributorsOf: scoped((scope, { goal }) => contributors.contributorsOf(scope, goal.id)),
    goalsContributedTo: scoped((scope) => contributors.goalsContributedTo(scope, HAN)),
    setContributors: scoped((scope, { goal }) => contributors.setContributors(scope, goal.id, [LI])),
  },
  'goals/checkin-goal-store.ts': {
    checkinGoalsOf: scoped((scope) => checkins.checkinGoalsOf(scope, LI, MONTH)),
    checkinGoalsRecorded: scoped((scope) => checkins.checkinGoalsRecorded(scope, MONTH)),
    checkinsTouched: scoped((scope) =>
      checkins.checkinsTouched(scope, {
        since: '2000-01-01T00:00:00.000Z',
        until: '2100-01-01T00:00:00.000Z',
      }),
    ),
  },
  'goals/basis-store.ts': {
    setBasis: scoped((scope, { goal }) =>
      bases.setBasis(scope, goal, { kind: 'growth', from: goal.value, on: undefined, bps: 0 }),
    ),
    basisOf: scoped((scope, { goal }) => bases.basisOf(scope, goal)),
  },
  'goals/stale-store.ts': {
    reportedGoals: scoped((scope) => stale.reportedGoals(scope, [MONTH])),
    claimAsking: scoped((scope, { goal }) => stale.claimAsking(scope, goal.id, TODAY)),
  },
  'goals/store.ts': {
    goalById: scoped((scope, { goal }) => goals.goalById(scope, goal.id)),
    goalByNumber: scoped((scope) => goals.goalByNumber(scope, 1)),
    goalFor: scoped((scope, { goal }) => goals.goalFor(scope, goal)),
    goalsIn: scoped((scope) => goals.goalsIn(scope, [MONTH])),
    addGoal: scoped((scope, { goal }) =>
      goals.addGoal(
        scope,
        { ...goal, id: 'g2', number: 99, period: '2026-12' },
        { effectiveOn: TODAY, reason: undefined },
      ),
    ),
    reviseGoal: scoped((scope, { goal }) =>
      goals.reviseGoal(scope, goal, { value: 1, effectiveOn: TODAY, reason: undefined }),
    ),
    longGoals: scoped((scope) => goals.longGoals(scope)),
    treeIn: scoped((scope) => goals.treeIn(scope, [MONTH])),
    goalsUnder: scoped((scope, { goal }) => goals.goalsUnder(scope, [goal.id, goal.parent ?? ''])),
    revisionsOf: scoped((scope, { goal }) => goals.revisionsOf(scope, goal.id)),
    addCheckin: scoped((scope, { goal }) =>
      goals.addCheckin(scope, goal.id, { value: 1, note: undefined, confidence: 'low' }),
    ),
    checkinsOf: scoped((scope, { goal }) => goals.checkinsOf(scope, goal.id)),
  },
  'imports/export-store.ts': {
    exportedDeals: scoped(async (scope) => {
      const found = []
      for await (const deals of exported.exportedDeals(scope)) found.push(...deals)
      return found
    }),
  },
  'imports/external-id-store.ts': {
    knownExternalIds: scoped((scope) => externalIds.knownExternalIds(scope, ['A1'])),
  },
  'imports/product-store.ts': {
    addProducts: scoped((scope) => products.addProducts(scope, [{ name: 'CRM' }, { name: '新品' }])),
    productNames: scoped((scope) => products.productNames(scope)),
  },
  'wall/store.ts': {
    lastAnnouncement: scoped((scope) => wall.lastAnnouncement(scope)),
  },
}
