import type { Both } from '../../kernel/locale.ts'

const en = {
  name: 'weekly retro',
  command: 'The weekly retro: fill in yours, or see how it stands',
  summaries: {
    mine: 'Fill in mine, or see how it stands',
    now: 'Open this week’s at once',
    skip: 'Leave this week’s out',
    summary: 'What came out of the last one',
    history: 'Earlier weeks: who took part, and what went well',
    settings: 'With or without names, and the month’s end',
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
    `${people === 1 ? '1 person gets' : `${people} people get`} a form in their private messages. One highlight and one thing to improve are enough, any time before ${closes}.`,
  startedBy: (name: string) => `Opened by ${name}.`,
  fill: 'Fill in mine',
  over: (answered: number, asked: number) =>
    `Closed: ${answered} of ${asked} took part. The summary is in the thread.`,

  lastWeek: (all: number, done: number, dropped: number, open: number) =>
    `Of the ${all === 1 ? 'one item' : `${all} items`} from last week: ${done} done, ${dropped} dropped, ${open} open.`,
  short:
    'The month is ending: one highlight and one thing to improve are all this time, and nobody is nudged.',
  namelessThread: (minimum: number) =>
    `Without names: the answers appear together at the close, shuffled, from ${minimum} on.`,
  tooFewAsked: (asked: number) =>
    `Only ${asked === 1 ? '1 person is' : `${asked} people are`} asked this week, so nothing will be shown.`,

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
  promptLate: (until: string) =>
    `This retro is closed. You can still answer until ${until}; it will be marked as late.`,
  lateButton: 'Answer late',
  namelessPrompt: (minimum: number) =>
    `Without names: nobody sees who wrote what, nor when. It is shown at the close if there are at least ${minimum} answers, otherwise never.`,
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
  highlightNameless: 'What went well. Appears in the thread without your name.',
  improvementNameless:
    'Appears in the thread without your name. Whoever wants to can take it on there, you too.',
  shortfallNameless: 'Goes to your manager without your name, unless you share it below.',
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
  lateMark: 'late',
  makeItem: 'Make an item',
  madeBy: (name: string) => `written down by ${name}`,
  takeOn: 'Take it on',
  privateIntro: (name: string, week: number) => `${name}, retro of week ${week}, for you only:`,
  nowShared: (name: string) => `${name} has shared this in the thread.`,
  withdrawn: (name: string) => `${name} has taken this back.`,
  thanks: (number: number, due: string) =>
    `Saved. Your improvement is I-${number}, due ${due}; I will remind you that day.`,
  thanksNameless: (minimum: number, until: string) =>
    `Saved, without your name. It is shown ${until} with the others, if there are at least ${minimum}.`,
  late: 'It is marked as late.',
  cutLoose:
    'Your answer has been shown without your name; what is cut loose from you cannot be changed any more.',
  privateNameless: (team: string, week: number) =>
    `What fell short in ${team}, week ${week}, without names, for you only:`,
  unchanged: 'It reads just like this already.',
  toManager: 'What fell short went to your manager only.',
  closed: 'This retro is closed. Write in its thread, or note an improvement: /improve add …',
  notAsked: 'You were not asked in this retro. You can write in its thread.',
  itemSettledBefore: 'That one is closed already.',

  // The close
  summaryTitle: (team: string, week: number) => `Summary · ${team} · week ${week}`,
  summaryLine: (answered: number, asked: number, items: number, late: number) =>
    `${answered} of ${asked} took part${late > 0 ? ` (${late} late)` : ''}, ${items} ${items === 1 ? 'improvement' : 'improvements'} to follow up.`,
  nobody: (asked: number) =>
    asked === 0
      ? 'Everybody was on leave. What is still open stays open.'
      : `None of ${asked} found the time this week. What is still open stays open.`,
  participation: 'Participation',
  trend: (before: string, now: string) => `Participation ${before} → ${now}.`,
  weekLabel: (week: number) => `W${week}`,
  hidden: (count: number, minimum: number, until: string) =>
    `${count === 1 ? '1 answer is' : `${count} answers are`} not shown: fewer than ${minimum}. Late ones are taken until ${until}.`,
  erased: (count: number, minimum: number) =>
    `${count === 1 ? '1 answer was' : `${count} answers were`} fewer than ${minimum}: not shown, and erased.`,
  nameless: 'Without names, shuffled.',
  namelessLate: 'Without names, shuffled; these came after the close.',
  improvementsSaid: 'To improve',
  followedUp: 'I will ask about these in the next retro.',
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
  buttons: {
    summary: 'Summary',
    history: 'History',
    now: 'Open now',
    skip: 'Skip this week',
    settings: 'Settings',
  },
  answerGone: 'That answer is not there any more.',
  itemThere: (number: number) => `That is I-${number} already.`,
  historyTitle: (teams: readonly string[]) => `Earlier retros · ${teams.join(', ')}`,
  weekTitle: (week: number) => `Week ${week}`,
  historyLine: (answered: number, asked: number, share: string, late: number) =>
    [`${answered} of ${asked} took part`, share, late > 0 ? `${late} late` : ''].filter(Boolean).join(' · '),
  summaryButton: (week: number) => `Week ${week}`,
  moreHighlights: (count: number) => `and ${count} more`,
  whichTeamSettings: 'Which team’s retro?',
  settingTitle: 'The weekly retro',
  settingSubmit: 'Save',
  settingNote: (team: string) => `${team}. It takes effect with the next retro that opens.`,
  namesLabel: 'Names',
  namesHint:
    'Without names nobody sees who wrote what, nor when. Improvements become items when somebody takes them on.',
  namedOption: 'Answers carry names',
  namelessOption: 'Answers carry no names',
  minimumLabel: 'Shown from so many answers on',
  minimumHint: (fewest: number) =>
    `Without names only. At least ${fewest}: of two, each would know the other.`,
  minimumUnread: (fewest: number, most: number) => `Write a number from ${fewest} to ${most}.`,
  monthEndLabel: 'On the month’s last two workdays',
  monthEndHint: 'When the last deals of the month are being signed.',
  monthEndShort: 'Two questions only, and no nudge',
  monthEndUsual: 'As always',
  settingSaved: (team: string) => `Saved for ${team}: from the next retro on.`,
  settingNews: (name: string, minimum: number) =>
    minimum > 0
      ? `From the next retro on, answers carry no names (${name}). They appear together at the close, shuffled, from ${minimum} answers on.`
      : `From the next retro on, answers carry names again (${name}).`,
  waiting: (count: number) =>
    `${count === 1 ? '1 answer' : `${count} answers`} so far, shown together at the close.`,
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
    history: '看前几周：参与和亮点',
    settings: '带不带名字，月末怎么开',
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
    `${people === 1 ? '1 位会收到' : `${people} 位都会收到`}私信表单，写一条亮点、一条想改的就行，${closes} 前都可以。`,
  startedBy: (name) => `${name}提前开的。`,
  fill: '填我的',
  over: (answered, asked) => `已经收了：${asked} 人里 ${answered} 人参与，总结在讨论串里。`,

  lastWeek: (all, done, dropped, open) =>
    `上周清单 ${all} 条：做完 ${done}，不做了 ${dropped}，还开着 ${open}。`,
  short: '月末冲刺，这次只要一条亮点、一条改进，也不催。',
  namelessThread: (minimum) => `这次不带名字：收的时候满 ${minimum} 份就打乱顺序一起发出来。`,
  tooFewAsked: (asked) => `这周只邀请了 ${asked} 位，凑不够，不会公开。`,

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
  promptLate: (until) => `这次复盘已经收了。${until} 前还可以补，会标明是补交的。`,
  lateButton: '补交',
  namelessPrompt: (minimum) =>
    `不带名字：谁写的、什么时候写的都看不出来。收的时候至少 ${minimum} 份才一起公开，不够就不公开。`,
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
  highlightNameless: '这周哪里做得好，会不带名字发到讨论串',
  improvementNameless: '会不带名字发到讨论串，谁愿意做就在那里认领，你也可以',
  shortfallNameless: '不带名字，只私下发给主管，除非你在下面选择公开',
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
  lateMark: '补交',
  makeItem: '做成改进',
  madeBy: (name) => `${name}记的`,
  takeOn: '认领',
  privateIntro: (name, week) => `${name}第 ${week} 周的复盘，只给你看：`,
  nowShared: (name) => `${name}已经把这段发到讨论串了。`,
  withdrawn: (name) => `${name}收回了这段。`,
  thanks: (number, due) => `收到。想改的记成了 I-${number}，${due}前，到那天我提醒你。`,
  thanksNameless: (minimum, until) => `收到，不带名字。${until} 和别人的一起公开，至少要有 ${minimum} 份。`,
  late: '会标明是补交的。',
  cutLoose: '你的那份已经不带名字公开了，和你断开了联系，不能再改。',
  privateNameless: (team, week) => `${team}第 ${week} 周说到的不足，不带名字，只给你看：`,
  unchanged: '已经是这样了，没有变化。',
  toManager: '不足只发给了主管。',
  closed: '这次复盘已经收了。想补充可以写在讨论串里，想改的可以记下来：改进 加 …',
  notAsked: '这次复盘没有邀请你填，想说的可以写在讨论串里。',
  itemSettledBefore: '这条已经结束了。',

  summaryTitle: (team, week) => `总结 · ${team} · 第 ${week} 周`,
  summaryLine: (answered, asked, items, late) =>
    `${asked} 人里 ${answered} 人参与${late > 0 ? `（${late} 人补交）` : ''}，要跟进的改进 ${items} 条。`,
  nobody: (asked) =>
    asked === 0
      ? '大家都在休假，没做完的改进继续留着。'
      : `这周 ${asked} 位都没腾出时间，没做完的改进继续留着。`,
  participation: '参与',
  trend: (before, now) => `参与率 ${before} → ${now}。`,
  weekLabel: (week) => `${week} 周`,
  hidden: (count, minimum, until) => `有 ${count} 份还没公开：不到 ${minimum} 份。${until} 前还可以补。`,
  erased: (count, minimum) => `有 ${count} 份，不到 ${minimum} 份，没有公开，已经删掉。`,
  nameless: '不带名字，顺序打乱。',
  namelessLate: '不带名字，顺序打乱；收了之后补交的。',
  improvementsSaid: '想改进的',
  followedUp: '下次复盘会接着问这些。',
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
  buttons: { summary: '看总结', history: '看历史', now: '现在就开', skip: '这周不开', settings: '设置' },
  answerGone: '这份已经不在了。',
  itemThere: (number) => `这条已经记成 I-${number} 了。`,
  historyTitle: (teams) => `前几次复盘 · ${teams.join('、')}`,
  weekTitle: (week) => `第 ${week} 周`,
  historyLine: (answered, asked, share, late) =>
    [`${asked} 人里 ${answered} 人参与`, share, late > 0 ? `${late} 人补交` : ''].filter(Boolean).join(' · '),
  summaryButton: (week) => `第 ${week} 周`,
  moreHighlights: (count) => `还有 ${count} 条`,
  whichTeamSettings: '哪个团队的复盘？',
  settingTitle: '周复盘',
  settingSubmit: '保存',
  settingNote: (team) => `${team}。从下一次开的复盘起生效。`,
  namesLabel: '名字',
  namesHint: '不带名字时，谁写的、什么时候写的都看不出来；想改的有人认领了才记成改进。',
  namedOption: '带名字',
  namelessOption: '不带名字',
  minimumLabel: '满几份才公开',
  minimumHint: (fewest) => `只在不带名字时用。至少 ${fewest} 份：两份的话，彼此都猜得到。`,
  minimumUnread: (fewest, most) => `写一个 ${fewest} 到 ${most} 的数。`,
  monthEndLabel: '当月最后两个工作日',
  monthEndHint: '月底最后几单正在签的时候',
  monthEndShort: '只问两个问题，也不催',
  monthEndUsual: '照常',
  settingSaved: (team) => `${team}的设置存好了，从下一次复盘起生效。`,
  settingNews: (name, minimum) =>
    minimum > 0
      ? `从下一次复盘起，答案不带名字（${name}）。收的时候满 ${minimum} 份就打乱顺序一起公开。`
      : `从下一次复盘起，答案重新带上名字（${name}）。`,
  waiting: (count) => `目前有 ${count} 份，收的时候一起公开。`,
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
