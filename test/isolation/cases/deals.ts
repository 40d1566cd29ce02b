import * as cards from '../../../src/deals/confirm-card-store.ts'
import * as credits from '../../../src/deals/credit-store.ts'
import * as signed from '../../../src/deals/credits-signed-store.ts'
import * as deals from '../../../src/deals/deal-store.ts'
import * as between from '../../../src/deals/deals-between-store.ts'
import * as instalments from '../../../src/deals/instalment-store.ts'
import * as lastChange from '../../../src/deals/last-change-store.ts'
import * as rows from '../../../src/deals/ledger-rows-store.ts'
import * as ledger from '../../../src/deals/ledger-store.ts'
import * as many from '../../../src/deals/many-deals-store.ts'
import * as money from '../../../src/deals/money-moved-store.ts'
import { type NewDeal, signing } from '../../../src/deals/new-deal.ts'
import { planChange } from '../../../src/deals/plan.ts'
import * as rates from '../../../src/deals/rate-store.ts'
import * as rebuild from '../../../src/deals/rebuild-store.ts'
import * as regroup from '../../../src/deals/regroup-store.ts'
import * as settled from '../../../src/deals/settled-store.ts'
import * as totals from '../../../src/deals/total-store.ts'
import type { Scope } from '../../../src/kernel/scope.ts'
import * as leaderboard from '../../../src/leaderboard/store.ts'
import { type Cases, pure, scoped } from '../case.ts'
import { HAN, LI, MONTH, NOW, TODAY, WANG } from '../company.ts'

const SPAN = { from: '2026-01-01', to: '2026-12-31' }

const newDeal = (customer: string): NewDeal => ({
  id: `new-${customer}`,
  customer,
  amountMinor: 100_000,
  currency: 'CNY',
  signedOn: TODAY,
  owner: LI,
  shares: [{ person: LI, bps: 10_000 }],
  source: 'chat',
})

function planned(scope: Scope, number: number) {
  const identity = { id: 'fresh', number, source: 'chat' as const, loggedBy: LI, loggedAt: scope.now }
  return planChange({ identity, history: [], added: signing(scope, newDeal('新')), firstSales: new Map() })
}

/** The same with money that has come in at once. */
function moving(plan: ReturnType<typeof planned>) {
  return { ...plan, entries: plan.entries.map((entry) => ({ ...entry, baseCollectedMinor: 100 })) }
}

