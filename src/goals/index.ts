import type { WatchPay } from '../deals/watch-pay.ts'
import type { Feature } from '../kernel/feature.ts'
import { add, addProposed, openForm } from './add-goal.ts'
import { addObjective, addObjectiveFromForm, openObjectiveForm } from './add-objective.ts'
import { adjust, adjustForm, adjustFromForm, propose } from './adjust-goal.ts'
import { align, alignBySaying } from './align-goal.ts'
import { askAboutStale, staleAsked } from './ask-stale.ts'
import { ask, grantWish, wishAsked } from './ask-target.ts'
import { checkIn, checkInForm, checkInFromForm } from './check-in.ts'
import { claimAsked, confirmCheckin, declineCheckin } from './confirm-checkin.ts'
import { contributors } from './contributors.ts'
import { approve, decline } from './decide-proposal.ts'
import { type PayQuestion, payIsDecidedBy } from './decides-pay.ts'
import { drop, dropForm, dropFromForm } from './drop-goal.ts'
import { editFromForm, openEditForm } from './edit-goal.ts'
import { handOver } from './hand-over.ts'
import { home } from './home.ts'
import { lock, unlock, unlockForm, unlockFromForm } from './lock.ts'
import { meant } from './meant.ts'
import { treePage } from './page/page.ts'
import { showPageLink } from './page/show-page-link.ts'
import { proposalAsked } from './propose.ts'
import { show } from './show-goals.ts'
import { showHistory } from './show-history.ts'
import { showTree } from './show-tree.ts'
import { openPhaseForm, split, splitFromForm } from './split-goal.ts'
import { addFromForm } from './submit-goal.ts'
import { weigh } from './weigh-goal.ts'

/** Goals on three levels; a change of somebody's target is told with what it makes of their pay, where that is known. */
export function goalsWith(watchPay?: WatchPay, decidesPay?: PayQuestion): Feature {
  if (decidesPay) payIsDecidedBy(decidesPay)
  return {
    name: 'goals',
    prompts: [wishAsked, proposalAsked, claimAsked, staleAsked],
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
            name: 'objective',
            aliases: ['okr', '大目标', '方向'],
            usage: {
              en: 'company 2027 Be first in the east [parent=G-1]',
              'zh-CN': '公司 2027年 成为华东第一 [上级=G-1]',
            },
            summary: {
              en: 'Set an objective: a sentence, with key results under it',
              'zh-CN': '定一个大目标：一句话，下面挂关键结果',
            },
            writes: addObjective,
          },
          {
            name: 'tree',
            aliases: ['目标树', '树', '全部'],
            usage: { en: '[2026-Q4] [team]', 'zh-CN': '[2026-Q4] [销售一部]' },
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
            name: 'align',
            aliases: ['parent', '对齐', '挂到'],
            usage: { en: 'G-3 G-1 [reason]', 'zh-CN': 'G-3 G-1 [原因]' },
            summary: { en: 'Put a goal under another', 'zh-CN': '把一个目标挂到另一个下面' },
            writes: alignBySaying,
          },
          {
            name: 'weight',
            aliases: ['weigh', '权重'],
            usage: { en: 'G-3 60% G-4 40%', 'zh-CN': 'G-3 60% G-4 40%' },
            summary: {
              en: 'How much goals count for what they serve',
              'zh-CN': '几个目标各占多少权重',
            },
            writes: weigh,
          },
          {
            name: 'phase',
            aliases: ['phases', 'split', '分期', '拆分'],
            usage: {
              en: 'G-3 October 40% November 35% December 25% [reason=…]',
              'zh-CN': 'G-3 10月冲量60% 11月维稳40% [原因=…]',
            },
            summary: {
              en: 'Split a quarter or a year by month, to the cent',
              'zh-CN': '把季度或年度目标分到各月，加起来一分不差',
            },
            writes: split,
          },
          {
            name: 'owner',
            aliases: ['lead', '负责人', '转给'],
            usage: { en: 'G-3 @Li Lei [reason]', 'zh-CN': 'G-3 @李雷 [原因]' },
            summary: { en: 'Whose goal it is, or who is responsible', 'zh-CN': '目标归谁，由谁负责' },
            writes: handOver,
          },
          {
            name: 'contributors',
            aliases: ['contributor', 'with', '参与人', '参与'],
            usage: { en: 'G-3 @Li Lei -@Han Meimei', 'zh-CN': 'G-3 @李雷 -@韩梅梅' },
            summary: {
              en: 'Who contributes: they see it and may check in',
              'zh-CN': '谁一起做：看得到，也能报进度',
            },
            writes: contributors,
          },
          {
            name: 'lock',
            aliases: ['锁定', '锁'],
            usage: { en: 'G-3', 'zh-CN': 'G-3' },
            summary: {
              en: 'Lock a goal: it changes by proposal only',
              'zh-CN': '锁定目标，之后只能提议着改',
            },
            writes: lock,
          },
          {
            name: 'unlock',
            aliases: ['解锁'],
            usage: { en: 'G-3 reason', 'zh-CN': 'G-3 原因' },
            summary: { en: 'Unlock it', 'zh-CN': '解锁' },
            writes: unlock,
          },
          {
            name: 'drop',
            aliases: ['remove', '撤掉', '撤销', '删除'],
            usage: { en: 'G-3 reason', 'zh-CN': 'G-3 原因' },
            summary: { en: 'Drop a goal that was set by mistake', 'zh-CN': '撤掉定错的目标' },
            writes: drop(watchPay),
          },
          {
            name: 'page',
            aliases: ['网页', '页面'],
            usage: { en: '[new | off]', 'zh-CN': '[换新 | 关闭]' },
            summary: { en: 'The goal tree as a page', 'zh-CN': '目标树的网页' },
            writes: showPageLink,
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
      { name: 'goal.add-objective', reads: openObjectiveForm },
      { name: 'goal.adjust-form', reads: adjustForm },
      { name: 'goal.edit-form', reads: openEditForm },
      { name: 'goal.phase-form', reads: openPhaseForm },
      { name: 'goal.unlock-form', reads: unlockForm },
      { name: 'goal.drop-form', reads: dropForm },
      { name: 'goal.page', writes: (scope) => showPageLink(scope, { text: '' }) },
    ],
    forms: [
      { name: 'goal.add', writes: addFromForm(watchPay) },
      { name: 'goal.add-objective', writes: addObjectiveFromForm },
      { name: 'goal.adjust', writes: adjustFromForm(watchPay) },
      { name: 'goal.edit', writes: editFromForm },
      { name: 'goal.phase', writes: splitFromForm },
      { name: 'goal.unlock', writes: unlockFromForm },
      { name: 'goal.drop', writes: dropFromForm(watchPay) },
      { name: 'goal.checkin', writes: checkInFromForm(watchPay) },
    ],
    tickers: [askAboutStale],
    pages: [treePage],
    home,
  }
}
