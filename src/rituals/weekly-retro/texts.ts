import type { Both } from '../../kernel/locale.ts'

const en = {
  name: 'weekly retro',
  command: 'The weekly retro: fill in yours, or see how it stands',
  summaries: {
    mine: 'Fill in mine, or see how it stands',
    now: 'Open this week’s at once',
    skip: 'Leave this week’s out',
    summary: 'What came out of the last one',
  },
  usage: { team: '[team]', summary: '[W47] [team]' },

  // The week's numbers
  noDeals: 'no deals',
  deals: (count: number, amount: string) => `${count} ${count === 1 ? 'deal' : 'deals'}, ${amount}`,
  attained: (month: string, percent: string) => `${month} at ${percent}`,
  sentence: (week: string, ...rest: string[]) => `${capital([`${week} this week`, ...rest].join('; '))}.`,

  // The thread
  title: (team: string, week: number) => `Weekly retro · ${team} · week ${week}`,
  opening: (team: string, week: number, numbers: string) =>
    `Weekly retro of ${team}, week ${week}. ${numbers}`,
  labels: { deals: 'Deals', signed: 'Signed', newCustomers: 'New customers', attainment: 'attainment' },
  unfinished: 'First, what is still open',
  nothingUnfinished: 'Nothing is left over from earlier weeks.',
  more: (count: number) => `and ${count} more: /improve team`,
  invitation: (people: number, closes: string) =>
    `${people === 1 ? '1 person has' : `${people} people have`} a form in their private messages. One highlight and one thing to improve are enough, any time before ${closes}.`,
  startedBy: (name: string) => `Opened by ${name}.`,
  fill: 'Fill in mine',
  over: (answered: number, asked: number) =>
    `Closed: ${answered} of ${asked} took part. The summary is in the thread.`,

  // The prompt
  askItems: (count: number, what: string) =>
    count === 1 ? `Last time you meant to: ${what} Done?` : 'These are still open with you. Done?',
  done: 'Done',
  nextWeek: 'Next week',
  dropped: 'Dropped',
  askAnswer: (first: boolean, closes: string) =>
    `${first ? 'One' : 'Then one'} highlight and one thing to improve, any time before ${closes}.`,
  fillButton: 'Fill in',
  promptSummary: (numbers: string) => `${numbers} Time for your weekly retro.`,
  filled: (closes: string) => `Yours is in. You can change it until ${closes}.`,
  change: 'Change',
  promptOver: 'This retro is closed. You can still write in its thread.',
  nudge: (closes: string) =>
    `Your weekly retro is still empty; it closes ${closes}. One highlight and one thing to improve take two minutes.`,

  // The form
  formTitle: 'Weekly retro',
  submit: 'Send',
  itemLabel: (number: number, what: string) => `I-${number} ${what}`,
  dropReason: 'Why dropped, if so',
  highlight: 'Highlight',
  highlightHint: 'What went well. Appears in the thread.',
  improvement: 'One thing to improve',
  improvementHint: (due: string) => `Appears in the thread and becomes an item of yours, due ${due}.`,
  shortfall: 'What fell short',
  shortfallHint: 'Goes to your manager privately, unless you share it below.',
  cause: 'Why',
  nextPlan: 'Plan for next week',
  share: 'Sharing',
  shareOption: 'Show what fell short, why, and my plan in the thread too',
  lacking: {
    highlight: 'One sentence about what went well.',
    improvement: 'One sentence about what you want to do better.',
    drop_reason: 'A few words about why it is dropped.',
  },

  // The answer
  answerSummary: (name: string) => `${name}’s retro`,
  itemNote: (number: number, due: string) => `I-${number}, due ${due}`,
  edited: 'edited',
  privateIntro: (name: string, week: number) => `${name}, retro of week ${week}, for you only:`,
  nowShared: (name: string) => `${name} has shared this in the thread.`,
  withdrawn: (name: string) => `${name} has taken this back.`,
  thanks: (number: number, due: string) =>
    `Saved. Your improvement is I-${number}, due ${due}; I will remind you that day.`,
  unchanged: 'It reads just like this already.',
  toManager: 'What fell short went to your manager only.',
  closed: 'This retro is closed. Write in its thread, or note an improvement: /improve add …',
  notAsked: 'You were not asked in this retro. You can write in its thread.',
  itemSettledBefore: 'That one is closed already.',

  // The close
  summaryTitle: (team: string, week: number) => `Summary · ${team} · week ${week}`,
  summaryLine: (answered: number, asked: number, items: number) =>
    `${answered} of ${asked} took part, ${items} ${items === 1 ? 'improvement' : 'improvements'} to follow up.`,
  nobody: (asked: number) =>
    asked === 0
      ? 'Everybody was on leave. What is still open stays open.'
      : `None of ${asked} found the time this week. What is still open stays open.`,
  highlights: 'Highlights',
  improvements: 'Improvement list',
  carried: 'Carried over',

  // State and commands
  stateOpen: (team: string, week: number, answered: number, asked: number, closes: string) =>
    `The retro of ${team}, week ${week}: ${answered} of ${asked} have answered, closes ${closes}.`,
  answeredBy: (names: string) => `Answered: ${names}`,
  waitingFor: (names: string) => `Still to come: ${names}`,
  next: (team: string, when: string) => `The next retro of ${team} opens ${when}.`,
  none: 'Your team has no weekly retro yet. An admin sets it up: /drumbeat setup',
  opened: (team: string) => `The retro of ${team} is open.`,
  openedBefore: (team: string, week: number) =>
    `The retro of ${team} for week ${week} has been opened already. See it: /retro summary`,
  skippedBefore: (team: string, week: number) => `The retro of ${team} for week ${week} is left out already.`,
  skipped: (team: string, week: number) =>
    `The retro of ${team} for week ${week} is left out. The next week’s opens as usual.`,
  skippedNews: (name: string, week: number) =>
    `No retro in week ${week} (${name}). What is open stays open, and the next one comes next week.`,
  whichTeam: (names: string) => `Which team? Write it behind the command: ${names}`,
  unknownTeam: (word: string, names: string) => `I know no retro of “${word}”. There are: ${names}`,
  notLeading: 'Only who leads a team and admins can do that. Yours is here: /retro',
  noSummary: 'There has been no retro yet.',
  noSummaryOf: (week: number) => `There has been no retro in week ${week}.`,
  weekUnread: (word: string) => `I could not read “${word}” as a week. Write /retro summary W47`,
}

