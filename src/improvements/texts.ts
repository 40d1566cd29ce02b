import type { Both } from '../kernel/locale.ts'

const en = {
  summary: 'What you mean to do better, and by when',
  usage: {
    add: 'call two old customers due=friday [owner=@Li Lei]',
    done: 'I-7 [note]',
    postpone: 'I-7 [date] [reason]',
    drop: 'I-7 reason',
    assign: 'I-7 @Han Meimei [reason]',
    show: 'I-7',
    stats: '[@Li Lei | team]',
  },
  summaries: {
    mine: 'Your open improvement items',
    team: 'The open items of your teams',
    add: 'Write one down',
    done: 'It is done',
    postpone: 'Move it to a later day',
    drop: 'Close it without doing it, with the reason',
    assign: 'Give it to somebody else, who is told',
    show: 'One item and everything that has happened to it',
    stats: 'What became of the items: opened, closed on time, late, dropped',
  },
  mine: (count: number) =>
    count === 1 ? 'You have 1 open improvement item.' : `You have ${count} open improvement items.`,
  team: (count: number) =>
    count === 1
      ? 'Your teams have 1 open improvement item.'
      : `Your teams have ${count} open improvement items.`,
  none: 'You have no open improvement items. Write one down: /improve add call two old customers due=friday',
  teamNone: 'Nothing is open in your teams.',
  noTeam: 'You lead no team. Your own items: /improve',
  more: (count: number) => `and ${count} more`,
  due: (date: string) => `due ${date}`,
  overdue: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  postponed: (times: number) =>
    times === 1 ? 'postponed once' : times === 2 ? 'postponed twice' : `postponed ${times} times`,
  age: (days: number) => `open for ${days} workdays`,
  from: {
    retro: (week: number) => `retro of week ${week}`,
    calibration: (month: number) => `calibration of month ${month}`,
    ritual: (name: string) => name,
    review: (month: number) => `data review in month ${month}`,
  },
  doneButton: 'Done',
  nextWeekButton: 'Next week',
  dropButton: 'Dropped',
  moreButton: 'More',
  addButton: 'Write one down',
  statsButton: 'Figures',
  dateButton: 'Other date',
  assignButton: 'Give it to someone',
  remind: (count: number, older: number) =>
    older > 0
      ? `${count === 1 ? '1 thing is' : `${count} things are`} due today, ${older} from before ${older === 1 ? 'is' : 'are'} still open: did you get to them?`
      : count === 1
        ? 'Due today: did you get to it?'
        : `${count} things are due today: did you get to them?`,
  remindLate: 'This was due while I was away: did you get to it?',
  remindAgain: (count: number) =>
    count === 1
      ? 'Still open. Shall it stay on your list?'
      : `${count} things are still open. Shall they stay on your list?`,
  ownerless: (name: string, count: number) =>
    `${name} is no longer here and has left ${count === 1 ? '1 open item' : `${count} open items`}. Who takes over?`,
  nothingToAdd: 'What is to be improved? For example: /improve add call two old customers due=friday',
  dateUnread: (word: string) =>
    `I could not read the date “${word}”, so nothing is saved. Write due=friday, due=11-27 or due=2026-11-27.`,
  datePast: (date: string) => `${date} is over already, so nothing is saved. Choose today or a later day.`,
  notYours: (name: string) =>
    `Only ${name}, their managers and admins can change that one. Yours are here: /improve`,
  notForOthers: (name: string) =>
    `Only ${name}’s managers and admins can give them an item. Your own: /improve add …`,
  added: (number: number, what: string, date: string) => `Saved I-${number}: ${open(what)}, due ${date}.`,
  addedFor: (number: number, name: string, what: string, date: string) =>
    `Saved I-${number} for ${name}: ${open(what)}, due ${date}.`,
  given: (by: string, number: number, what: string, date: string) =>
    `${by} gave you I-${number}: ${open(what)}, due ${date}.`,
  numberUnread: (word: string, command: string) =>
    word === ''
      ? `Which one? Write its number: /improve ${command} I-7`
      : `I could not read “${word}” as an item. Write its number: /improve ${command} I-7`,
  unknown: (number: number) => `There is no I-${number}. Your items: /improve`,
  closedAlready: (number: number) => `I-${number} is closed already.`,
  reasonNeeded: (number: number) =>
    `Why is it dropped? Write the reason too: /improve drop I-${number} the customer has left`,
  done: (number: number, what: string) => `I-${number} is done: ${open(what)}.`,
  movedTo: (number: number, what: string, date: string) => `I-${number} is now due ${date}: ${open(what)}.`,
  dropped: (number: number, what: string, reason: string) =>
    `I-${number} is dropped: ${open(what)}. Reason: ${reason}`,
  by: (name: string, sentence: string) => `${name}: ${sentence}`,
  dropTitle: 'Drop an item',
  dropSubmit: 'Drop',
  dropReason: 'Why',
  dropHint: 'One sentence is enough.',
  home: 'My improvement items',
  ownerUnread: 'Choose who takes it on.',
  addTitle: 'Improvement item',
  addSubmit: 'Save',
  whatLabel: 'What is to be improved',
  ownerLabel: 'Who takes it on',
  dueLabel: 'By when',
  reasonLabel: 'Why',
  dateTitle: 'Another date',
  dateSubmit: 'Move it',
  assignTitle: 'Give it to someone',
  assignSubmit: 'Hand over',
  assigned: (number: number, what: string, name: string, date: string) =>
    `I-${number} is now ${name}’s: ${open(what)}, due ${date}.`,
  handed: (by: string, number: number, what: string, date: string) =>
    `${by} handed you I-${number}: ${open(what)}, due ${date}.`,
  handedReason: (reason: string) => `Why: ${reason}`,
  theirsAlready: (number: number, name: string) => `I-${number} is ${name}’s already.`,
  whoUnread: (number: number) =>
    `Give I-${number} to whom? Write it behind: /improve assign I-${number} @Li Lei`,
  notToThem: (name: string) =>
    `You can give an item to colleagues of your own team and to people whom you lead; ${name} is neither.`,
}

