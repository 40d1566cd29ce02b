import type { Both } from '../kernel/locale.ts'
import { before } from './figures.ts'

/** A sentence's pieces, shown already: money, percentages, periods and names are text here. */
interface Earning {
  /** Whose it is, where that is not the reader. */
  whose: string | undefined
  period: string
  attainment: string
  pay: string
  /** The tier that has not been reached and below which nothing is paid. */
  below: string | undefined
}

interface Gap {
  whose: string | undefined
  gap: string
  tier: string
  after: string
  more: string
  /** What brings it about: signing, collecting, or signing once the money has come in. */
  by: 'signing' | 'collecting' | 'once collected'
}

interface Stated {
  period: string
  revision: number
  pay: string
  /** The plan's version, where there was a plan. */
  version: number | undefined
}

const en = {
  betweenSentences: ' ',
  commandSummary: 'Your commission so far, and what the next tier is worth',
  explainSummary: 'How it adds up, line by line',
  whatIfSummary: 'What it would be with more deals',
  explain: 'How',
  whatIf: 'What if',
  remind: 'Remind',
  mine: 'My commission',
  more: (count: number) => `${count} more`,

  earning: ({ whose, period, attainment, pay, below }: Earning) =>
    `${whose ? `${whose}: ` : ''}${period} ${attainment}, ${below ? `below the ${below} line: ` : ''}${pay} so far (pre-tax).`,
  earningWithoutTarget: ({
    whose,
    period,
    signed,
    pay,
  }: {
    whose: string | undefined
    period: string
    signed: string
    pay: string
  }) => `${whose ? `${whose}: ` : ''}${period} ${signed} signed, ${pay} so far (pre-tax).`,
  gap: ({ whose, gap, tier, after, more, by }: Gap) =>
    `${gap} more ${by === 'collecting' ? 'collected ' : ''}takes ${whose ? 'them' : 'you'} past ${tier}: ${after}, that is ${signedEn(more)}${by === 'once collected' ? ', as the money comes in' : ''}.`,
  top: (each: string, more: string, by: Gap['by']) =>
    `That is the top tier: each further ${each} ${by === 'collecting' ? 'collected ' : ''}adds ${more}${by === 'once collected' ? ', as the money comes in' : ''}.`,
  expected: (uncollected: string, pay: string | undefined) =>
    `${uncollected} signed in this period has not come in yet${pay === undefined ? '' : `; at today’s rate it pays ${pay}`}.`,
  capped: 'That is the most that this plan pays.',
  barLabel: (period: string, target: string) => `${period}, target ${target}`,
  bases: { margin: 'margin', 'ex-vat': 'amount without tax' },
  lacking: (figure: string, count: number, deals: string, one: number) =>
    `${count} ${count === 1 ? 'deal has' : 'deals have'} no ${figure} yet and ${count === 1 ? 'counts' : 'count'} nothing: ${deals}. Say it: /deal amend D-${one} ${figure === 'margin' ? 'margin' : 'ex-vat'}=30k`,
  provisional: (pay: string, unconfirmed: string) =>
    `${pay} of it is provisional: ${unconfirmed} signed waits for a manager’s confirmation.`,
  unconfirmed: (unconfirmed: string) => `${unconfirmed} signed waits for a manager’s confirmation.`,
  latest: ({
    number,
    customer,
    date,
    credit,
  }: {
    number: number
    customer: string
    date: string
    credit: string
  }) => `Latest: D-${number} ${customer}, ${date}, counts ${credit}.`,
  lately: 'Lately (pre-tax)',
  latelyOnceClosed: '“–” is worked out deal by deal: the figure stands here once the period is closed.',

  noTarget: ({
    whose,
    period,
    manager,
  }: {
    whose: string | undefined
    period: string
    manager: string | undefined
  }) =>
    `${whose ? `${whose} has` : 'You have'} no target for ${period} yet, so nothing is calculated.${manager && !whose ? ` Remind ${manager}?` : ''}`,
  noTargetWayOut: 'A target is set like this: /goal add @name 2026-11 signed 100k',
  noPlan:
    'There is no commission plan yet, so nothing is calculated. An admin can set one with /drumbeat setup',
  reminded: (manager: string) => `Done: ${manager} has a message about it.`,
  remindedToday: (manager: string) => `${manager} has been reminded today. Tomorrow I can do it again.`,
  notReached: (manager: string) =>
    `I cannot write to ${manager} yet: they have not used me here. Please tell them yourself.`,
  nobodyToRemind: 'There is no manager to remind yet. An admin can name one with /drumbeat setup',
  targetThere: 'The target has been set in the meantime: /commission',
  reminder: ({ who, period, named }: { who: string; period: string; named: string }) =>
    `${who} has no target for ${named} yet, so no commission can be calculated. Set one: /goal add @${who} ${period} signed 100k`,

  notYours: (who: string) =>
    `Only ${who}, their manager, finance and admins see that. Yours is here: /commission`,
  unknownWord: ({ understood, word, near }: { understood: string; word: string; near: string | undefined }) =>
    `${understood === '' ? '' : `I understood ${understood}, but `}I could not read “${word}”.${near ? ` Did you mean /commission ${near}?` : ''} Try: /commission 2026-10, /commission last month, /commission @Li Lei`,
  tooShort: (period: string, whole: string) =>
    `Commission is worked out by ${whole}, so there is no figure for ${period} alone. Try: /commission this ${whole}`,
  kinds: { month: 'month', quarter: 'quarter', year: 'year' },
  longTitle: ({ whose, period, pay }: { whose: string | undefined; period: string; pay: string }) =>
    `${whose ? `${whose}: ` : ''}${period} ${pay} so far (pre-tax).`,
  periodColumn: 'Period',
  signedColumn: 'Signed',
  attainmentColumn: 'Attainment',
  payColumn: 'Commission (pre-tax)',
  notCalculated: 'no target',

  explainTitle: ({ whose, period, pay }: { whose: string | undefined; period: string; pay: string }) =>
    `${whose ? `${whose}: ` : ''}${period} comes to ${pay} (pre-tax). This is how:`,
  planLine: (version: number, from: string, rate: string) =>
    `Plan: version ${version}, from ${from}, rate ${rate}`,
  stated: ({ period, revision, pay, version }: Stated) =>
    `${period} is closed: statement ${revision} says ${pay}${version === undefined ? '' : `, by version ${version} of the plan`}.`,
  targetLine: (target: string) => `Target: ${target}`,
  targetFrom: ({ goal, by, on }: { goal: number; by: string | undefined; on: string }) =>
    ` (goal G-${goal}, set ${by ? `by ${by} ` : ''}on ${on})`,
  attainmentLine: (signed: string, target: string, attainment: string) =>
    `Attainment: ${signed} ÷ ${target} = ${attainment}`,
  creditsTitle: (count: number, sum: string) => `${count} ${count === 1 ? 'deal' : 'deals'}, credit ${sum}`,
  noCredits: 'No deal counts in this period yet.',
  dealColumns: {
    number: 'Deal',
    customer: 'Customer',
    signed: 'Signed',
    amount: 'Amount',
    share: 'Share',
    credit: 'Credit',
  },
  waiting: 'to be confirmed',
  nothingCameIn: 'Nothing has come in yet, so nothing is paid.',
  collectedTitle: (sum: string) => `What came in: ${sum}`,
  collectedColumns: { number: 'Deal', customer: 'Customer', on: 'On', amount: 'Amount', rate: 'Rate' },
  otherCollections: (count: number) => `${count} earlier ones`,
  earlier: (count: number) => `${count} on other pages`,
  tierColumns: { slice: 'Slice of credit', credit: 'Credit', rate: 'Rate', commission: 'Commission' },
  nothingUnlocked: (lowest: string) => `Below ${lowest} nothing is paid, so there is no line here.`,
  sum: 'Total',
  rounding: (exact: string, total: string) =>
    `Rounded once, on the total, half away from zero: ${exact} → ${total}. The lines share the difference by largest remainder.`,
  noRounding: 'Nothing to round.',
  confirmedOnly: ({ signed, pay, rest }: { signed: string; pay: string; rest: string }) =>
    `On the confirmed ${signed} alone it is ${pay}; the other ${rest} is provisional.`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  nextPage: 'More deals',
  everyDeal: 'Each deal',
  backToAll: 'All of it',
  eachTitle: ({ whose, period }: { whose: string | undefined; period: string }) =>
    `${whose ? `${whose}: ` : ''}${period}, deal by deal (pre-tax)`,
  eachRate: (pay: string, credit: string, rate: string) =>
    `All that was earned by rate, divided by the credit: ${pay} ÷ ${credit} ${equals(rate)}. Every deal earns that on its own credit.`,
  eachOwnRate:
    'Every deal earns its own rate, raised by the tiers as the credit as a whole is; the rate shown is what comes out of it.',
  eachLater: 'This plan pays as the money comes in: this is what each deal pays once all of it has come in.',
  ownRate: (rate: string) => `own rate ${rate}`,
  eachSum: (page: string, all: string) =>
    `This page ${page}, all deals ${all}. Bonuses and what a cap of the period takes off are no single deal’s, and stand in the calculation as a whole.`,
  notByDeal:
    'What was earned cannot be divided among these deals: other periods or other people have a part in it. The calculation as a whole: /commission explain',
  dealKind: { new: 'new customer', repeat: 'repeat customer' },

  teamSummary: 'Your people’s commission so far',
  teamTitle: (name: string, period: string) => `${name}: commission, ${period} (pre-tax)`,
  teamColumns: { person: 'Name', attainment: 'Attainment', pay: 'Commission', provisional: 'Provisional' },
  teamNothing: { 'no plan': 'no plan', 'no target': 'no target' },
  teamEmpty:
    'Nobody here has signed anything or has a target yet. Set one: /goal add @name 2026-11 signed 100k',
  teamHidden: (count: number) => `${count} more, who get less, are in the sum only.`,
  teamUnread: (words: string) =>
    `I could not read “${words}”. Try: /commission team 2026-10, or a team’s name at the end`,
  notYourTeam: (team: string) =>
    `Only the managers of ${team}, finance and admins see that. Your own teams: /commission team`,

  whatIfTitle: ({ pay, after, more }: { pay: string; after: string; more: string }) =>
    `${pay} → ${after}, that is ${signedEn(more)} (pre-tax).`,
  now: 'Now',
  with: (amount: string, kind: string[]) => `+ ${amount}${kind.length > 0 ? ` (${kind.join(', ')})` : ''}`,
  whatIfCustomer: { new: 'new customer', repeat: 'repeat customer' },
  whatIfKinds:
    'The plan has rates for kinds of deals; of a deal of which nothing is said, the general one counts. Say more: /commission whatif 50k product=CRM new',
  whatIfComesIn:
    'On this plan what comes in counts: this is with the money of these deals in, in this period.',
  whatIfCollected: (now: string, after: string, more: string) =>
    `This plan pays as the money comes in. Once all of it is in: ${now} → ${after}, that is ${signedEn(more)} (pre-tax).`,
  whatIfSplit: (split: string) =>
    `I could not read the split “${split}”, so nothing is worked out. Your own share first: /commission whatif 50k split=60/40, or: split=@Han Meimei:40`,
  whatIfSplitSum: (sum: string) =>
    `The shares come to ${sum}, and 100% has to be shared, with a part for you. Try: /commission whatif 50k split=60/40`,
  whatIfUnknown: (key: string, known: string[]) =>
    `I do not know “${key}=” here. What can be said of a deal: ${known.join(', ')}, new, repeat. Try: /commission whatif 50k split=60/40`,
  whatIfUnread: (word: string) =>
    `I could not read the amount “${word}”, so nothing is worked out. Try: /commission whatif 50k 30k`,
  whatIfOwn: 'I only try it on your own commission. Try: /commission whatif 50k 30k',
  whatIfEmpty: 'Which amounts? Try: /commission whatif 50k 30k',
  whatIfTooMany: (most: number) =>
    `That is more than ${most} deals at once. Try a few: /commission whatif 50k 30k`,
  whatIfCurrency: (word: string, currency: string) =>
    `“${word}” is in another currency. Commission is worked out in ${currency}: put the amount in ${currency}.`,
  whatIfForm: {
    title: 'What if …',
    submit: 'Work it out',
    amounts: 'Deals I might sign',
    amountsHint: 'One amount or several, such as 50k 30k',
    split: 'My share in percent',
    splitHint: 'Such as 60, or 60/40 with my own first; empty: all of it',
    product: 'Product',
    channel: 'Channel',
    customer: 'Customer',
    newCustomer: 'new',
    repeatCustomer: 'repeat',
  },
  nothingStored: 'Only a calculation: nothing is stored.',
}

