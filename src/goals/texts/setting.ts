import type { Both } from '../../kernel/locale.ts'
import type { Metric } from '../goal.ts'
import type { Vague } from '../read-goal.ts'
import type { Unmeasurable } from '../smart.ts'

const en = {
  added: (label: string, name: string, value: string) => `Saved ${label}. ${name}: ${value}.`,
  paysNow: 'Attainment and pay are measured against this target.',
  smartTitle: 'SMART check',
  smart: {
    specific: (what: string) => `Specific: it counts “${what}”.`,
    measurable: (value: string) => `Measurable: ${value}.`,
    plausible: 'Achievable: in line with the last three periods.',
    unknown: 'Achievable: there is no history to compare with yet.',
    jump: (best: string) =>
      `Achievable: more than twice the best of the last three periods (${best}). Fine if you mean it; what will be different?`,
    linked: (parent: string) => `Relevant: it serves ${parent}.`,
    suggested: (parent: string) => `Relevant: it could serve ${parent}.`,
    top: 'Relevant: it is the top of the tree.',
    alone: 'Relevant: there is no goal above it yet.',
    timeBound: (until: string) => `Time-bound: until ${until}.`,
  },
  align: (label: string) => `Put under ${label}`,
  aligned: (label: string, name: string) => `Done: it now serves ${label}, ${name}.`,
  notAligned: 'These two no longer fit together. See them with /goal tree.',
  cannotServe: (label: string) =>
    `${label} does not stand above this goal, so nothing is saved. A person’s goal serves the team’s, a team’s the company’s: /goal tree`,
  nothingSaved: 'Nothing is saved yet.',
  missing: {
    metric: 'Specific: it does not say what is counted, such as signed, collected or new customers.',
    narrow: (words: string) =>
      `Specific: I could not read all of “${words}”. I count signed, collected, deals, new customers and average deal; anything else by number and unit, such as “30 visits”.`,
    vague: (words: string, instead: string) =>
      `Specific: nobody can count “${words}”. Count what it brings: ${instead}.`,
    period: 'Time-bound: it does not say until when: a month, a quarter or a year.',
  },
  unmeasurable: {
    number: 'Measurable: the number is missing.',
    unit: 'Measurable: is that a number of deals, or an amount? Write “20 deals” or “20k”.',
    money: 'Measurable: this is counted in money, so the number should be an amount.',
    things: 'Measurable: this counts things, so the number should be a plain one, such as 12.',
    percent: 'Measurable: this is a share, so the number should be a percentage.',
    whole: 'Measurable: the number is finer than this can be counted.',
    currency: 'Measurable: goals are kept in the currency of the workspace.',
    growth: 'Measurable: growth needs the figure that it leads to.',
    falling: 'Measurable: goals count upwards here. Turn it round: count what goes right.',
    zero: 'Measurable: a goal is more than zero.',
    huge: 'Measurable: that number is too large.',
  } satisfies Record<Unmeasurable, string>,
  growthFrom: (before: string, share: string, after: string) =>
    `The period before it reached ${before}; ${share} more is ${after}.`,
  tryLine: (line: string) => `Try: ${line}`,
  saveLine: 'Save it like this',
  line: {
    command: '/goal add',
    metric: {
      signed: 'signed',
      collected: 'collected',
      deals: 'deals',
      'new-customers': 'new customers',
      'average-deal': 'average deal',
      attainment: 'attainment',
    } satisfies Record<Exclude<Metric, 'checkin'>, string>,
    amount: { money: '80k', things: '12', percent: '95%', checkin: '30' },
  },
  proxies: {
    brand: ['new followers, referred customers, leads that ask by themselves', '2,000 new followers'],
    service: ['thanks from customers, answered within an hour, repeat orders', '20 customer thanks'],
    teamwork: ['deals won together, answers in the retro, colleagues helped', '10 shared wins'],
    ability: ['quizzes passed, role plays, certificates', '4 role plays'],
    relationship: ['visits to customers, repeat orders, referrals', '30 customer visits'],
    efficiency: ['quotes sent on the same day, follow-ups done on time', '40 same-day quotes'],
    effort: ['calls, visits, demos, or simply what is signed', '30 customer visits'],
  } satisfies Record<Vague, [what: string, example: string]>,
  exists: (label: string, name: string, value: string) =>
    `${name} has a goal already: ${label}, ${value}. To change it: /goal adjust ${label} and the new value.`,
  notYours: (who: string) => `Only ${who} or an admin sets that goal.`,
  form: {
    title: 'New goal',
    submit: 'Save',
    owner: 'Whose',
    me: 'Mine',
    metric: 'What is counted',
    own: 'Something else (I report it myself)',
    name: 'Its name',
    nameHint: 'Only for something else, such as customer visits',
    value: 'Value',
    valueHint: 'Such as 500k, 12 or 95%',
    period: 'Period',
    parent: 'Serves',
    none: 'No goal above it',
    needsName: 'What is counted? Such as customer visits.',
  },
}

