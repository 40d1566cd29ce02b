import type { Both } from '../kernel/locale.ts'
import { before } from './figures.ts'
import type { PlanPeriod } from './plan.ts'

/** What a draft would have cost; all pieces are shown already. */
interface Cost {
  now: string
  draft: string
  difference: string
  gain: number
  lose: number
  same: number
}

const en = {
  planSummary: 'Your plan in words, and what it pays at which attainment',
  planTitle: (name: string, version: number, from: string) =>
    `Plan “${name}”, version ${version}, from ${from}`,
  builtIn: 'Default ladder',
  planChanged: (name: string, from: string) => `The plan “${name}” is in force from ${from}.`,
  planBasis: (every: string, basis: string) => `Worked out ${every}, ${basis}; pre-tax`,
  basis: {
    'signed signed': 'on what is signed',
    'signed collected':
      'by what is signed, paid as the money comes in: each collection at the rate of the period its deal was signed in',
    'collected signed': 'attained by what comes in, paid on what is signed',
    'collected collected': 'on the money that comes in',
  },
  counted: {
    margin: 'what counts of a deal is its margin',
    'ex-vat': 'what counts of a deal is its amount without tax',
  },
  everyPeriod: { month: 'every month', quarter: 'every quarter', year: 'every year' },
  ownTarget: (amount: string) => `the target is ${amount} for everyone`,
  gateLine: (mark: string) => `below ${mark} nothing at all is paid`,
  rateOfSome: (which: string, rate: string) => `${which}: rate ${rate}`,
  rateOfOthers: (rate: string) => `all other deals: rate ${rate}`,
  ownRate: 'the deal’s own rate',
  ownRateTimes: (factor: string) => `the deal’s own rate × ${factor}`,
  ownRatePlus: (points: string) => `the deal’s own rate + ${points} points`,
  customers: { new: 'new customers', repeat: 'repeat customers' },
  byProduct: (products: string) => `product ${products}`,
  byChannel: (channels: string) => `channel ${channels}`,
  byDiscount: (from: string, to: string) => `discount ${from} to ${to}`,
  signedWithin: (from: string | undefined, to: string | undefined) =>
    `signed${from ? ` from ${from}` : ''}${to ? ` until ${to}` : ''}`,
  anyDeal: 'any deal',
  bonusEach: (name: string, which: string, amount: string) =>
    `bonus “${name}”: ${amount} for each deal (${which}), by share`,
  bonusReach: (name: string, mark: string, amount: string) =>
    `bonus “${name}”: ${amount} on reaching ${mark}`,
  dealCap: (amount: string) => `one deal earns at most ${amount} by rate`,
  periodCap: (period: PlanPeriod, amount: string) => `a ${period} pays at most ${amount}, bonuses included`,
  workedTitle: (target: string, bonuses: boolean) =>
    `What it pays on a target of ${target}${bonuses ? ', before any bonus for single deals' : ''}:`,
  workedColumns: { attainment: 'Attainment', signed: 'Signed', pay: 'Commission (pre-tax)' },
  drop: (mark: string, before: string, after: string) =>
    `Careful: on reaching ${mark} the pay falls from ${before} to ${after}. If that is not meant, let the tier cover less, or pay more.`,
  rateAboveAll: (rate: string) =>
    `Careful: up to ${rate} is paid, more than what is sold. If 5% is meant, write 5%, not 5.`,
  blendedRate: (rate: string) => `The deals’ own rates, weighted by their credit: ${rate}`,
  bonusRow: (name: string, deals: number) =>
    deals > 0 ? `Bonus “${name}”, ${deals} ${deals === 1 ? 'deal' : 'deals'}` : `Bonus “${name}”`,
  dealCapRow: (number: number | undefined) =>
    number === undefined ? 'Above the cap of a deal' : `D-${number} above the cap of a deal`,
  periodCapRow: 'Above the cap of the period',
  collectedRow: (signedIn: string, deals: number, collected: string, rate: string | undefined) =>
    `${collected} came in for ${deals} ${deals === 1 ? 'deal' : 'deals'} signed in ${signedIn}${rate === undefined ? ', which had no target: nothing is calculated' : `, at ${rate}`}`,
  backtestTitle: (draft: string, from: string, to: string) =>
    `What “${draft}” would have cost, ${from === to ? from : `${from} to ${to}`}`,
  backtestSum: ({ now, draft, difference, gain, lose, same }: Cost) =>
    `On the confirmed deals, pre-tax: ${now} by the plans in force, ${draft} by the draft, ${difference} in all. ${gain} would get more, ${lose} less, ${same} the same.`,
  backtestNoTarget: (people: number) =>
    `${people === 1 ? 'One person' : `${people} people`} had no target in some period of the draft, and got nothing calculated there.`,
  backtestColumns: { person: 'Name', now: 'In force', draft: 'Draft', difference: 'Difference' },
  backtestPerson: (name: string, difference: string) => `${name}: ${difference}`,
  notCalculated: 'no target, nothing calculated',
  tierFrom: (unlock: string, part: string, rate: string) => `from ${unlock}: ${part} at ${rate}`,
  tierAlways: (part: string, rate: string) => `${part} at ${rate}`,
  everything: 'everything',
  upTo: (mark: string) => `the part up to ${mark}`,
  above: (mark: string) => `the part above ${mark}`,
  between: (from: string, to: string) => `the part from ${from} to ${to}`,
  multiplied: (rate: string, factor: string, result: string) => `${rate} × ${factor} = ${result}`,
  pointsAdded: (rate: string, points: string, result: string) => `${rate} + ${points} points = ${result}`,
}