const zh: typeof en = {
  betweenSentences: '',
  commandSummary: '提成暂计多少，到下一档还差多少、值多少',
  explainSummary: '一行一行看提成怎么算的',
  whatIfSummary: '再签几单会变成多少',
  explain: '算法',
  whatIf: '试算',
  remind: '提醒',
  mine: '我的提成',
  more: (count) => `还有 ${count} 个`,

  earning: ({ whose, period, attainment, pay, below }) =>
    `${whose ? `${whose} ` : ''}${period}达成 ${attainment}，${below ? `还没到 ${below} 线，` : ''}提成暂计 ${pay}（税前）。`,
  earningWithoutTarget: ({ whose, period, signed, pay }) =>
    `${whose ? `${whose} ` : ''}${period}签约 ${signed}，提成暂计 ${pay}（税前）。`,
  gap: ({ gap, tier, after, more, by }) =>
    `再${by === 'collecting' ? '回款' : '签'} ${before(gap)}过 ${tier}，${by === 'once collected' ? '全部回款后' : ''}变成 ${after}，${signedZh(more)}。`,
  top: (each, more, by) =>
    `已经在最高一档，之后每${by === 'collecting' ? '回款' : '签'} ${before(each)}${by === 'once collected' ? '，回款后' : ''}再多 ${more}。`,
  expected: (uncollected, pay) =>
    `这段时间签约还有 ${before(uncollected)}没有回款${pay === undefined ? '' : `，按现在的档回款后再发 ${pay}`}。`,
  capped: '已经封顶，再签也不再加。',
  barLabel: (period, target) => `${period}，目标 ${target}`,
  bases: { margin: '毛利', 'ex-vat': '未税金额' },
  lacking: (figure, count, deals, one) =>
    `有 ${count} 单还没填${figure}，先不计：${deals}。补上就行：签单 改单 D-${one} ${figure}=3万`,
  provisional: (pay, unconfirmed) => `其中 ${before(pay)}还是暂计：有 ${before(unconfirmed)}签约等主管确认。`,
  unconfirmed: (unconfirmed) => `有 ${before(unconfirmed)}签约等主管确认。`,
  latest: ({ number, customer, date, credit }) =>
    `最近一单：D-${number} ${customer}，${date}，计 ${credit}。`,
  lately: '近几期提成（税前）',
  latelyOnceClosed: '「–」要一单一单地算，关账以后这里就有数。',

  noTarget: ({ whose, period, manager }) =>
    `${whose ?? '你'} ${period}还没有目标，提成先不算。${manager && !whose ? `要提醒${manager}吗？` : ''}`,
  noTargetWayOut: '定目标可以这样写：目标 新增 @姓名 2026-11 签约 10万',
  noPlan: '还没有提成方案，提成先不算。管理员可以定一个：战鼓 设置团队',
  reminded: (manager) => `好，已经私下告诉${manager}了。`,
  remindedToday: (manager) => `今天已经提醒过${manager}，明天可以再提醒。`,
  notReached: (manager) => `${manager}还没有用过战鼓，我写不到 TA 那里。请当面说一声。`,
  nobodyToRemind: '还没有可以提醒的主管。管理员可以定一位：战鼓 设置团队',
  targetThere: '目标已经有了，再看一次：提成',
  reminder: ({ who, period, named }) =>
    `${who} ${named}还没有目标，提成没法算。定一个：目标 新增 @${who} ${period} 签约 10万`,

  notYours: (who) => `${who}的提成只有本人、主管、财务和管理员能看。你的在这里：提成`,
  unknownWord: ({ understood, word, near }) =>
    `${understood === '' ? '' : `看懂了 ${understood}，但`}「${word}」没读懂。${near ? `是不是想写：提成 ${near}？` : ''}可以写成：提成 2026-10，提成 上月，提成 @李雷`,
  tooShort: (period, whole) =>
    `提成按${whole}算，没有 ${period}单独的数。可以写成：提成 本${whole === '季度' ? '季' : whole}`,
  kinds: { month: '月', quarter: '季度', year: '年' },
  longTitle: ({ whose, period, pay }) => `${whose ? `${whose} ` : ''}${period}提成暂计 ${pay}（税前）。`,
  periodColumn: '时间',
  signedColumn: '签约',
  attainmentColumn: '达成',
  payColumn: '提成（税前）',
  notCalculated: '没有目标',

  explainTitle: ({ whose, period, pay }) =>
    `${whose ? `${whose} ` : ''}${period}提成 ${pay}（税前），是这样算的：`,
  planLine: (version, from, rate) => `方案：第 ${version} 版，${from} 起，比例 ${rate}`,
  stated: ({ period, revision, pay, version }) =>
    `${period}已关账：对账单第 ${revision} 版 ${pay}${version === undefined ? '' : `，按方案第 ${version} 版算`}。`,
  targetLine: (target) => `目标：${target}`,
  targetFrom: ({ goal, by, on }) => `（目标 G-${goal}，${by ? `${by} ` : ''}${on} 定）`,
  attainmentLine: (signed, target, attainment) => `达成：${signed} ÷ ${target} = ${attainment}`,
  creditsTitle: (count, sum) => `${count} 单，计 ${sum}`,
  noCredits: '这段时间还没有计入的单。',
  dealColumns: {
    number: '单号',
    customer: '客户',
    signed: '签约日期',
    amount: '金额',
    share: '分成',
    credit: '计入',
  },
  waiting: '待确认',
  nothingCameIn: '还没有回款，先不发。',
  collectedTitle: (sum) => `回款 ${sum}`,
  collectedColumns: { number: '单号', customer: '客户', on: '日期', amount: '金额', rate: '比例' },
  otherCollections: (count) => `更早的 ${count} 笔`,
  earlier: (count) => `其他页的 ${count} 单`,
  tierColumns: { slice: '计入的部分', credit: '金额', rate: '比例', commission: '提成' },
  nothingUnlocked: (lowest) => `没到 ${lowest}，这里没有能算的部分。`,
  sum: '合计',
  rounding: (exact, total) => `只在合计上四舍五入一次：${exact} → ${total}，差额按最大余数分到各行。`,
  noRounding: '没有零头，不用取整。',
  confirmedOnly: ({ signed, pay, rest }) => `只算已确认的 ${signed}是 ${pay}，其余 ${before(rest)}等确认。`,
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  nextPage: '更多单',
  everyDeal: '每一单',
  backToAll: '整个算法',
  eachTitle: ({ whose, period }) => `${whose ? `${whose} ` : ''}${period}每一单的提成（税前）`,
  eachRate: (pay, credit, rate) =>
    `按比例算出来的，除以计入的：${pay} ÷ ${credit} ${equals(rate)}。每一单都按这个比例，乘自己计入的金额。`,
  eachOwnRate: '每一单先按自己的比例，再跟整体一起过各档；写出来的是最后的比例。',
  eachLater: '这个方案回款才发：这里是每一单全部回款后发多少。',
  ownRate: (rate) => `自己的比例 ${rate}`,
  eachSum: (page, all) => `这一页 ${page}，全部 ${all}。奖励和封顶不属于哪一单，在整个算法里看。`,
  notByDeal: '这一期的提成还和别的时间或别的人有关，分不到每一单。整个算法：提成 算法',
  dealKind: { new: '新客', repeat: '老客' },

  teamSummary: '看团队每个人的提成',
  teamTitle: (name, period) => `${name} ${period}提成（税前）`,
  teamColumns: { person: '姓名', attainment: '达成', pay: '提成', provisional: '其中暂计' },
  teamNothing: { 'no plan': '没有方案', 'no target': '没有目标' },
  teamEmpty: '这里还没有人签单，也没有定目标。定目标可以这样写：目标 新增 @姓名 2026-11 签约 10万',
  teamHidden: (count) => `还有 ${count} 人，提成更少，只算在合计里。`,
  teamUnread: (words) => `「${words}」没读懂。可以写成：提成 团队 2026-10，最后也可以加团队名`,
  notYourTeam: (team) => `${team}的提成只有这个团队的主管、财务和管理员能看。你自己的团队：提成 团队`,

  whatIfTitle: ({ pay, after, more }) => `${pay} → ${after}，${signedZh(more)}（税前）。`,
  now: '现在',
  with: (amount, kind) => `再签 ${amount}${kind.length > 0 ? `（${kind.join('，')}）` : ''}`,
  whatIfCustomer: { new: '新客', repeat: '老客' },
  whatIfKinds: '这个方案不同的单比例不同，没说的单按一般的比例算。可以写清楚：提成 试算 5万 产品=CRM 新客',
  whatIfComesIn: '这个方案看回款：这里按这几单的钱当期都回来算。',
  whatIfCollected: (now, after, more) =>
    `这个方案回款才发。全部回款后：${now} → ${after}，${signedZh(more)}（税前）。`,
  whatIfSplit: (split) =>
    `分单「${split}」没读懂，还没算。自己的份额写在前面：提成 试算 5万 分单=60/40，也可以写：分单=@韩梅梅:40`,
  whatIfSplitSum: (sum) =>
    `分单加起来是 ${sum}，要正好 100%，并且有自己的一份。可以写成：提成 试算 5万 分单=60/40`,
  whatIfUnknown: (key, known) =>
    `「${key}=」在这里用不上。可以说的有：${known.join('、')}、新客、老客。可以写成：提成 试算 5万 分单=60/40`,
  whatIfUnread: (word) => `金额「${word}」没读懂，还没算。可以写成：提成 试算 5万 3万`,
  whatIfOwn: '试算只算自己的提成，不用写名字。可以写成：提成 试算 5万 3万',
  whatIfEmpty: '想试算多少？可以写成：提成 试算 5万 3万',
  whatIfTooMany: (most) => `一次最多试算 ${most} 单。可以写成：提成 试算 5万 3万`,
  whatIfCurrency: (word, currency) =>
    `「${word}」是别的币种，提成按 ${currency} 算，请换成 ${currency} 再试。`,
  whatIfForm: {
    title: '试算',
    submit: '算一下',
    amounts: '可能签下的单',
    amountsHint: '一个或几个金额，比如 5万 3万',
    split: '我的份额（%）',
    splitHint: '比如 60，或者 60/40，自己的在前；不填就是全部',
    product: '产品',
    channel: '渠道',
    customer: '客户',
    newCustomer: '新客',
    repeatCustomer: '老客',
  },
  nothingStored: '只是试算，什么都没有记。',
}

const equals = (rate: string) => (rate.startsWith('≈') ? `≈ ${rate.slice(1)}` : `= ${rate}`)
/** How much more, or less, something pays. */
export const signedEn = (more: string) => (more.startsWith('-') ? more : `+${more}`)
export const signedZh = (more: string) => (more.startsWith('-') ? `少 ${more.slice(1)}` : `多 ${more}`)

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