export const dealCases: Record<string, Cases> = {
  'deals/confirm-card-store.ts': {
    addCard: scoped((scope) =>
      cards.addCard(scope, { manager: WANG, date: '2026-12-01', deals: [], shown: '' }),
    ),
    openCards: scoped((scope) => cards.openCards(scope, WANG)),
    moveCard: scoped(async (scope) => {
      const [card] = await cards.openCards(scope, WANG)
      return card && cards.moveCard(scope, card, { deals: [], shown: '', open: false })
    }),
  },
  'deals/settled-store.ts': {
    settledOf: scoped((scope, { deal }) => settled.settledOf(scope, [deal.id])),
  },
  'deals/deal-store.ts': {
    dealByNumber: scoped((scope) => deals.dealByNumber(scope, 1)),
    dealById: scoped((scope, { deal }) => deals.dealById(scope, deal.id)),
    dealBySubject: scoped((scope, { deal }) => deals.dealBySubject(scope, `deal:${deal.id}`)),
    lockDeal: scoped((scope, { deal }) => deals.lockDeal(scope, deal.id)),
    entriesOf: scoped((scope, { deal }) => deals.entriesOf(scope, deal.id)),
    unconfirmedDeals: scoped((scope) => deals.unconfirmedDeals(scope)),
    lastRecorded: scoped((scope, { deal }) => deals.lastRecorded(scope, [deal.id])),
    firstSalesOf: scoped((scope) => deals.firstSalesOf(scope, ['华为', '小米'])),
    recentAmounts: scoped((scope) => deals.recentAmounts(scope, LI)),
    asDeal: pure,
    asEntry: pure,
  },
  'deals/deals-between-store.ts': {
    dealsBetween: scoped((scope) => between.dealsBetween(scope, SPAN, { people: [LI, HAN] })),
    countDealsBetween: scoped((scope) => between.countDealsBetween(scope, SPAN, { people: [LI] })),
  },
  'deals/credit-store.ts': {
    creditsOf: scoped((scope) => credits.creditsOf(scope, LI, SPAN)),
    wholesOf: scoped((scope) => credits.wholesOf(scope, LI, SPAN)),
    sharesOf: scoped((scope, { deal }) => credits.sharesOf(scope, deal.id)),
    creditFigures: pure,
    holdersByDeal: scoped((scope, { deal }) => credits.holdersByDeal(scope, [deal.id])),
    creditSums: scoped((scope) => credits.creditSums(scope, SPAN)),
    asCredit: pure,
  },
  'deals/credits-signed-store.ts': {
    creditsSigned: scoped(async (scope) => [...(await signed.creditsSigned(scope, SPAN))]),
    eachCredit: scoped(async (scope) => {
      const found: unknown[] = []
      await signed.eachCredit(scope, SPAN, (person, credit) => found.push({ person, credit }))
      return found
    }),
  },
  'deals/instalment-store.ts': {
    setOpenInstalments: scoped((scope, { deal }) =>
      instalments.setOpenInstalments(scope, deal, [
        { dueOn: TODAY, minor: 100, collectedMinor: 0, openMinor: 100 },
      ]),
    ),
    openInstalmentsUntil: scoped(async (scope) => [
      await instalments.openInstalmentsUntil(scope, '2027-12-31', undefined),
      await instalments.openInstalmentsUntil(scope, '2027-12-31', [LI]),
    ]),
    questionsDue: scoped((scope) => instalments.questionsDue({ ...scope, now: '2027-12-31T00:00:00.000Z' })),
    takeQuestions: scoped((scope) =>
      instalments.takeQuestions({ ...scope, now: '2027-12-31T00:00:00.000Z', today: '2027-12-31' }, LI),
    ),
    nextQuestionAfterNow: scoped((scope) => instalments.nextQuestionAfterNow(scope)),
  },
  'deals/ledger-rows-store.ts': {
    insertDeals: scoped((scope) => rows.insertDeals(scope, [planned(scope, 99)])),
    insertEntries: scoped(async (scope) => {
      await rows.insertDeals(scope, [planned(scope, 99)])
      await rows.insertEntries(scope, [planned(scope, 99)])
    }),
    insertCredits: scoped(async (scope) => {
      await rows.insertDeals(scope, [planned(scope, 99)])
      await rows.insertCredits(scope, [planned(scope, 99)])
    }),
    setRepeat: scoped((scope, { deal }) =>
      rows.setRepeat(scope, [
        { sale: { deal: deal.id, owner: LI, signedOn: TODAY, number: 1 }, repeat: true },
      ]),
    ),
    dealColumns: pure,
    figureColumns: pure,
  },
  'deals/money-moved-store.ts': {
    moneyMovedOf: scoped((scope) => money.moneyMovedOf(scope, LI, SPAN)),
    refundsOf: scoped((scope) => money.refundsOf(scope, LI, SPAN)),
    insertMoneyMoved: scoped(async (scope) => {
      await rows.insertDeals(scope, [planned(scope, 99)])
      await money.insertMoneyMoved(scope, [moving(planned(scope, 99))])
    }),
    followMoney: scoped(async (scope, { deal }) => {
      await money.followMoney(scope, { ...moving(planned(scope, 99)), deal })
    }),
    moneyIn: pure,
    inOrder: pure,
  },
  'deals/ledger-store.ts': {
    logDeal: scoped((scope) => ledger.logDeal(scope, newDeal('华为'))),
    addEntries: scoped((scope, { deal, entries }) =>
      ledger.addEntries(
        scope,
        deal,
        entries.slice(0, 1).map((entry) => ({ ...entry, kind: 'amended' })),
      ),
    ),
  },
  'deals/many-deals-store.ts': {
    logMany: scoped((scope) => many.logMany(scope, [newDeal('华为'), newDeal('小米')])),
    logInChunks: scoped(async (scope) => {
      const log = many.logInChunks(scope)
      await log.add([newDeal('华为')])
      await log.add([newDeal('小米')])
      await log.finish()
    }),
  },
  'deals/rate-store.ts': {
    addRate: scoped((scope) =>
      rates.addRate(scope, { currency: 'EUR', from: TODAY, rate: '7.8', source: '央行' }),
    ),
    rateOn: scoped((scope) => rates.rateOn(scope, 'USD', TODAY)),
    allRates: scoped((scope) => rates.allRates(scope)),
  },
  'deals/regroup-store.ts': { regroupTotals: scoped((scope) => regroup.regroupTotals(scope, 4)) },
  'deals/last-change-store.ts': { lastDealChange: scoped((scope) => lastChange.lastDealChange(scope, NOW)) },
  'deals/rebuild-store.ts': { rebuildTotals: scoped((scope) => rebuild.rebuildTotals(scope)) },
  'deals/total-store.ts': {
    totalOf: scoped((scope) => totals.totalOf(scope, LI, MONTH)),
    totalsOver: scoped(async (scope) => [
      ...(await totals.totalsOver(scope, LI, ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', MONTH])),
    ]),
    totalsOf: scoped((scope) => totals.totalsOf(scope, MONTH)),
    totalsIn: scoped((scope) => totals.totalsIn(scope, [MONTH])),
    setTarget: scoped((scope) => totals.setTarget(scope, LI, MONTH, 5_000_000)),
    addToTotals: scoped((scope) => totals.addToTotals(scope, planned(scope, 99).movements)),
  },
  'leaderboard/store.ts': {
    standing: scoped(async (scope, { sales }) => [
      await leaderboard.standing(scope, 'signed', MONTH, { top: 1, around: HAN }),
      await leaderboard.standing(scope, 'attainment', MONTH, { top: 5, team: sales }),
    ]),
  },
}
