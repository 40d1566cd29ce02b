import type { Both } from '../kernel/locale.ts'

const en = {
  command: 'When you are away: nobody waits for you then',
  summaries: {
    list: 'Your coming days off, and those of your people',
    add: 'Note when you, or one of your people, are away',
    cancel: 'Take days off back',
  },
  usage: { add: '[@Li Lei] 11-25 11-28', cancel: '[@Li Lei] [11-25]' },
  title: 'Time off',
  none: 'You have no days off coming.',
  own: 'Yours',
  others: 'Your people',
  line: (span: string, name: string | undefined) => (name === undefined ? span : `${name}: ${span}`),
  span: (from: string, to: string) => `${from} – ${to}`,
  more: (count: number) => `and ${count} more`,
  hint: 'As in: /timeoff 11-25 11-28',
  enter: 'Enter days off',
  cancelLabel: (span: string) => `Take back ${span}`,
  saved: (span: string) =>
    `Noted: you are away ${span}. Retro, nudges and reminders leave you alone until you are back, and you are not counted.`,
  savedFor: (name: string, span: string) => `Noted: ${name} is away ${span}, and has been told.`,
  known: (span: string) => `That is noted already: ${span}.`,
  told: (by: string, span: string) =>
    `${by} has noted that you are away ${span}. Not right? Take it back here.`,
  cancelled: (span: string) => `Taken back: ${span}.`,
  cancelledFor: (name: string, span: string) => `Taken back: ${name}, ${span}.`,
  endsEarly: (span: string) => `Welcome back. Your time off ${span} has ended.`,
  endsEarlyFor: (name: string, span: string) => `The time off of ${name}, ${span}, has ended.`,
  cancelledNews: (by: string, span: string) => `${by} has taken your time off ${span} back.`,
  gone: 'That is over, or was taken back already.',
  nothing: 'There are no coming days off to take back.',
  notOn: (date: string) => `No days off are noted for ${date}, so nothing changed.`,
  which: 'Which ones?',
  notYours: (name: string) =>
    `Only ${name}, who leads them, and admins can do that. Your own: /timeoff 11-25 11-28`,
  unreadNothing: 'From when to when? As in: /timeoff 11-25 11-28',
  unreadDate: (word: string, from: string | undefined) =>
    `${from === undefined ? '' : `From ${from}, but `}${from === undefined ? 'T' : 't'}he date “${word}” I could not read, so nothing is saved. Try: /timeoff 11-25 11-28`,
  unreadWord: (word: string, from: string) =>
    `From ${from}, but I do not know what “${word}” is meant to say, so nothing is saved. Two dates are enough: /timeoff 11-25 11-28`,
  unreadSpan: (from: string, to: string) =>
    `From ${from} to ${to} is not a span up to a year, so nothing is saved. Write the first day first: /timeoff 11-25 11-28`,
  formTitle: 'Enter days off',
  submit: 'Save',
  who: 'Who',
  from: 'First day',
  to: 'Last day',
  toHint: 'Empty: one day',
}

const zh: typeof en = {
  command: '请假：那几天不催你，也不算你',
  summaries: {
    list: '看看接下来的请假，主管还能看到自己人的',
    add: '记下自己或自己人哪几天不在',
    cancel: '取消请假',
  },
  usage: { add: '[@李雷] 11-25 11-28', cancel: '[@李雷] [11-25]' },
  title: '请假',
  none: '你接下来没有请假。',
  own: '你的',
  others: '你的人',
  line: (span, name) => (name === undefined ? span : `${name}：${span}`),
  span: (from, to) => `${from}到 ${to}`,
  more: (count) => `还有 ${count} 条`,
  hint: '可以写成：请假 11-25 11-28',
  enter: '请假',
  cancelLabel: (span) => `取消 ${span}`,
  saved: (span) => `记好了：${span}你不在。复盘、催办和提醒都等你回来，人数也不算你。`,
  savedFor: (name, span) => `记好了：${name} ${span}不在，已经告诉 TA 了。`,
  known: (span) => `已经记过了：${span}。`,
  told: (by, span) => `${by}帮你记了请假：${span}。不对的话可以在这里取消。`,
  cancelled: (span) => `取消好了：${span}。`,
  cancelledFor: (name, span) => `取消好了：${name} ${span}。`,
  endsEarly: (span) => `欢迎回来，${span}的请假到此为止。`,
  endsEarlyFor: (name, span) => `${name} ${span}的请假到此为止。`,
  cancelledNews: (by, span) => `${by}取消了你的请假：${span}。`,
  gone: '这次请假已经过去，或者已经取消了。',
  nothing: '接下来没有请假可以取消。',
  notOn: (date) => `${date}没有请假，什么都没改。`,
  which: '要取消哪一次？',
  notYours: (name) => `只有${name}本人、主管和管理员能做。你自己的可以写成：请假 11-25 11-28`,
  unreadNothing: '从哪天到哪天？可以写成：请假 11-25 11-28',
  unreadDate: (word, from) =>
    `${from === undefined ? '' : `从 ${from}起，可是`}日期「${word}」没读懂，还没记。可以写成：请假 11-25 11-28`,
  unreadWord: (word, from) => `从 ${from}起，可是「${word}」没读懂，还没记。写两个日期就行：请假 11-25 11-28`,
  unreadSpan: (from, to) =>
    `${from}到 ${to}不是一年以内的一段日子，还没记。先写第一天，再写最后一天：请假 11-25 11-28`,
  formTitle: '请假',
  submit: '保存',
  who: '谁',
  from: '第一天',
  to: '最后一天',
  toHint: '不填就是一天',
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
