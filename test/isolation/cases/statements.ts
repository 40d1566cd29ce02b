import { uncollected } from '../../../src/statements/accrual-store.ts'
import * as beside from '../../../src/statements/beside-store.ts'
import * as disputes from '../../../src/statements/dispute-store.ts'
import * as history from '../../../src/statements/history-store.ts'
import * as manual from '../../../src/statements/manual-store.ts'
import * as periods from '../../../src/statements/period-store.ts'
import * as plans from '../../../src/statements/plan-history-store.ts'
import * as renamed from '../../../src/statements/renamed-store.ts'
import * as statements from '../../../src/statements/store.ts'
import * as touched from '../../../src/statements/touched-store.ts'
import { type Cases, scoped } from '../case.ts'
import { HAN, LI, MONTH, NOW } from '../company.ts'

const CLOSED = '2026-10'
const EVER = { since: '2000-01-01T00:00:00.000Z', until: NOW }
const ALWAYS = { from: '2026-01-01', to: '2026-12-31' }

const issued = (person: string): statements.Issued => ({
  period: CLOSED,
  person,
  revision: 7,
  earnedMinor: 1,
  adjustedMinor: 0,
  manualMinor: 0,
  totalMinor: 1,
  currency: 'CNY',
  document: '{}',
  hash: 'h',
  asOf: NOW,
  reason: undefined,
  answer: undefined,
  approvedBy: undefined,
})

export const statementCases: Record<string, Cases> = {
  'statements/accrual-store.ts': { uncollected: scoped((scope) => uncollected(scope)) },
  'statements/beside-store.ts': { anythingBeside: scoped((scope) => beside.anythingBeside(scope)) },
  'statements/dispute-store.ts': {
    openDispute: scoped((scope, { deal }) =>
      disputes.openDispute(scope, { id: 'di9', number: 9, person: HAN, period: MONTH, deal: deal.id }),
    ),
    disputeAbout: scoped((scope, { deal }) =>
      disputes.disputeAbout(scope, { person: LI, period: MONTH, deal: deal.id }),
    ),
    disputeByNumber: scoped((scope) => disputes.disputeByNumber(scope, 1)),
    openDisputes: scoped((scope) => disputes.openDisputes(scope)),
    carriedDisputes: scoped((scope) => disputes.carriedDisputes(scope)),
    moveDispute: scoped((scope, { dispute }) => disputes.moveDispute(scope, dispute, 'accepted')),
    addDisputeEvent: scoped((scope, { dispute }) =>
      disputes.addDisputeEvent(scope, dispute.id, 'note', '再看看'),
    ),
    disputeEvents: scoped((scope, { dispute }) => disputes.disputeEvents(scope, dispute.id)),
  },
  'statements/history-store.ts': {
    historyOf: scoped((scope) => history.historyOf(scope, MONTH, { since: EVER.since, passing: true })),
  },
  'statements/manual-store.ts': {
    proposeManual: scoped((scope) =>
      manual.proposeManual(scope, {
        id: 'ma9',
        number: 9,
        person: LI,
        period: MONTH,
        amountMinor: 100,
        reason: '奖',
        proposedBy: HAN,
      }),
    ),
    manualById: scoped((scope, { adjustment }) => manual.manualById(scope, adjustment)),
    decideManual: scoped((scope, { adjustment }) =>
      manual.decideManual(scope, adjustment, 'approved', '2026-12'),
    ),
    manualIn: scoped((scope) => manual.manualIn(scope, MONTH, '2027-01-01T00:00:00.000Z')),
  },
  'statements/period-store.ts': {
    closedPeriods: scoped((scope) => periods.closedPeriods(scope)),
    closedPeriod: scoped((scope) => periods.closedPeriod(scope, CLOSED)),
    lockPeriod: scoped((scope) => periods.lockPeriod(scope, CLOSED)),
    freezePeriod: scoped((scope) => periods.freezePeriod(scope, '2026-12', NOW)),
    freezeAgain: scoped((scope, { closed }) => periods.freezeAgain(scope, closed, NOW)),
    movePeriod: scoped((scope, { closed }) => periods.movePeriod(scope, closed, 'paid')),
  },
  'statements/plan-history-store.ts': { plansRecorded: scoped((scope) => plans.plansRecorded(scope)) },
  'statements/renamed-store.ts': { dealsRenamed: scoped((scope) => renamed.dealsRenamed(scope, EVER)) },
  'statements/store.ts': {
    peopleWithStatements: scoped((scope) => statements.peopleWithStatements(scope, '2027-01')),
    addStatements: scoped((scope) => statements.addStatements(scope, [issued(LI), issued(HAN)])),
    statementsOf: scoped((scope) => statements.statementsOf(scope, CLOSED, 1)),
    revisionsOfStatement: scoped((scope) => statements.revisionsOfStatement(scope, CLOSED, LI)),
    statementsIssued: scoped((scope) => statements.statementsIssued(scope, LI, NOW)),
    lastIssuedBy: scoped((scope) => statements.lastIssuedBy(scope, CLOSED, NOW)),
    statementsHeld: scoped((scope) => statements.statementsHeld(scope, LI)),
    answerStatement: scoped((scope) =>
      statements.answerStatement(scope, { period: CLOSED, person: LI, revision: 1 }, 'off'),
    ),
    approveStatements: scoped((scope) => statements.approveStatements(scope, CLOSED, 1, [LI])),
    noteParts: scoped((scope, { deal }) =>
      statements.noteParts(scope, [{ period: CLOSED, person: HAN, deal: deal.id }]),
    ),
    noteSigned: scoped((scope) => statements.noteSigned(scope, CLOSED, ALWAYS, [HAN, LI])),
  },
  'statements/touched-store.ts': {
    touchedStatements: scoped((scope) => touched.touchedStatements(scope, EVER)),
    touchedCustomers: scoped((scope) => touched.touchedCustomers(scope, EVER)),
    touchedCredits: scoped((scope) => touched.touchedCredits(scope, EVER, ALWAYS)),
    touchedMoney: scoped((scope) => touched.touchedMoney(scope, EVER, ALWAYS)),
    touchedTargets: scoped((scope) => touched.touchedTargets(scope, EVER)),
    plansTouchedFrom: scoped((scope) => touched.plansTouchedFrom(scope, EVER)),
  },
}
