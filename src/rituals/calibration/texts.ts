import type { Both } from '../../kernel/locale.ts'
import { tableTexts } from './table-texts.ts'

const en = {
  ...tableTexts.en,
  name: 'monthly calibration',
  command: 'The monthly calibration: goals, changes in the market, what we do about them',
  usage: { team: '[Sales]', month: '[2026-11] [Sales]' },
  summaries: {
    state: 'When the next one is, or how the one that is open stands',
    now: 'Hold it now',
    summary: 'What the last one changed and why, or that of a month',
    history: 'The ones that have been',
  },
  title: (team: string, month: string) => `Monthly calibration · ${team} · ${month}`,
  opening: (team: string, month: string) =>
    `Monthly calibration of ${team} for ${month}: where the goals stand, and what has to change.`,
  promised: 'What the last calibration agreed on',
  itemDone: 'done',
  itemDropped: (reason: string) => (reason === '' ? 'dropped' : `dropped: ${reason}`),
  doneButton: 'Done',
  nextWeekButton: 'Next week',
  dropButton: 'Dropped',
  lastMonth: 'How last month ended',
  now: 'Where the goals stand',
  people: 'By person',
  time: (period: string, share: string, left: number) =>
    `${period}: ${share} of the workdays are over, ${left} left`,
  and: '; ',
  noGoals: (month: string) =>
    `No goals are set for ${month} yet. An example: /goal add company ${month} signed 500k`,
  more: (count: number) => `and ${count} more: /goal tree`,
  ask: (closes: string) =>
    `Has the market moved: a competitor’s price, a rule, a promotion? First what we will do differently and who does it; then, where needed, another number. Open until ${closes}.`,
  contribute: 'Add a change',
  over: 'Closed. What changed and why is in the thread.',

  remindTitle: (count: number, team: string, closes: string) =>
    `${count === 1 ? '1 proposal' : `${count} proposals`} of ${team}’s calibration ${count === 1 ? 'waits' : 'wait'} for you. It closes ${closes}; what is not decided by then stays open.`,
  approve: 'Approve',
  decline: 'Decline',
  remindDone: 'Nothing waits for you any more.',

  summaryTitle: (team: string, month: string) => `What changed and why · ${team} · ${month}`,
  nothing: 'Nothing was put on the table: the goals and the way to them stay as they are.',
  line: (changed: number, actions: number, open: number) =>
    `${changed === 1 ? '1 goal' : `${changed} goals`} changed, ${actions === 1 ? '1 action' : `${actions} actions`} agreed${open === 0 ? '.' : `, ${open === 1 ? '1 proposal' : `${open} proposals`} still open.`}`,
  markets: 'In the market',
  actionsTitle: 'What we do about it',
  changes: 'Goals changed',
  declined: 'Goals that stay',
  waiting: 'Still to be decided: this stays open, and can be decided in the thread',
  change: (label: string, name: string, before: string, after: string, why: string) =>
    `${label} ${name}: ${before} → ${after}.${why === '' ? '' : ` ${why}`}`,
  asked: (name: string) => `asked by ${name}`,
  agreed: (names: string) => `agreed by ${names}`,
  declinedBy: (name: string) => `declined by ${name}`,
  direct: (name: string) => `changed by ${name}`,
  names: (all: readonly string[]) => all.join(' and '),
  aside: (parts: readonly string[]) => ` (${parts.join('; ')})`,
}

const zh: typeof en = {
  ...tableTexts['zh-CN'],
  name: '月度校准会',
  command: '月度校准会：目标、市场变化、打法怎么变',
  usage: { team: '[销售一部]', month: '[11月] [销售一部]' },
  summaries: {
    state: '下次什么时候开，或者正开着的怎么样了',
    now: '现在就开',
    summary: '上一次改了什么、为什么，或者某个月的',
    history: '开过的有哪些',
  },
  title: (team, month) => `月度校准会 · ${team} · ${month}`,
  opening: (team, month) => `${team}${month}的校准会开始了：目标走到哪了，有什么要调。`,
  promised: '上次校准会定的行动',
  itemDone: '做完了',
  itemDropped: (reason) => (reason === '' ? '不做了' : `不做了：${reason}`),
  doneButton: '做了',
  nextWeekButton: '推到下周',
  dropButton: '不做了',
  lastMonth: '上个月的结果',
  now: '目标进度',
  people: '个人目标',
  time: (period, share, left) => `${period}工作日过了 ${share}，剩 ${left} 天`,
  and: '；',
  noGoals: (month) => `${month}还没有目标，可以写成：目标 添加 公司${month.replaceAll(' ', '')}签约 50万`,
  more: (count) => `还有 ${count} 个，看全部：目标 树`,
  ask: (closes) =>
    `市场有变化吗：对手降价、政策、活动改期？先说打法怎么变、谁来做；不够的话再提改数字。${closes} 收。`,
  contribute: '写变化',
  over: '已经收了，改了什么、为什么，都在讨论串里。',

  remindTitle: (count, team, closes) =>
    `${team}的校准会还有 ${count} 个提议等你定。${closes} 收，到时没定的先挂着。`,
  approve: '同意',
  decline: '不同意',
  remindDone: '没有等你定的了。',

  summaryTitle: (team, month) => `改了什么、为什么 · ${team} · ${month}`,
  nothing: '这次没有要改的，目标和打法照旧。',
  line: (changed, actions, open) =>
    `目标改了 ${changed} 个，行动定了 ${actions} 条${open === 0 ? '。' : `，还有 ${open} 个提议没定。`}`,
  markets: '市场变化',
  actionsTitle: '我们怎么做',
  changes: '改了的目标',
  declined: '不改的目标',
  waiting: '还没定的，先挂着，在讨论串里还可以定',
  change: (label, name, before, after, why) => `${label} ${name}：${before} → ${after}。${why}`,
  asked: (name) => `${name}提`,
  agreed: (names) => `${names}同意`,
  declinedBy: (name) => `${name}没同意`,
  direct: (name) => `${name}改`,
  names: (all) => all.join('、'),
  aside: (parts) => `（${parts.join('，')}）`,
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
