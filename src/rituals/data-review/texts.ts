import type { Both } from '../../kernel/locale.ts'
import { findingTexts } from './finding-texts.ts'

const en = {
  ...findingTexts.en,
  name: 'monthly data review',
  command: 'The monthly data review: charts, findings, cases',
  usage: { team: '[Sales]', month: '[2026-11] [Sales]' },
  summaries: {
    state: 'When the next one is, or what the one that is open has found',
    now: 'Hold it now',
    summary: 'What the last one found, or that of a month',
    history: 'The ones that have been',
    notes: 'The SOP notes that came out of them',
  },
  title: (team: string, month: string) => `Monthly data review · ${team} · ${month}`,
  opening: (team: string, month: string) =>
    `Data review of ${team} for ${month}: what moved, and what to make of it.`,
  findingsTitle: 'What the figures say',
  within: 'The data review would fall into this week as well, so both are held here, in one thread.',
  withinTitle: (month: string) => `Data review · ${month}`,
  elsewhere: (month: string) => `The data review of ${month} is held within the calibration, in its thread.`,
  ask: (closes: string) =>
    `Who has a case to tell: how a deal was won or lost, and what others can take from it? Open until ${closes}.`,
  addCase: 'Tell a case',
  over: 'Closed. Cases and what was made of the findings are in the thread.',
  basis: (month: string, people: number) =>
    people === 1
      ? `By who was in the team at the end of ${month}: 1 person.`
      : `By who was in the team at the end of ${month}: ${people} people.`,
  foreign: (deals: number) =>
    deals === 1
      ? '1 deal in another currency counts at the rate recorded with it.'
      : `${deals} deals in another currency count at the rate recorded with them.`,
  small: (least: number) => `“Small sample” stands where fewer than ${least} deals say something.`,

  caseTitle: 'A case',
  caseWhat: 'Which deal or customer',
  caseHow: 'What happened',
  caseLesson: 'What others can take from it',
  send: 'Send',
  caseSaid: (name: string) => `${name} tells a case`,
  lesson: 'To take from it',
  thanks: 'Saved, and shown in the thread.',
  repeated: 'This one is saved already.',

  toItem: 'Improve',
  toPlan: 'Backtest a plan',
  toSop: 'SOP note',
  itemTitle: 'An improvement item',
  itemWhat: 'What we will do',
  owner: 'Who does it',
  due: 'By when',
  sopTitle: 'An SOP note',
  sopName: 'Title',
  sopSteps: 'Steps, one to a line',
  sopSaid: (name: string) => `${name} noted how we do it`,
  planSummary: 'A plan to backtest',
  planIntro: (finding: string) => `For: ${finding}`,
  planHow: (file: string) =>
    `This is the plan in force for the team. Save it as ${file}, change what you want to try, and see what it would have cost:`,
  planNone: (file: string) =>
    `No plan is in force for the team yet. Write one as ${file} (examples stand in the folder plans), and see what it would have cost:`,
  notLeading: (team: string) => `Only who leads ${team}, finance and admins can draft a plan.`,

  closed: 'This review is closed. What the figures say can still be used: /review summary',
  notYours: (team: string) => `This review is for ${team}. Yours opens in your own team’s channel.`,
  dateUnread: (word: string) => `I could not read the date “${word}”. For example 11-27.`,
  missing: 'Please fill this in.',
  gone: 'There is nothing to be found about that any more.',

  closeTitle: (team: string, month: string) => `What came out of it · ${team} · ${month}`,
  outcome: (cases: number, items: number, notes: number) =>
    cases + items + notes === 0
      ? 'No case, improvement item or SOP note came out of it.'
      : `${cases} ${cases === 1 ? 'case' : 'cases'}, ${items} improvement ${items === 1 ? 'item' : 'items'}, ${notes} SOP ${notes === 1 ? 'note' : 'notes'}.`,
  cases: 'Cases',
  items: 'Improvement items',
  notes: 'SOP notes',
  noNotes: 'There are no SOP notes yet. A finding of the data review has a button for one.',
  noteFrom: (month: string, name: string) => `${month} · ${name}`,
  more: (count: number) => `and ${count} more`,
}

