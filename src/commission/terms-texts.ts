import type { Both } from '../kernel/locale.ts'
import { before } from './figures.ts'
import type { PlanPeriod } from './plan.ts'
import type { Clawback, TrueUp } from './terms.ts'

const en = {
  draw: (period: PlanPeriod, amount: string, months: number | undefined) =>
    `draw: a ${period} pays at least ${amount}${months === undefined ? '' : `, for the first ${months} months on the plan`}`,
  drawRecoverable:
    'what the draw pays above the earnings is owed, and recovered from later pay above the draw; what is still owed on leaving is written off',
  drawKept: 'what the draw pays above the earnings is not owed',
  advance: (period: PlanPeriod, share: string, span: TrueUp) =>
    `advance: a ${period} pays ${share} of what it has earned by itself; with the last ${period} of the ${span}, the whole ${span} is worked out anew and paid, less the advances`,
  deferredUntilYearEnd: (share: string) =>
    `${share} of the pay is held back, and released at the end of the fiscal year`,
  deferredForMonths: (share: string, months: number) =>
    `${share} of the pay is held back, and released ${months} ${months === 1 ? 'month' : 'months'} after the period`,
  negative: {
    carried: 'a result below zero pays nothing and lowers the next pay',
    deducted: 'a result below zero is deducted',
    forgiven: 'a result below zero pays nothing, and is forgotten',
  },
  clawback: {
    're-rate': 'a refund changes the period of the signing, which is worked out anew',
    original:
      'a refund of a deal from an earlier period takes back what the deal had paid, at the rate of the period of its signing',
    current:
      'a refund of a deal from an earlier period takes back at the rate of the period of the refund, and never more than the deal had paid',
  } satisfies Record<Clawback['rate'], string>,
  attainment: {
    lowers: 'it lowers the attainment as well',
    keeps: 'it leaves the attainment as it is',
  } satisfies Record<Clawback['attainment'], string>,
  collectionsAfterLeaving: {
    pay: 'what customers pay after somebody has left still counts for them',
    forfeit: 'what customers pay after somebody has left no longer counts for them',
  },
  collectionsWithin: (days: number) =>
    `what customers pay within ${days} ${days === 1 ? 'day' : 'days'} after somebody has left still counts for them`,
  deferredOnLeaving: {
    release: 'who leaves gets what is held back with the pay of that period',
    forfeit: 'who leaves forfeits what is held back',
  },
  tableIsEarned: 'The table shows what is earned; the terms above say what of it is paid when.',
  row: (label: string, amount: string) => `${label}: ${amount}`,
  earnedRow: 'Earned',
  paidRow: 'Paid',
  advanceRow: (share: string) => `Not in the advance of ${share}: settled with the true-up`,
  trueUpRow: (from: string, to: string, earned: string, advanced: string) =>
    `True-up, ${from === to ? from : `${from} to ${to}`} (${earned} earned together, ${advanced} paid before)`,
  advanceRestRow: (from: string) => `Not advanced since ${from}`,
  heldBackRow: (on: string) => `Held back until ${on}`,
  releasedRow: (period: string) => `Released: held back in ${period}`,
  forfeitedRow: (period: string, amount: string) => `Held back in ${period}, forfeited on leaving: ${amount}`,
  drawnRow: (owed: string | undefined) =>
    `Filled up to the draw${owed === undefined ? '' : ` (owed now: ${owed})`}`,
  recoveredRow: (owed: string) => `Recovered of the draw (still owed: ${owed})`,
  writtenOffRow: (amount: string) => `Owed of the draw, written off on leaving: ${amount}`,
  broughtForwardRow: 'Carried over from before',
  carriedForwardRow: 'Below zero, carried over to the next pay',
  forgivenRow: 'Below zero, forgiven',
  clawbackRow: (deal: string, signedIn: string, refunded: string) =>
    `Taken back for ${deal} of ${signedIn}, ${refunded} refunded`,
  owed: (amount: string) => `Owed of the draw: ${amount}; it comes off what you earn above the draw.`,
  heldSoFar: (amount: string, on: string) => `Held back so far: ${amount}; the next part is paid on ${on}.`,
  carried: (amount: string) => `Still to come off later pay: ${amount}.`,
  notAdvanced: (amount: string) => `Earned and not advanced yet: ${amount}; it is settled with the true-up.`,
}

