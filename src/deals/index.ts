import type { Feature } from '../kernel/feature.ts'
import { PAY_NEWS, REMINDERS, TEAM_NEWS } from '../people/kinds.ts'
import { addDeal } from './add-deal.ts'
import { amendAfterAsking } from './amend-after-asking.ts'
import { amendDeal } from './amend-deal.ts'
import { askAboutOverdue, overdueAsked } from './ask-about-overdue.ts'
import { logAfterAsking } from './ask-about-unusual.ts'
import { askToConfirm, confirmingAsked } from './ask-to-confirm.ts'
import type { Around } from './claim.ts'
import { collectDeal } from './collect-deal.ts'
import { confirmAllPressed, turnPage as turnCardPage } from './confirm-all.ts'
import { confirmDeals, confirmPressed } from './confirm-deals.ts'
import { askExcept, confirmOthers } from './confirm-except.ts'
import { openAmendForm, openForm, submitAmendForm, submitForm } from './deal-form.ts'
import { dealsAtHome } from './home.ts'
import { listDeals, turnPage } from './list-deals.ts'
import { meansAdd } from './means-add.ts'
import { refundDeal } from './refund-deal.ts'
import { openScheduleForm, scheduleDeal, submitScheduleForm } from './schedule-deal.ts'
import { setRate } from './set-rate.ts'
import { showDeal, showPressed } from './show-deal.ts'
import { showOverdue } from './show-overdue.ts'
import { summaries, usages } from './texts/subcommands.ts'
import { postNow, undoDeal } from './undo-deal.ts'
import { voidDeal } from './void-deal.ts'

/** What was signed and collected, with what other slices add to it. */
export function dealsWith(around: Around = {}): Feature {
  return {
    name: 'deals',
    tells: [PAY_NEWS, REMINDERS, TEAM_NEWS],
    prompts: [confirmingAsked, overdueAsked],
    commands: [
      {
        name: 'deal',
        aliases: ['签单'],
        summary: summaries.deal,
        otherwise: meansAdd,
        subcommands: [
          { name: '', aliases: [], summary: summaries.form, reads: openForm },
          {
            name: 'add',
            aliases: ['记一单', '记'],
            usage: usages.add,
            summary: summaries.add,
            writes: addDeal(around),
          },
          {
            name: 'list',
            aliases: ['列表', '明细'],
            usage: usages.list,
            summary: summaries.list,
            reads: listDeals,
          },
          {
            name: 'show',
            aliases: ['查看', '看'],
            usage: usages.show,
            summary: summaries.show,
            reads: showDeal,
          },
          {
            name: 'amend',
            aliases: ['改单', '改'],
            usage: usages.amend,
            summary: summaries.amend,
            writes: amendDeal(around),
          },
          {
            name: 'collect',
            aliases: ['回款'],
            usage: usages.collect,
            summary: summaries.collect,
            writes: collectDeal(around),
          },
          {
            name: 'schedule',
            aliases: ['分期'],
            usage: usages.schedule,
            summary: summaries.schedule,
            writes: scheduleDeal,
          },
          {
            name: 'overdue',
            aliases: ['逾期'],
            usage: usages.overdue,
            summary: summaries.overdue,
            reads: showOverdue,
          },
          {
            name: 'refund',
            aliases: ['退款'],
            usage: usages.refund,
            summary: summaries.refund,
            writes: refundDeal(around),
          },
          {
            name: 'void',
            aliases: ['作废'],
            usage: usages.void,
            summary: summaries.void,
            writes: voidDeal(around),
          },
          {
            name: 'confirm',
            aliases: ['确认'],
            usage: usages.confirm,
            summary: summaries.confirm,
            roles: ['manager', 'admin'],
            writes: confirmDeals(around),
          },
          {
            name: 'rate',
            aliases: ['汇率'],
            usage: usages.rate,
            summary: summaries.rate,
            roles: ['admin'],
            writes: setRate,
          },
        ],
      },
    ],
    actions: [
      { name: 'deal.form', reads: openForm },
      { name: 'deal.edit', reads: openAmendForm },
      { name: 'deal.show', reads: showPressed },
      { name: 'deal.schedule', reads: openScheduleForm },
      { name: 'deal.page', reads: turnPage },
      { name: 'deal.undo', writes: undoDeal(around) },
      { name: 'deal.post-now', writes: postNow },
      { name: 'deal.sure', writes: logAfterAsking(around) },
      { name: 'deal.sure-amended', writes: amendAfterAsking(around) },
      { name: 'deal.confirm', writes: confirmPressed(around) },
      { name: 'deal.confirm-all', writes: confirmAllPressed(around) },
      { name: 'deal.confirm-page', reads: turnCardPage },
      { name: 'deal.confirm-except', reads: askExcept },
    ],
    forms: [
      { name: 'deal.add', writes: submitForm(around) },
      { name: 'deal.schedule', writes: submitScheduleForm },
      { name: 'deal.confirm-except', writes: confirmOthers(around) },
      { name: 'deal.amend', writes: submitAmendForm(around) },
    ],
    tickers: [askToConfirm, askAboutOverdue],
    home: dealsAtHome,
  }
}