const zh: typeof en = {
  summary: '想改进的事，到什么时候',
  usage: {
    add: '给两家老客户打电话 截止=周五 [负责人=@李雷]',
    done: 'I-7 [说明]',
    postpone: 'I-7 [日期] [原因]',
    drop: 'I-7 原因',
    assign: 'I-7 @韩梅梅 [原因]',
    show: 'I-7',
    stats: '[@李雷 | 团队]',
  },
  summaries: {
    mine: '我没做完的改进',
    team: '团队没做完的改进',
    add: '记一条改进',
    done: '做完了',
    postpone: '推到后面',
    drop: '不做了，写上原因',
    assign: '交给别人，会告诉 TA',
    show: '看一条的来龙去脉',
    stats: '看数字：新开、按时、晚了、不做了各多少',
  },
  mine: (count) => `你有 ${count} 条改进还没做完。`,
  team: (count) => `团队有 ${count} 条改进还没做完。`,
  none: '你没有没做完的改进。想记一条：改进 加 给两家老客户打电话 截止=周五',
  teamNone: '团队里没有没做完的改进。',
  noTeam: '你没有带团队。你自己的在这里：改进',
  more: (count) => `还有 ${count} 条`,
  due: (date) => `${date}前`,
  overdue: (days) => `过期 ${days} 天`,
  postponed: (times) => `推迟过 ${times} 次`,
  age: (days) => `开了 ${days} 个工作日`,
  from: {
    retro: (week) => `来自第 ${week} 周复盘`,
    calibration: (month) => `来自 ${month} 月校准会`,
    ritual: (name) => `来自${name}`,
    review: (month) => `来自 ${month} 月数据复盘会`,
  },
  doneButton: '做了',
  nextWeekButton: '推到下周',
  dropButton: '不做了',
  moreButton: '更多',
  addButton: '记一条',
  statsButton: '看数字',
  dateButton: '改日期',
  assignButton: '交给别人',
  remind: (count, older) =>
    older > 0
      ? `今天有 ${count} 条到期，之前的还有 ${older} 条开着，做了吗？`
      : count === 1
        ? '今天到期，做了吗？'
        : `今天有 ${count} 条到期，做了吗？`,
  remindLate: '这条到期时我不在线，做了吗？',
  remindAgain: (count) => (count === 1 ? '这条还开着，还留着吗？' : `还有 ${count} 条开着，还留着吗？`),
  ownerless: (name, count) => `${name}已经离开，还有 ${count} 条改进开着，谁来接？`,
  nothingToAdd: '想改进什么？可以写成：改进 加 给两家老客户打电话 截止=周五',
  dateUnread: (word) =>
    `日期「${word}」没读懂，这条还没记。可以写成：截止=周五、截止=11-27 或 截止=2026-11-27`,
  datePast: (date) => `${date}已经过了，这条还没记。请选今天或以后的日子。`,
  notYours: (name) => `这条只有${name}本人、主管和管理员能改。你的在这里：改进`,
  notForOthers: (name) => `只有${name}的主管和管理员能给 TA 记改进。记自己的：改进 加 …`,
  added: (number, what, date) => `记好了：I-${number} ${open(what)}，${date}前。`,
  addedFor: (number, name, what, date) => `给${name}记好了：I-${number} ${open(what)}，${date}前。`,
  given: (by, number, what, date) => `${by}给你记了一条改进：I-${number} ${open(what)}，${date}前。`,
  numberUnread: (word, command) =>
    word === ''
      ? `是哪一条？写上编号：改进 ${ZH_VERBS[command] ?? command} I-7`
      : `「${word}」没读懂，写上编号：改进 ${ZH_VERBS[command] ?? command} I-7`,
  unknown: (number) => `没有 I-${number} 这一条。你的在这里：改进`,
  closedAlready: (number) => `I-${number} 已经结束了。`,
  reasonNeeded: (number) => `为什么不做了？把原因也写上：改进 不做了 I-${number} 客户已经流失`,
  done: (number, what) => `I-${number} 做完了：${open(what)}。`,
  movedTo: (number, what, date) => `I-${number} 推到 ${date}：${open(what)}。`,
  dropped: (number, what, reason) => `I-${number} 不做了：${open(what)}。原因：${reason}`,
  by: (name, sentence) => `${name}：${sentence}`,
  dropTitle: '这条不做了',
  dropSubmit: '不做了',
  dropReason: '为什么',
  dropHint: '一句话就行。',
  home: '我的改进',
  ownerUnread: '选一位负责人。',
  addTitle: '记一条改进',
  addSubmit: '记下',
  whatLabel: '想改进什么',
  ownerLabel: '谁来做',
  dueLabel: '到什么时候',
  reasonLabel: '为什么',
  dateTitle: '改日期',
  dateSubmit: '改到这天',
  assignTitle: '交给别人',
  assignSubmit: '交出去',
  assigned: (number, what, name, date) => `I-${number} 现在归${name}：${open(what)}，${date}前。`,
  handed: (by, number, what, date) => `${by}把 I-${number} 交给你：${open(what)}，${date}前。`,
  handedReason: (reason) => `原因：${reason}`,
  theirsAlready: (number, name) => `I-${number} 已经是${name}的了。`,
  whoUnread: (number) => `I-${number} 交给谁？写在后面：改进 交给 I-${number} @李雷`,
  notToThem: (name) => `可以交给同一个团队的同事，或者你带的人；${name}都不是。`,
}

const ZH_VERBS: Record<string, string> = {
  done: '做了',
  postpone: '推迟',
  drop: '不做了',
  assign: '交给',
  show: '看',
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }

/** What was written, without the full stop at its end: the sentence around it goes on. */
function open(what: string): string {
  return what.replace(/[.。]+$/u, '')
}