const zh: typeof en = {
  name: '周复盘',
  command: '周复盘：填我的，或看进展',
  summaries: {
    mine: '填我的，或看进展',
    now: '现在就开本周的',
    skip: '本周的不开了',
    summary: '看上一次的总结',
  },
  usage: { team: '[团队]', summary: '[W47] [团队]' },

  noDeals: '还没有签单',
  deals: (count, amount) => `${count} 单、${amount}`,
  attained: (month, percent) => `${month}达成 ${percent}`,
  sentence: (week, ...rest) => `这周${spaced([week, ...rest].join('，'))}。`,

  title: (team, week) => `周复盘 · ${team} · 第 ${week} 周`,
  opening: (team, week, numbers) => `${team}第 ${week} 周的复盘开始了。${numbers}`,
  labels: { deals: '签单', signed: '签约额', newCustomers: '新客户', attainment: '达成' },
  unfinished: '先看没做完的改进',
  nothingUnfinished: '前几周没有留下没做完的改进。',
  more: (count) => `还有 ${count} 条，看全部：改进 团队`,
  invitation: (people, closes) =>
    `${people === 1 ? '1 位收到了' : `${people} 位都收到了`}私信表单，写一条亮点、一条想改的就行，${closes} 前都可以。`,
  startedBy: (name) => `${name}提前开的。`,
  fill: '填我的',
  over: (answered, asked) => `已经收了：${asked} 人里 ${answered} 人参与，总结在讨论串里。`,

  askItems: (count, what) => (count === 1 ? `上次说要${what}，做了吗？` : '这几条还没收尾，做了吗？'),
  done: '做了',
  nextWeek: '推到下周',
  dropped: '不做了',
  askAnswer: (first, closes) => `${first ? '写' : '再写'}一条亮点、一条想改的就行，${closes} 前都可以。`,
  fillButton: '填写',
  promptSummary: (numbers) => `${numbers}该写周复盘了。`,
  filled: (closes) => `你的已经填好了，${closes} 前都可以改。`,
  change: '修改',
  promptOver: '这次复盘已经收了，还想说的可以写在讨论串里。',
  nudge: (closes) => `你的周复盘还空着，${closes} 收。一条亮点、一条想改的，两分钟就好。`,

  formTitle: '周复盘',
  submit: '提交',
  itemLabel: (number, what) => `I-${number} ${what}`,
  dropReason: '不做了的原因（选了不做才填）',
  highlight: '亮点',
  highlightHint: '这周哪里做得好，会发到讨论串',
  improvement: '改进',
  improvementHint: (due) => `想改的一件事，会发到讨论串，并记进你的改进清单，${due}前`,
  shortfall: '不足',
  shortfallHint: '只私下发给主管，除非你在下面选择公开',
  cause: '原因',
  nextPlan: '下周计划',
  share: '公开',
  shareOption: '不足、原因和计划也发到讨论串',
  lacking: {
    highlight: '写一句做得好的地方。',
    improvement: '写一句想改的。',
    drop_reason: '写几个字，为什么不做了。',
  },

  answerSummary: (name) => `${name}的周复盘`,
  itemNote: (number, due) => `I-${number}，${due}前`,
  edited: '改过',
  privateIntro: (name, week) => `${name}第 ${week} 周的复盘，只给你看：`,
  nowShared: (name) => `${name}已经把这段发到讨论串了。`,
  withdrawn: (name) => `${name}收回了这段。`,
  thanks: (number, due) => `收到。想改的记成了 I-${number}，${due}前，到那天我提醒你。`,
  unchanged: '已经是这样了，没有变化。',
  toManager: '不足只发给了主管。',
  closed: '这次复盘已经收了。想补充可以写在讨论串里，想改的可以记下来：改进 加 …',
  notAsked: '这次复盘没有邀请你填，想说的可以写在讨论串里。',
  itemSettledBefore: '这条已经结束了。',

  summaryTitle: (team, week) => `总结 · ${team} · 第 ${week} 周`,
  summaryLine: (answered, asked, items) => `${asked} 人里 ${answered} 人参与，要跟进的改进 ${items} 条。`,
  nobody: (asked) =>
    asked === 0
      ? '大家都在休假，没做完的改进继续留着。'
      : `这周 ${asked} 位都没腾出时间，没做完的改进继续留着。`,
  highlights: '亮点',
  improvements: '改进清单',
  carried: '之前留下的',

  stateOpen: (team, week, answered, asked, closes) =>
    `${team}第 ${week} 周的复盘：${asked} 人里 ${answered} 人填了，${closes} 收。`,
  answeredBy: (names) => `已填：${names}`,
  waitingFor: (names) => `还没填：${names}`,
  next: (team, when) => `${team}的下一次复盘 ${when} 开。`,
  none: '你的团队还没有周复盘。请管理员设置：战鼓 设置团队',
  opened: (team) => `${team}的复盘开始了。`,
  openedBefore: (team, week) => `${team}第 ${week} 周的复盘已经开过了。看总结：周复盘 总结`,
  skippedBefore: (team, week) => `${team}第 ${week} 周的复盘已经说好不开了。`,
  skipped: (team, week) => `${team}第 ${week} 周的复盘不开了，下周照常。`,
  skippedNews: (name, week) => `第 ${week} 周的复盘不开了（${name}）。没做完的改进留着，下周照常。`,
  whichTeam: (names) => `是哪个团队？写在后面：${names}`,
  unknownTeam: (word, names) => `没有找到「${word}」的复盘。有这些：${names}`,
  notLeading: '这件事只有团队主管和管理员能做。你的在这里：周复盘',
  noSummary: '还没有开过复盘。',
  noSummaryOf: (week) => `第 ${week} 周没有开过复盘。`,
  weekUnread: (word) => `「${word}」没读懂是哪一周，可以写成：周复盘 总结 W47`,
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** A number at the start stands off from the Chinese before it. */
const spaced = (sentence: string) => (/^\d/.test(sentence) ? ` ${sentence}` : sentence)
