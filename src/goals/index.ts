import type { WatchPay } from '../deals/watch-pay.ts'
import type { Feature } from '../kernel/feature.ts'
import { add, addProposed, openForm } from './add-goal.ts'
import { adjust, propose } from './adjust-goal.ts'
import { align } from './align-goal.ts'
import { askAboutStale } from './ask-stale.ts'
import { ask, grantWish, wishAsked } from './ask-target.ts'
import { checkIn, checkInForm, checkInFromForm } from './check-in.ts'
import { claimAsked, confirmCheckin, declineCheckin } from './confirm-checkin.ts'
import { approve, decline } from './decide-proposal.ts'
import { type PayQuestion, payIsDecidedBy } from './decides-pay.ts'
import { home } from './home.ts'
import { meant } from './meant.ts'
import { proposalAsked } from './propose.ts'
import { show } from './show-goals.ts'
import { showHistory } from './show-history.ts'
import { showTree } from './show-tree.ts'
import { addFromForm } from './submit-goal.ts'

/** Goals on three levels; a change of somebody's target is told with what it makes of their pay, where that is known. */
export function goalsWith(watchPay?: WatchPay, decidesPay?: PayQuestion): Feature {
  if (decidesPay) payIsDecidedBy(decidesPay)
  return {
    name: 'goals',
    prompts: [wishAsked, proposalAsked, claimAsked],
    commands: [
      {
        name: 'goal',
        aliases: ['goals', '目标'],
        summary: { en: 'Goals and how they stand', 'zh-CN': '目标和进度' },
        otherwise: meant,
        subcommands: [
          {
            name: '',
            aliases: [],
            usage: { en: '[@Li Lei | G-3]', 'zh-CN': '[@李雷 | G-3]' },
            summary: { en: 'My goals with their pace', 'zh-CN': '我的目标和进度' },
            reads: show,
          },
          {
            name: 'add',
            aliases: ['new', '新增', '添加', '定'],
            usage: { en: 'November signed 500k [parent=G-1]', 'zh-CN': '11月 签约 50万 [上级=G-1]' },
            summary: { en: 'Set a goal; it is checked for SMART', 'zh-CN': '定一个目标，会做 SMART 检查' },
            writes: add(watchPay),
          },
          {
            name: 'tree',
            aliases: ['目标树', '树', '全部'],
            usage: { en: '[2026-Q4 | team]', 'zh-CN': '[2026-Q4 | 销售一部]' },
            summary: { en: 'Company, teams and people', 'zh-CN': '公司、部门、个人的目标' },
            reads: showTree,
          },
          {
            name: 'checkin',
            aliases: ['check-in', '打卡', '进度', '更新'],
            usage: { en: 'G-3 40 [high] [note]', 'zh-CN': 'G-3 40 [有把握] [备注]' },
            summary: { en: 'Say where a goal stands', 'zh-CN': '报一个目标的进度' },
            writes: checkIn(watchPay),
          },
          {
            name: 'adjust',
            aliases: ['change', '调整', '改'],
            usage: { en: 'G-3 120k reason', 'zh-CN': 'G-3 12万 原因' },
            summary: {
              en: 'Change a goal; the old value stays on record',
              'zh-CN': '调整目标，改过的都留着',
            },
            writes: adjust(watchPay),
          },
          {
            name: 'history',
            aliases: ['记录', '历史'],
            usage: { en: 'G-3', 'zh-CN': 'G-3' },
            summary: { en: 'Every value a goal has had, and why', 'zh-CN': '目标改过的每一次和原因' },
            reads: showHistory,
          },
        ],
      },
    ],
    actions: [
      { name: 'goal.add', reads: openForm },
      { name: 'goal.tree', reads: (scope) => showTree(scope, { text: '' }) },
      { name: 'goal.save-line', writes: addProposed(watchPay) },
      { name: 'goal.align', writes: align },
      { name: 'goal.ask', writes: ask },
      { name: 'goal.grant', writes: grantWish(watchPay) },
      { name: 'goal.propose', writes: propose },
      { name: 'goal.approve', writes: approve(watchPay) },
      { name: 'goal.decline', writes: decline },
      { name: 'goal.checkin-form', reads: checkInForm },
      { name: 'goal.confirm-checkin', writes: confirmCheckin(watchPay) },
      { name: 'goal.decline-checkin', writes: declineCheckin },
    ],
    forms: [
      { name: 'goal.add', writes: addFromForm(watchPay) },
      { name: 'goal.checkin', writes: checkInFromForm(watchPay) },
    ],
    tickers: [askAboutStale],
    home,
  }
}
