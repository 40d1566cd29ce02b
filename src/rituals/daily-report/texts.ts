import type { Both } from '../../kernel/locale.ts'

/** `1 deal`, `4 deals`. */
const dealsEn = (count: number) => `${count} ${count === 1 ? 'deal' : 'deals'}`
const workdaysEn = (count: number) => `${count} ${count === 1 ? 'workday' : 'workdays'}`
const signedEn = (count: number) => `${count < 0 ? '−' : '+'}${dealsEn(Math.abs(count))}`

/** What is missing, all shown already. `perDay` is undefined where no workday is left. */
export interface Missing {
  missing: string
  workdays: number
  perDay: string | undefined
}

const en = {
  name: 'daily report',
  title: (team: string, date: string) => `Daily report · ${team} · ${date}`,
  today: 'Today',
  day: (day: string, deals: number, money: string | undefined) =>
    deals === 0 && money === undefined
      ? `${day} no new deals.`
      : `${day} ${dealsEn(deals)}${money === undefined ? '' : `, ${money}`}.`,
  month: (month: string, share: string, time: string) => `${month} ${share}, time ${time}.`,
  noTarget: (month: string, money: string | undefined, time: string) =>
    `${month}${money === undefined ? '' : ` ${money} so far`}, time ${time}. No target has been set.`,
  missing: ({ missing, workdays, perDay }: Missing) =>
    perDay === undefined
      ? `${missing} short, and no workday is left.`
      : `${missing} to go: ${perDay} a day for ${workdaysEn(workdays)}.`,
  daysLeft: (workdays: number) => (workdays === 0 ? 'No workday is left.' : `${workdaysEn(workdays)} left.`),
  reached: (beyond: string | undefined) =>
    beyond === undefined ? 'The target is reached.' : `The target is reached, and ${beyond} more.`,
  top: 'Largest deals',
  deal: (customer: string | undefined, amount: string | undefined) =>
    [customer, amount].filter(Boolean).join(' '),
  collected: (money: string) => `${money} collected today.`,
  collectedOn: (money: string) => `${money} collected that day.`,
  since: (deals: number, money: string | undefined) =>
    `Since the last report also ${[deals === 0 ? undefined : signedEn(deals), money].filter(Boolean).join(', ') || 'a change'}: logged later, less what was refunded or voided.`,
  mine: 'Mine',
  board: 'Leaderboard',
  dayBefore: 'Day before',
  asKnown: 'By today’s books: what was logged, refunded or voided later is in it.',

  own: (day: string, deals: number, money: string) =>
    deals === 0 ? `${day} you signed ${money}.` : `${day} you signed ${dealsEn(deals)}, ${money}.`,
  ownNothing: (day: string) => `${day} no deal of yours yet.`,
  ownCollected: (money: string) => `${money} collected.`,
  ownMissing: (missing: string, workdays: number, perDay: string | undefined) =>
    perDay === undefined
      ? `${missing} short of the target, and no workday is left.`
      : `${missing} short of the target: ${perDay} a day for ${workdaysEn(workdays)}.`,
  ownDaysLeft: (workdays: number, perDay: string) => `That is ${perDay} a day for ${workdaysEn(workdays)}.`,
  pool: (after: string, attained: string) =>
    `Your share of the team pool is ${after} (pre-tax); the team stands at ${attained}.`,
  poolMoved: (before: string, after: string, from: string, to: string) =>
    `Your share of the team pool: ${before} → ${after} (pre-tax), because the team went from ${from} to ${to}.`,
  changes: 'What changed your pay today',
  off: 'No more of these',
  lineOff: 'You get no line of your own in the evening any more. Changes of your pay then come one by one.',
  lineOffBefore: 'You get no line in the evening already.',
  lineOn: 'You get your line in the evening of workdays again.',
  lineOnBefore: 'You get your line in the evening of workdays already.',
  on: 'Send them again',
  nothingOfYours: (day: string) => `${day} there is nothing of yours to tell.`,

  command: 'The day in numbers: your team, and you',
  usage: { show: '[yesterday | 11-20] [Sales]', team: '[Sales]' },
  summaries: {
    show: 'Your team’s day, and where the month stands',
    silent: 'Say nothing on days on which nothing has happened',
    always: 'Report every workday',
    off: 'No line of your own in the evening',
    on: 'Your own line in the evening again',
    start: 'Begin a team’s daily report',
  },
  noTeam: 'You are in no team yet, so there is no report. An admin puts you into one: /drumbeat setup',
  otherTeams: 'Other teams:',
  notYourTeam: (team: string) => `Only members of ${team}, who leads it and admins read its report.`,
  unread: (word: string, known: string) =>
    `I did not read “${word}”. A day or a team is understood, such as: /report 11-20 ${known}`,
  future: (date: string) => `${date} has not come yet. As in: /report yesterday`,
  noRitual: (team: string) => `${team} has no daily report in its channel yet.`,
  start: 'Report every workday at 18:00',
  started: (team: string, at: string) => `${team} gets its daily report from now on. Next: ${at}`,
  startedBefore: (team: string) => `${team} has its daily report already: /ritual daily report ${team}`,
  silentNow: (team: string) => `${team}: on days without anything new nothing is posted.`,
  alwaysNow: (team: string) => `${team}: reported every workday, also when nothing is new.`,
  sameBefore: (team: string) => `${team}: that is so already.`,
  silent: 'Silent on empty days',
  always: 'Also on empty days',
  notLeading: 'Only who leads a team and admins can do that.',
}

