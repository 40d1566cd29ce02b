import type { Both } from '../../kernel/locale.ts'
import type { DriverName } from '../read-drivers.ts'
import type { Rate, Vague } from '../read-goal.ts'
import type { Unmeasurable } from '../smart.ts'
import type { Turned } from '../turn-round.ts'

const en = {
  smart: {
    specific: (what: string) => `Specific: it counts “${what}”.`,
    measurable: (value: string) => `Measurable: ${value}.`,
    plausible: (periods: number, average: string) =>
      `Achievable: in line with the ${before(periods)} (${average} on average).`,
    unknown: 'Achievable: there is no history to compare with yet.',
    jump: (periods: number, average: string, best: string) =>
      `Achievable: more than twice the best of the ${before(periods)} (${best}; ${average} on average). Fine if you mean it; what will be different?`,
    drop: (periods: number, average: string, best: string) =>
      `Achievable: less than half of what the ${before(periods)} brought on average (${average}, at best ${best}). Fine if you mean it; is a zero missing?`,
    linked: (parent: string) => `Relevant: it serves ${parent}.`,
    suggested: (parent: string) => `Relevant: it could serve ${parent}.`,
    top: 'Relevant: it is the top of the tree.',
    alone: 'Relevant: there is no goal above it yet.',
    timeBound: (until: string) => `Time-bound: until ${until}.`,
    over: (until: string) => `Time-bound: that was over on ${until}.`,
  },
  missing: {
    metric: 'Specific: it does not say what is counted, such as signed, collected or new customers.',
    several: (count: number) =>
      `Specific: these are ${count} goals in one sentence. Each is followed by itself, so they are saved one by one.`,
    narrow: (words: string) =>
      `Specific: I could not read all of “${words}”. I count signed, collected, deals, new customers and average deal; anything else by number and unit, such as “30 visits”.`,
    vague: (words: string, instead: string) =>
      `Specific: nobody can count “${words}”. Count what it brings: ${instead}.`,
    period: 'Time-bound: it does not say until when: a month, a quarter or a year.',
    milestone: (what: string) =>
      `Specific: “${what}” is done or not done, and says nothing on the way. Count its steps.`,
    half: 'Time-bound: goals are set for months, quarters and years. Half a year is two quarters.',
    week: 'Time-bound: goals are set for months, quarters and years. What is for one week is an item: /improve add',
    owner: (word: string) =>
      `Owner: “${word}” is nobody in particular. One person or one team answers for a goal.`,
  },
  unmeasurable: {
    number: 'Measurable: the number is missing.',
    verb: 'Measurable: that says which way, not how far. A number is missing.',
    range: 'Measurable: two numbers are two goals. The lower one is the line.',
    rate: 'Measurable: that is so much of each. A goal is the whole of the period.',
    unit: 'Measurable: is that a number of deals, or an amount? Write “20 deals” or “20k”.',
    money: 'Measurable: this is counted in money, so the number should be an amount.',
    things: 'Measurable: this counts things, so the number should be a plain one, such as 12.',
    percent: 'Measurable: this is a share, so the number should be a percentage.',
    whole: 'Measurable: the number is finer than this can be counted.',
    currency: 'Measurable: goals are kept in the currency of the workspace.',
    growth: 'Measurable: growth needs the figure that it leads to.',
    baseline: 'Measurable: more than what? I know of no figure to start from. Write it: “from 200 up 30%”.',
    drivers: 'Measurable: drivers are multiplied, not added.',
    falling: 'Measurable: goals count upwards here. Turn it round: count what goes right.',
    zero: 'Measurable: a goal is more than zero, and growth more than there was.',
    huge: 'Measurable: that number is too large.',
  } satisfies Record<Unmeasurable, string>,
  verbAlone: (verb: string) => `Measurable: “${verb}” says which way, not how far. A number is missing.`,
  because: {
    growth: (period: string, from: string, more: string, value: string) =>
      `${period} brought ${from}; ${more} makes ${value}.`,
    given: (from: string, more: string, value: string) => `From ${from}, ${more} makes ${value}.`,
    soFar: (period: string) => `${period} so far`,
    drivers: (product: string, total: string) => `Drivers are multiplied: ${product} makes ${total}.`,
    not: (product: string, total: string, said: string) =>
      `Drivers are multiplied: ${product} makes ${total}, not ${said}.`,
    noBase: 'There is no figure to start from yet, so the amount is yours to fill in.',
    range: 'The lower number is what has to be reached.',
    rate: (each: string, times: number, rate: Rate, whole: string) =>
      `${each} times ${times} ${RATES[rate]} makes ${whole}.`,
    history: (periods: number, average: string, value: string) =>
      `The ${before(periods)} brought ${average} on average; a tenth more is ${value}.`,
    example: 'The number is an example. Put yours in its place.',
  },
  drivers: {
    customers: 'customers',
    deals: 'deals',
    average: 'average deal',
    leads: 'leads',
    conversion: 'conversion',
    frequency: 'repeat orders',
  } satisfies Record<DriverName, string>,
  milestones: (what: string) => `${what} milestones 4`,
  saveAs: (line: string) => `Save “${line}”`,
  retention: 'customer retention rate',
  turned: {
    complaints: ['20 customer thanks', 'same-day resolution rate 95%'],
    time: ['20 wins within 30 days', 'same-day reply rate 90%'],
    cost: ['lead conversion rate 15%', '10 referred customers'],
    churn: ['customer retention rate 95%', '30 renewals'],
    debts: ['collected 80k', 'on-time payment rate 95%'],
  } satisfies Record<Turned, string[]>,
  proxies: {
    brand: [
      'new followers, referred customers, leads that ask by themselves',
      ['2,000 new followers', '5 referred customers', '30 inbound leads'],
    ],
    service: [
      'thanks from customers, answered within an hour, repeat orders',
      ['20 customer thanks', 'same-day reply rate 95%', '10 repeat orders'],
    ],
    teamwork: [
      'deals won together, answers in the retro, colleagues helped',
      ['10 shared wins', 'retro participation rate 90%', '12 joint visits'],
    ],
    ability: [
      'quizzes passed, role plays, certificates',
      ['4 role plays', 'quiz pass rate 90%', '2 certificates'],
    ],
    relationship: [
      'visits to customers, repeat orders, referrals',
      ['30 customer visits', '10 repeat orders', '5 referred customers'],
    ],
    efficiency: [
      'quotes sent on the same day, follow-ups done on time',
      ['40 same-day quotes', 'on-time follow-up rate 95%', '20 wins within 30 days'],
    ],
    market: [
      'new customers, new partners, opportunities found',
      ['new customers 12', '3 new partners', '20 new opportunities'],
    ],
    people: [
      'newcomers who passed their sign-off, ride-alongs, interviews held',
      ['2 newcomers certified', '8 ride-alongs', '10 interviews'],
    ],
    data: [
      'customer files that are complete, next steps that have a date',
      ['complete customer files rate 95%', '100 updated customer files', 'dated next steps rate 90%'],
    ],
    effort: [
      'calls, visits, demos, or simply what is signed',
      ['30 customer visits', '200 customer calls', '10 demos'],
    ],
  } satisfies Record<Vague, [what: string, examples: string[]]>,
}

