import type { Both } from '../kernel/locale.ts'
import { before } from './figures.ts'
import { signedEn, signedZh } from './texts.ts'

/** What a coefficient multiplies by; all pieces are shown already. */
interface Multiplying {
  goal: string
  from: string | undefined
  to: string | undefined
  missing: 'one' | 'zero'
}

/** How far it is to the next tier on a metric, and what that is worth. */
interface GapInMetric {
  metric: string
  gap: string
  tier: string
  after: string
  more: string
}

const en = {
  metricBasis: (metric: string, pay: 'signed' | 'collected') =>
    `by the check-in goal “${metric}”, paid ${pay === 'signed' ? 'on what is signed' : 'as the money comes in: each collection at the rate of the period its deal was signed in'}`,
  ramp: (shares: readonly string[]) =>
    `newcomers’ target: ${shares.map((share, index) => `${share} in month ${index + 1}`).join(', ')}, whole after that`,
  prorated: 'who joins or leaves within a period has the target by calendar days',
  blended:
    'where the plan changes within a period, attainment is measured over all of it, and each stretch pays its share of the credit',
  coefficient: ({ goal, from, to, missing }: Multiplying) =>
    `all of it × the attainment of the goal “${goal}”${from ? `, at least ${from}` : ''}${to ? `, at most ${to}` : ''}; without that goal, or a check-in, × ${missing === 'one' ? '1' : '0'}`,
  workedOnCredit: (credit: string) => `What it pays on ${credit} signed:`,
  coefficientRow: (goal: string, reached: string, factor: string) =>
    `Goal “${goal}” at ${reached}: all of it × ${factor}`,
  coefficientMissing: {
    goal: (goal: string, factor: string) => `There is no goal “${goal}” in this period: × ${factor}`,
    'check-in': (goal: string, factor: string) => `Nothing is checked in for “${goal}” yet: × ${factor}`,
  },
  stretch: (from: string, to: string) => `${from} to ${to}`,
  inStretch: (stretch: string, label: string) => `${stretch}: ${label}`,
  weighted: (label: string, weight: string) => `${label} (× ${weight} of the credit)`,
  stretchesTitle: {
    separate: 'The plan changed within the period; each stretch is worked out by itself:',
    blended: 'The plan changed within the period; attainment is measured over all of it:',
  },
  stretchLine: (stretch: string, name: string, version: number, share: string) =>
    `${stretch}: plan “${name}”, version ${version}, ${share} of the target`,
  lowered: (whole: string, share: string) => ` (${share} of ${whole})`,
  joined: (on: string) => `Joined on ${on}.`,
  lastDay: (on: string) => `Last day ${on}.`,
  joinedUnknown: 'The joining date is not recorded, so the target counts in full.',
  gapInMetric: ({ metric, gap, tier, after, more }: GapInMetric) =>
    `${gap} more of “${metric}” to ${tier}: ${after}, that is ${signedEn(more)}.`,
  ofMetric: (metric: string) => ` “${metric}”`,
  noMetric: (whose: string | undefined, period: string, metric: string) =>
    `${whose ? `${whose} has` : 'You have'} no goal “${metric}” for ${period} yet, so nothing is calculated.`,
  noMetricWayOut: (metric: string, period: string) =>
    `A goal is set like this: /goal add @name ${period} ${metric} 40`,
}

const zh: typeof en = {
  metricBasis: (metric, pay) =>
    `按目标「${metric}」的打卡定档，${pay === 'signed' ? '按签约额发' : '回款才发：每笔回款按签约那一期的比例发'}`,
  ramp: (shares) =>
    `新人目标：${shares.map((share, index) => `入职第 ${index + 1} 个月 ${share}`).join('，')}，之后全额`,
  prorated: '期中入职或离职，目标按在职的天数折算',
  blended: '期中换方案，达成按整期算，每一段按自己占的计入金额发',
  coefficient: ({ goal, from, to, missing }) =>
    `合计再乘以目标「${goal}」的达成${from ? `，最低 ${from}` : ''}${to ? `，最高 ${to}` : ''}；没有这个目标或还没打卡，乘以 ${missing === 'one' ? '1' : '0'}`,
  workedOnCredit: (credit) => `签约 ${before(credit)}时这样发：`,
  coefficientRow: (goal, reached, factor) => `目标「${goal}」达成 ${reached}，合计 × ${factor}`,
  coefficientMissing: {
    goal: (goal, factor) => `这一期没有目标「${goal}」，× ${factor}`,
    'check-in': (goal, factor) => `目标「${goal}」还没打卡，× ${factor}`,
  },
  stretch: (from, to) => `${from} 到 ${to}`,
  inStretch: (stretch, label) => `${stretch}：${label}`,
  weighted: (label, weight) => `${label}（占计入金额的 ${weight}）`,
  stretchesTitle: {
    separate: '这一期换过方案，每一段单独算：',
    blended: '这一期换过方案，达成按整期算：',
  },
  stretchLine: (stretch, name, version, share) =>
    `${stretch}：方案「${name}」第 ${version} 版，目标的 ${share}`,
  lowered: (whole, share) => `（${before(whole)}的 ${share}）`,
  joined: (on) => `${on} 入职。`,
  lastDay: (on) => `最后一天 ${on}。`,
  joinedUnknown: '入职日期还没登记，目标按全额算。',
  gapInMetric: ({ metric, gap, tier, after, more }) =>
    `「${metric}」还差 ${before(gap)}到 ${tier}，变成 ${after}，${signedZh(more)}。`,
  ofMetric: (metric) => `「${metric}」`,
  noMetric: (whose, period, metric) => `${whose ?? '你'} ${period}还没有目标「${metric}」，提成先不算。`,
  noMetricWayOut: (metric, period) => `定目标可以这样写：目标 新增 @姓名 ${period} ${metric} 40`,
}

/** Newcomers, parts of periods, coefficients and metrics in words. */
export const stretchTexts: Both<typeof en> = { en, 'zh-CN': zh }