const signedZh = (count: number) => `${count < 0 ? '-' : '+'}${Math.abs(count)} 单`

const zh: typeof en = {
  name: '战报',
  title: (team, date) => `战报 · ${team} · ${date}`,
  today: '今日',
  day: (day, deals, money) =>
    deals === 0 && money === undefined
      ? `${day}没有新签单。`
      : `${spaced(day)}${deals} 单${money === undefined ? '' : ` ${money}`}。`,
  month: (month, share, time) => `${month} ${share}，时间过了 ${time}。`,
  noTarget: (month, money, time) =>
    `${month}${money === undefined ? '' : `累计 ${money}`}，时间过了 ${time}，还没有目标。`,
  missing: ({ missing, workdays, perDay }) =>
    perDay === undefined
      ? `还差 ${missing}，工作日已经用完。`
      : `还差 ${missing}，剩 ${workdays} 个工作日，每天 ${perDay}。`,
  daysLeft: (workdays) => (workdays === 0 ? '工作日已经用完。' : `剩 ${workdays} 个工作日。`),
  reached: (beyond) => (beyond === undefined ? '目标到了。' : `目标到了，多出 ${beyond}。`),
  top: '最大的几单',
  deal: (customer, amount) => [customer, amount].filter(Boolean).join(' '),
  collected: (money) => `今天回款 ${money}。`,
  collectedOn: (money) => `当天回款 ${money}。`,
  since: (deals, money) =>
    `上次战报以后另有 ${[deals === 0 ? undefined : signedZh(deals), money].filter(Boolean).join('、') || '变动'}：后来记的，减去退款和作废的。`,
  mine: '我的',
  board: '排行榜',
  dayBefore: '前一天',
  asKnown: '按现在的账算：后来补记、退款和作废的都在里面。',

  own: (day, deals, money) =>
    deals === 0 ? `${day}你签了 ${money}。` : `${day}你签了 ${deals} 单、${money}。`,
  ownNothing: (day) => `${day}你还没有签单。`,
  ownCollected: (money) => `回款 ${money}。`,
  ownMissing: (missing, workdays, perDay) =>
    perDay === undefined
      ? `离目标还差 ${missing}，工作日已经用完。`
      : `离目标还差 ${missing}，剩 ${workdays} 个工作日，每天 ${perDay}。`,
  ownDaysLeft: (workdays, perDay) => `剩 ${workdays} 个工作日，每天 ${perDay}。`,
  pool: (after, attained) => `团队奖金池里你的份额现在是 ${after}（税前），团队达成 ${attained}。`,
  poolMoved: (before, after, from, to) =>
    `团队奖金池里你的份额 ${before} → ${after}（税前），因为团队达成 ${from} → ${to}。`,
  changes: '今天动了你提成的事',
  off: '不用再发',
  lineOff: '晚上不再单独给你发这一条。动了你提成的小事，到时一件一件告诉你。',
  lineOffBefore: '晚上已经不给你发了。',
  lineOn: '工作日晚上又会给你发这一条。',
  lineOnBefore: '工作日晚上本来就给你发这一条。',
  on: '恢复',
  nothingOfYours: (day) => `${day}没有要告诉你的。`,

  command: '今天的数：团队的，和你的',
  usage: { show: '[昨天 | 11-20] [销售一部]', team: '[销售一部]' },
  summaries: {
    show: '团队这一天，和这个月到哪了',
    silent: '没有新情况的日子不发',
    always: '每个工作日都发',
    off: '晚上不给我单独发',
    on: '晚上给我单独发',
    start: '给团队开战报',
  },
  noTeam: '你还不在任何团队里，所以没有战报。请管理员把你加进来：战鼓 设置',
  otherTeams: '其他团队：',
  notYourTeam: (team) => `${team}的战报只有本队的人、主管和管理员能看。`,
  unread: (word, known) => `「${word}」没读懂。能读的是日期和团队，比如：战报 11-20 ${known}`,
  future: (date) => `${date}还没到。可以写成：战报 昨天`,
  noRitual: (team) => `${team}的频道里还没有战报。`,
  start: '每个工作日 18:00 发',
  started: (team, at) => `${team}从现在起有战报了，下一次：${at}`,
  startedBefore: (team) => `${team}已经有战报了：仪式 战报 ${team}`,
  silentNow: (team) => `${team}：没有新情况的日子不发战报。`,
  alwaysNow: (team) => `${team}：每个工作日都发战报，没有新签单也发。`,
  sameBefore: (team) => `${team}本来就是这样。`,
  silent: '没情况不发',
  always: '每天都发',
  notLeading: '这件事只有团队的主管和管理员能做。',
}

/** A date that ends in a figure or a word of ours stands apart from what follows. */
function spaced(day: string): string {
  return /\d$/u.test(day) || day === '今日' || day.endsWith('日') ? `${day} ` : day
}

/** What is said in the evening, and by /report. */
export const texts: Both<typeof en> = { en, 'zh-CN': zh }