const before = (periods: number) => (periods === 1 ? 'one period before' : `${periods} periods before`)
const RATES: Record<Rate, string> = { day: 'workdays', week: 'weeks', month: 'months', person: 'people' }

const zh: typeof en = {
  smart: {
    specific: (what) => `具体：数的是${what}。`,
    measurable: (value) => `可衡量：${value}。`,
    plausible: (periods, average) => `可达成：和前 ${periods} 期的水平相当（平均 ${average}）。`,
    unknown: '可达成：还没有历史数据可以比。',
    jump: (periods, average, best) =>
      `可达成：比前 ${periods} 期最好的一期（${best}）高出一倍还多，平均是 ${average}。想清楚了就行，这次哪里会不一样？`,
    drop: (periods, average, best) =>
      `可达成：还不到前 ${periods} 期平均（${average}）的一半，最好的一期是 ${best}。有意放低就行，是不是少写了一个零？`,
    linked: (parent) => `相关：支撑 ${parent}。`,
    suggested: (parent) => `相关：可以挂到 ${parent} 下面。`,
    top: '相关：这是最上面一级。',
    alone: '相关：上一级还没有目标。',
    timeBound: (until) => `有时限：到 ${until}。`,
    over: (until) => `有时限：这一期 ${until}就过完了。`,
  },
  missing: {
    metric: '具体：没说数什么，比如签约、回款、新客户。',
    several: (count) => `具体：一句话里有 ${count} 个目标，要一条一条记，才好各看各的进度。`,
    narrow: (words) =>
      `具体：「${words}」没全读懂。签约、回款、签单数、新客户、客单价我会自己数；别的请写数字加单位，比如「拜访客户 30 次」。`,
    vague: (words, instead) => `具体：「${words}」没法数。可以数它带来的结果：${instead}。`,
    period: '有时限：没说到什么时候，写上月份、季度或年份。',
    milestone: (what) => `具体：「${what}」只有做完和没做完，中间看不出进度。可以数它的里程碑。`,
    half: '有时限：目标按月、季度或年来定，半年分成两个季度。',
    week: '有时限：目标按月、季度或年来定。只管一周的事，可以记成改进项：改进 加',
    owner: (word) => `负责人：「${word}」没说是谁。一个目标要有一个人或一个部门来负责。`,
  },
  unmeasurable: {
    number: '可衡量：缺一个数字。',
    verb: '可衡量：只说了方向，没说到多少，缺一个数字。',
    range: '可衡量：两个数就是两个目标，低的那个才是线。',
    rate: '可衡量：这是每一份的数，目标要写整期的总数。',
    unit: '可衡量：这是单数还是金额？写成「20 单」或「20万」。',
    money: '可衡量：这一项按金额数，请写金额。',
    things: '可衡量：这一项按个数数，写一个整数就行，比如 12。',
    percent: '可衡量：这一项是比率，请写百分比。',
    whole: '可衡量：数字的小数太细，数不到这么准。',
    currency: '可衡量：目标用公司的记账币种。',
    growth: '可衡量：增长多少，要落到一个具体的数。',
    baseline: '可衡量：比多少增长？还没有数据可以作基数。把基数写上就行：「从 200 增长 30%」。',
    drivers: '可衡量：几个驱动因素是相乘，不是相加。',
    falling: '可衡量：这里的目标只往上数。反过来写：数做对的。',
    zero: '可衡量：目标要大于零，增长也要比原来多。',
    huge: '可衡量：这个数太大了。',
  },
  verbAlone: (verb) => `可衡量：「${verb}」只说了方向，没说到多少，缺一个数字。`,
  because: {
    growth: (period, from, more, value) => `${period}是 ${from}，${more} 就是 ${value}。`,
    given: (from, more, value) => `从 ${from} 起，${more} 就是 ${value}。`,
    soFar: (period) => `${period}到现在`,
    drivers: (product, total) => `驱动因素要相乘：${product}，合起来是 ${total}。`,
    not: (product, total, said) => `驱动因素要相乘：${product}，合起来是 ${total}，不是 ${said}。`,
    noBase: '还没有数据可以作基数，金额由你来填。',
    range: '低的那个数，是一定要到的线。',
    rate: (each, times, rate, whole) => `${each} 乘以 ${times} ${RATES_ZH[rate]}，整期是 ${whole}。`,
    history: (periods, average, value) => `前 ${periods} 期平均 ${average}，多一成是 ${value}。`,
    example: '数字只是举例，换成你自己的。',
  },
  drivers: {
    customers: '客户数',
    deals: '单数',
    average: '客单价',
    leads: '线索',
    conversion: '转化率',
    frequency: '复购',
  },
  milestones: (what) => `${what}里程碑 4个`,
  saveAs: (line) => `记成「${line}」`,
  retention: '客户留存率',
  turned: {
    complaints: ['客户表扬 20次', '投诉当天解决率 95%'],
    time: ['三十天内成交客户 20家', '当天回复率 90%'],
    cost: ['线索转化率 15%', '转介绍客户 10家'],
    churn: ['客户留存率 95%', '续约客户 30家'],
    debts: ['回款 8万', '按期付款率 95%'],
  },
  proxies: {
    brand: [
      '新增粉丝、转介绍来的客户、主动来问的线索',
      ['新增粉丝 2000人', '转介绍客户 5家', '主动咨询线索 30条'],
    ],
    service: ['客户表扬、当天回复、复购', ['客户表扬 20次', '当天回复率 95%', '复购客户 10家']],
    teamwork: [
      '一起拿下的单、周复盘的回答、帮过的同事',
      ['协作签单 10次', '复盘参与率 90%', '联合拜访 12次'],
    ],
    ability: ['考试通过、话术对练、拿到的证书', ['话术对练 4次', '考试通过率 90%', '拿到证书 2份']],
    relationship: ['客户拜访、复购、转介绍', ['拜访客户 30次', '复购客户 10家', '转介绍客户 5家']],
    efficiency: [
      '当天发出的报价、按时完成的跟进',
      ['当天报价 40份', '按时跟进率 95%', '三十天内成交客户 20家'],
    ],
    market: ['新客户、新的渠道伙伴、新商机', ['新客户 12', '新渠道伙伴 3家', '新增商机 20条']],
    people: ['出师的新人、陪访、面试', ['新人出师 2名', '陪访 8次', '面试 10场']],
    data: [
      '填全的客户资料、定了日期的下一步',
      ['客户资料完整率 95%', '更新客户资料 100份', '跟进有日期率 90%'],
    ],
    effort: ['电话、拜访、演示，或者直接数签约', ['拜访客户 30次', '客户电话 200通', '产品演示 10场']],
  },
}

const RATES_ZH: Record<Rate, string> = { day: '个工作日', week: '周', month: '个月', person: '个人' }

/** What the SMART check finds, and what it proposes. */
export const smartTexts: Both<typeof en> = { en, 'zh-CN': zh }