const zh: typeof en = {
  planSummary: '用大白话说提成方案，达成多少拿多少',
  planTitle: (name, version, from) => `方案「${name}」第 ${version} 版，${from} 起`,
  builtIn: '默认阶梯',
  planChanged: (name, from) => `方案「${name}」${from} 起生效。`,
  planBasis: (every, basis) => `${every}一算，${basis}，税前`,
  basis: {
    'signed signed': '按签约额',
    'signed collected': '按签约额定档，回款才发：每笔回款按签约那一期的比例发',
    'collected signed': '按回款额定档，按签约额发',
    'collected collected': '按回款额',
  },
  counted: { margin: '一单按毛利计入', 'ex-vat': '一单按未税金额计入' },
  everyPeriod: { month: '每月', quarter: '每季度', year: '每年' },
  ownTarget: (amount) => `所有人的目标都是 ${amount}`,
  gateLine: (mark) => `没到 ${mark}，一分不发`,
  rateOfSome: (which, rate) => `${which}：比例 ${rate}`,
  rateOfOthers: (rate) => `其他单：比例 ${rate}`,
  ownRate: '各单自己的比例',
  ownRateTimes: (factor) => `各单自己的比例 × ${factor}`,
  ownRatePlus: (points) => `各单自己的比例加 ${points} 个百分点`,
  customers: { new: '新客', repeat: '老客' },
  byProduct: (products) => `产品 ${products}`,
  byChannel: (channels) => `渠道 ${channels}`,
  byDiscount: (from, to) => `折扣 ${from} 到 ${to}`,
  signedWithin: (from, to) => `${from ? `${from} 起` : ''}${to ? `到 ${to} ` : ''}签约`,
  anyDeal: '所有单',
  bonusEach: (name, which, amount) => `奖励「${name}」：每单（${which}）${amount}，分单按份额`,
  bonusReach: (name, mark, amount) => `奖励「${name}」：达到 ${mark}，${amount}`,
  dealCap: (amount) => `一单按比例最多算 ${amount}`,
  periodCap: (period, amount) =>
    `${{ month: '一个月', quarter: '一个季度', year: '一年' }[period]}最多发 ${amount}，奖励也在内`,
  workedTitle: (target, bonuses) => `目标 ${before(target)}时这样发${bonuses ? '（不含按单的奖励）' : ''}：`,
  workedColumns: { attainment: '达成', signed: '签约', pay: '提成（税前）' },
  drop: (mark, prior, after) =>
    `注意：到 ${mark} 时，提成反而从 ${before(prior)}降到 ${after}。如果不是本意，让这一档少覆盖一些，或者比例高一些。`,
  rateAboveAll: (rate) => `注意：最高按 ${rate} 发，比签的钱还多。如果是 5%，请写 5%，不要写 5。`,
  blendedRate: (rate) => `各单自己的比例，按计入金额加权：${rate}`,
  bonusRow: (name, deals) => (deals > 0 ? `奖励「${name}」，${deals} 单` : `奖励「${name}」`),
  dealCapRow: (number) => (number === undefined ? '超过单笔上限的部分' : `D-${number} 超过单笔上限的部分`),
  periodCapRow: '超过封顶的部分',
  collectedRow: (signedIn, deals, collected, rate) =>
    `${signedIn}签约的 ${deals} 单回款 ${collected}${rate === undefined ? '，那一期没有目标，先不算' : `，比例 ${rate}`}`,
  backtestTitle: (draft, from, to) => `${from === to ? from : `${from} 到 ${to}`}，如果用「${draft}」`,
  backtestSum: ({ now, draft, difference, gain, lose, same }) =>
    `按已确认的单，税前：现行方案 ${now}，草案 ${draft}，一共 ${difference}。${gain} 人多拿，${lose} 人少拿，${same} 人不变。`,
  backtestNoTarget: (people) => `有 ${people} 人在草案的某一期没有目标，那一期没法算，按 0 计。`,
  backtestColumns: { person: '姓名', now: '现行', draft: '草案', difference: '差额' },
  backtestPerson: (name, difference) => `${name}：${difference}`,
  notCalculated: '没有目标，没有算',
  tierFrom: (unlock, part, rate) => `达到 ${unlock} 起：${part} × ${rate}`,
  tierAlways: (part, rate) => `${part} × ${rate}`,
  everything: '全部签约',
  upTo: (mark) => `${mark} 以内的部分`,
  above: (mark) => `超过 ${mark} 的部分`,
  between: (from, to) => `${from} 到 ${to} 的部分`,
  multiplied: (rate, factor, result) => `${result}（${rate} × ${factor}）`,
  pointsAdded: (rate, points, result) => `${result}（${rate} 加 ${points} 个百分点）`,
}

/** A plan in words, and what drafts would have cost. */
export const planTexts: Both<typeof en> = { en, 'zh-CN': zh }