const zh: typeof en = {
  added: (label, name, value) => `记好了：${label} ${name} ${value}。`,
  paysNow: '达成率和提成就按这个目标算。',
  smartTitle: 'SMART 检查',
  smart: {
    specific: (what) => `具体：数的是${what}。`,
    measurable: (value) => `可衡量：${value}。`,
    plausible: '可达成：和最近三期的水平相当。',
    unknown: '可达成：还没有历史数据可以比。',
    jump: (best) => `可达成：比最近三期最好的一期（${best}）高出一倍还多。想清楚了就行，这次哪里会不一样？`,
    linked: (parent) => `相关：支撑 ${parent}。`,
    suggested: (parent) => `相关：可以挂到 ${parent} 下面。`,
    top: '相关：这是最上面一级。',
    alone: '相关：上一级还没有目标。',
    timeBound: (until) => `有时限：到 ${until}。`,
  },
  align: (label) => `挂到 ${label}`,
  aligned: (label, name) => `挂好了，支撑 ${label} ${name}。`,
  notAligned: '这两个目标已经对不上了，看看目标树：目标 目标树',
  cannotServe: (label) =>
    `${label} 不在这个目标的上一级，所以还没记。个人的支撑部门的，部门的支撑公司的：目标 目标树`,
  nothingSaved: '这个目标还没记。',
  missing: {
    metric: '具体：没说数什么，比如签约、回款、新客户。',
    narrow: (words) =>
      `具体：「${words}」没全读懂。签约、回款、签单数、新客户、客单价我会自己数；别的请写数字加单位，比如「拜访客户 30 次」。`,
    vague: (words, instead) => `具体：「${words}」没法数。可以数它带来的结果：${instead}。`,
    period: '有时限：没说到什么时候，写上月份、季度或年份。',
  },
  unmeasurable: {
    number: '可衡量：缺一个数字。',
    unit: '可衡量：这是单数还是金额？写成「20 单」或「20万」。',
    money: '可衡量：这一项按金额数，请写金额。',
    things: '可衡量：这一项按个数数，写一个整数就行，比如 12。',
    percent: '可衡量：这一项是比率，请写百分比。',
    whole: '可衡量：数字的小数太细，数不到这么准。',
    currency: '可衡量：目标用公司的记账币种。',
    growth: '可衡量：增长多少，要落到一个具体的数。',
    falling: '可衡量：这里的目标只往上数。反过来写：数做对的。',
    zero: '可衡量：目标要大于零。',
    huge: '可衡量：这个数太大了。',
  },
  growthFrom: (before, share, after) => `上一期是 ${before}，多 ${share} 就是 ${after}。`,
  tryLine: (line) => `可以写成：${line}`,
  saveLine: '就这么记',
  line: {
    command: '目标 新增',
    metric: {
      signed: '签约',
      collected: '回款',
      deals: '签单数',
      'new-customers': '新客户',
      'average-deal': '客单价',
      attainment: '达成率',
    },
    amount: { money: '8万', things: '12', percent: '95%', checkin: '30次' },
  },
  proxies: {
    brand: ['新增粉丝、转介绍来的客户、主动来问的线索', '新增粉丝 2000人'],
    service: ['客户表扬、一小时内回复、复购', '客户表扬 20次'],
    teamwork: ['一起拿下的单、周复盘的回答、帮过的同事', '协作签单 10次'],
    ability: ['考试通过、话术对练、拿到的证书', '话术对练 4次'],
    relationship: ['客户拜访、复购、转介绍', '拜访客户 30次'],
    efficiency: ['当天发出的报价、按时完成的跟进', '当天报价 40份'],
    effort: ['电话、拜访、演示，或者直接数签约', '拜访客户 30次'],
  },
  exists: (label, name, value) =>
    `${name}已经有目标了：${label}，${value}。要改就写：目标 调整 ${label} 新数值 原因`,
  notYours: (who) => `这个目标由${who}或管理员来定。`,
  form: {
    title: '新目标',
    submit: '记下',
    owner: '谁的',
    me: '我的',
    metric: '数什么',
    own: '别的（自己报数）',
    name: '名称',
    nameHint: '只在数别的时填，比如 拜访客户',
    value: '目标值',
    valueHint: '比如 50万、12、95%',
    period: '期间',
    parent: '支撑哪个目标',
    none: '上面没有',
    needsName: '数的是什么？比如 拜访客户。',
  },
}

/** What is said when a goal is set, the SMART check with it. */
export const setting: Both<typeof en> = { en, 'zh-CN': zh }