const zh: typeof en = {
  ...findingTexts['zh-CN'],
  name: '数据复盘会',
  command: '数据复盘会：图表、发现、案例',
  usage: { team: '[销售一部]', month: '[11月] [销售一部]' },
  summaries: {
    state: '下次什么时候开，或者正开着的说了什么',
    now: '现在就开',
    summary: '上一次的结果，或者某个月的',
    history: '开过的有哪些',
    notes: '留下来的标准做法',
  },
  title: (team, month) => `数据复盘会 · ${team} · ${month}`,
  opening: (team, month) => `${team}${month}的数据复盘会开始了：什么变了，接下来怎么用。`,
  findingsTitle: '数据说了什么',
  within: '数据复盘会也落在这一周，两个会合在这里一起开，都在这个讨论串里。',
  withinTitle: (month) => `数据复盘 · ${month}`,
  elsewhere: (month) => `${month}的数据复盘和校准会合着开，在它的讨论串里。`,
  ask: (closes) => `谁有案例想讲：一单怎么赢的、怎么丢的，别人能学到什么？${closes} 收。`,
  addCase: '讲一个案例',
  over: '已经收了，案例和后续都在讨论串里。',
  basis: (month, people) => `按 ${month}底在队的 ${people} 人算。`,
  foreign: (deals) => `有 ${deals} 单是外币，按记录时的汇率折算。`,
  small: (least) => `不到 ${least} 单的发现会注明「样本少」。`,

  caseTitle: '讲一个案例',
  caseWhat: '哪一单，或哪个客户',
  caseHow: '发生了什么',
  caseLesson: '别人能学到什么',
  send: '提交',
  caseSaid: (name) => `${name}讲了一个案例`,
  lesson: '可以学的',
  thanks: '记好了，已发到讨论串。',
  repeated: '这条已经记过了。',

  toItem: '记改进',
  toPlan: '试算方案',
  toSop: '记标准做法',
  itemTitle: '记一条改进',
  itemWhat: '我们怎么做',
  owner: '谁来做',
  due: '什么时候前',
  sopTitle: '记一条标准做法',
  sopName: '标题',
  sopSteps: '步骤，一行一步',
  sopSaid: (name) => `${name}记了一条标准做法`,
  planSummary: '一份可以试算的方案',
  planIntro: (finding) => `起因：${finding}`,
  planHow: (file) => `下面是这个团队现在的方案。存成 ${file}，改你想试的地方，再看看它本来会花多少：`,
  planNone: (file) => `这个团队还没有方案。照随程序附的例子写一份 ${file}，再看看它本来会花多少：`,
  notLeading: (team) => `方案草稿只有${team}的主管、财务和管理员能开。`,

  closed: '这次数据复盘会已经收了，数据还可以接着用：数据复盘 总结',
  notYours: (team) => `这是${team}的数据复盘会，你的在自己团队的频道里。`,
  dateUnread: (word) => `日期「${word}」没读懂，可以写成 11-27。`,
  missing: '这一项要填。',
  gone: '这条已经找不到了。',

  closeTitle: (team, month) => `留下了什么 · ${team} · ${month}`,
  outcome: (cases, items, notes) =>
    cases + items + notes === 0
      ? '这次没有留下案例、改进和标准做法。'
      : `案例 ${cases} 个，改进 ${items} 条，标准做法 ${notes} 条。`,
  cases: '案例',
  items: '改进',
  notes: '标准做法',
  noNotes: '还没有标准做法。数据复盘会的每条发现下面都可以记一条。',
  noteFrom: (month, name) => `${month} · ${name}`,
  more: (count) => `还有 ${count} 条`,
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