const EVERY_ZH: Record<PlanPeriod, string> = { month: '每月', quarter: '每季度', year: '每年' }
const LAST_ZH: Record<PlanPeriod, string> = { month: '最后一个月', quarter: '最后一季', year: '最后一年' }
const SPAN_ZH: Record<TrueUp, string> = { quarter: '整季', year: '全年' }

const zh: typeof en = {
  draw: (period, amount, months) =>
    `保底预支：${months === undefined ? '' : `进方案后的前 ${months} 个月，`}${EVERY_ZH[period]}至少发 ${amount}`,
  drawRecoverable: '预支超过提成的部分先欠着，以后从高出保底的提成里扣回；离职时还欠的一笔勾销',
  drawKept: '预支超过提成的部分不用还',
  advance: (period, share, span) =>
    `预发：${EVERY_ZH[period]}先发自己那一期提成的 ${share}；到${span === 'quarter' ? '季度' : '年度'}的${LAST_ZH[period]}，${SPAN_ZH[span]}重新算一遍，减去预发的再发`,
  deferredUntilYearEnd: (share) => `提成留 ${share} 暂缓发放，财年末补发`,
  deferredForMonths: (share, months) => `提成留 ${share} 暂缓发放，当期结束 ${months} 个月后补发`,
  negative: {
    carried: '算出来是负数，这一期不发，差额从以后的提成里扣',
    deducted: '算出来是负数，就按负数扣',
    forgiven: '算出来是负数，这一期不发，差额不再追',
  },
  clawback: {
    're-rate': '退款改签约那一期，那一期重新算',
    original: '退以前签的单，按签约那一期的实际比例扣回这单发过的提成',
    current: '退以前签的单，按退款这一期的实际比例扣回，不会超过这单发过的提成',
  },
  attainment: { lowers: '达成也跟着降', keeps: '达成不受影响' },
  collectionsAfterLeaving: {
    pay: '离职以后到的回款照样算',
    forfeit: '离职以后到的回款不再算',
  },
  collectionsWithin: (days) => `离职后 ${days} 天内到的回款照样算`,
  deferredOnLeaving: {
    release: '离职时，暂缓的提成和当期一起发',
    forfeit: '离职时，暂缓的提成不再发',
  },
  tableIsEarned: '表里是算出来的提成；哪天发多少，看上面的约定。',
  row: (label, amount) => `${label}：${amount}`,
  earnedRow: '应得',
  paidRow: '实发',
  advanceRow: (share) => `预发 ${share}，其余到结算时算`,
  trueUpRow: (from, to, earned, advanced) =>
    `结算 ${from === to ? from : `${from}到 ${to}`}（合起来算 ${earned}，已发 ${advanced}）`,
  advanceRestRow: (from) => `${from}起还没发的部分`,
  heldBackRow: (on) => `暂缓发放，${on} 补发`,
  releasedRow: (period) => `补发 ${period}暂缓的`,
  forfeitedRow: (period, amount) => `${period}暂缓的 ${amount}，离职不再发`,
  drawnRow: (owed) => (owed === undefined ? '预支补到保底' : `预支补到保底（现在欠 ${owed}）`),
  recoveredRow: (owed) => `扣回预支（还欠 ${owed}）`,
  writtenOffRow: (amount) => `预支还欠 ${amount}，离职一笔勾销`,
  broughtForwardRow: '扣以前结转的',
  carriedForwardRow: '不足的结转到以后扣',
  forgivenRow: '不足的不再追',
  clawbackRow: (deal, signedIn, refunded) => `${deal} 退款 ${refunded}（${signedIn}签约），扣回提成`,
  owed: (amount) => `预支还欠 ${amount}，以后从高出保底的提成里扣。`,
  heldSoFar: (amount, on) => `暂缓发放的一共 ${amount}，最近一笔 ${on} 补发。`,
  carried: (amount) => `还有 ${before(amount)}要从以后的提成里扣。`,
  notAdvanced: (amount) => `算出来还没预发的有 ${amount}，到结算时一起算。`,
}

/** A plan's terms of payment in words. */
export const termsTexts: Both<typeof en> = { en, 'zh-CN': zh }
