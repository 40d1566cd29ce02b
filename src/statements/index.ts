import type { Action, Command, Feature, Subcommand } from '../kernel/feature.ts'
import { type Both, both } from '../kernel/locale.ts'
import { adjustmentAsked, adjustPay, manualPressed } from './adjust-pay.ts'
import { answerDispute, verdictPressed } from './answer-dispute.ts'
import { offPressed, offSubmitted, rightPressed } from './answer-statement.ts'
import { approvalAsked, approvePeriod } from './approve-period.ts'
import { besideCommand, besidePress } from './beside-pay.ts'
import { closePeriod, freezeNow, freezePressed } from './close-period.ts'
import { disputeTexts } from './dispute-texts.ts'
import { disputeAsked, flagDeal } from './flag-deal.ts'
import { statementAsked } from './issue.ts'
import { listDisputes } from './list-disputes.ts'
import { listPeriods } from './list-periods.ts'
import { manualTexts } from './manual-texts.ts'
import { payOut } from './pay-out.ts'
import { reissuePeriod } from './reissue-period.ts'
import { showStatement } from './show-statement.ts'
import { texts } from './texts.ts'

const period: Both = both(texts, (words) => words.usage.period)

const SUBCOMMANDS: Subcommand[] = [
  {
    name: 'statement',
    aliases: ['对账单'],
    usage: both(texts, (words) => words.usage.statement),
    summary: both(texts, (words) => words.statementSummary),
    reads: showStatement,
  },
  {
    name: 'flag',
    aliases: ['有疑问'],
    usage: both(disputeTexts, (words) => words.usage.flag),
    summary: both(disputeTexts, (words) => words.flagSummary),
    writes: flagDeal,
  },
  {
    name: 'dispute',
    aliases: ['疑问'],
    usage: both(disputeTexts, (words) => words.usage.dispute),
    summary: both(disputeTexts, (words) => words.disputeSummary),
    writes: answerDispute,
  },
  {
    name: 'disputes',
    aliases: ['疑问列表'],
    summary: both(disputeTexts, (words) => words.disputesSummary),
    reads: listDisputes,
  },
  {
    name: 'periods',
    aliases: ['各期'],
    summary: both(texts, (words) => words.periodsSummary),
    reads: listPeriods,
  },
  {
    name: 'close',
    aliases: ['关账'],
    usage: period,
    summary: both(texts, (words) => words.closeSummary),
    roles: ['admin'],
    reads: closePeriod,
  },
  {
    name: 'freeze',
    aliases: ['冻结'],
    usage: period,
    summary: both(texts, (words) => words.freezeSummary),
    roles: ['admin'],
    writes: freezeNow,
  },
  {
    name: 'reissue',
    aliases: ['重发'],
    usage: both(texts, (words) => words.usage.reissue),
    summary: both(texts, (words) => words.reissueSummary),
    roles: ['admin'],
    writes: reissuePeriod,
  },
  {
    name: 'approve',
    aliases: ['批准'],
    usage: period,
    summary: both(texts, (words) => words.approveSummary),
    roles: ['manager', 'admin'],
    writes: approvePeriod,
  },
  {
    name: 'paid',
    aliases: ['发放'],
    usage: period,
    summary: both(texts, (words) => words.paidSummary),
    roles: ['admin'],
    writes: payOut,
  },
  {
    name: 'adjust',
    aliases: ['调整'],
    usage: both(manualTexts, (words) => words.usage),
    summary: both(manualTexts, (words) => words.adjustSummary),
    roles: ['manager', 'admin'],
    writes: adjustPay,
  },
]

const ACTIONS: Action[] = [
  { name: 'statement.freeze', writes: freezePressed },
  { name: 'statement.right', writes: rightPressed },
  { name: 'statement.off', reads: offPressed },
  { name: 'dispute.accept', writes: verdictPressed('accepted') },
  { name: 'dispute.reject', writes: verdictPressed('rejected') },
  { name: 'adjustment.approve', writes: manualPressed('approved') },
  { name: 'adjustment.decline', writes: manualPressed('declined') },
]

/** Commission with its month end: closing, statements, disputes, and what is adjusted later. */
export function withStatements(commission: Feature): Feature {
  return {
    ...commission,
    prompts: [...(commission.prompts ?? []), statementAsked, disputeAsked, adjustmentAsked, approvalAsked],
    commands: (commission.commands ?? []).map(withMonthEnd),
    actions: [...(commission.actions ?? []).map(explainedBeside), ...ACTIONS],
    forms: [...(commission.forms ?? []), { name: 'statement.off', writes: offSubmitted }],
  }
}

const withMonthEnd = (command: Command): Command => ({
  ...command,
  subcommands: [...command.subcommands.map(shownBeside), ...SUBCOMMANDS],
})

/** The two that say what somebody earns. */
const shownBeside = (one: Subcommand): Subcommand =>
  ['', 'explain'].includes(one.name) && 'reads' in one ? { ...one, reads: besideCommand(one.reads) } : one

const explainedBeside = (one: Action): Action =>
  one.name === 'commission.explain' && 'reads' in one ? { ...one, reads: besidePress(one.reads) } : one
