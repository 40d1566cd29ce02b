import type { Both } from '../../kernel/locale.ts'
import type { Calendar } from './read-days.ts'

const en = {
  summary: 'Days off and extra workdays of the company or a team',
  usage: '[add 2027-02-10 2027-02-16 Spring Festival | work 2027-02-14 | remove 2027-02-10] [team=…]',
  title: 'Workdays',
  calendars: {
    'mon-fri': 'Monday to Friday',
    china: 'China, with public holidays and make-up workdays',
  } satisfies Record<Calendar, string>,
  everyone: 'Everyone',
  counts: (who: string, calendar: string) => `${who}: ${calendar}`,
  inherits: 'as above',
  none: 'No days of your own have been entered.',
  line: (days: string, kind: string, name: string) => `${days} · ${kind}${name === '' ? '' : ` · ${name}`}`,
  span: (from: string, to: string) => `${from} – ${to}`,
  off: 'day off',
  works: 'workday',
  more: (count: number) => `and ${count} more, later`,
  hint: 'Rituals, pace and reminders follow these days.',
  enter: 'Enter days',
  offSet: (days: string, name: string, who: string) =>
    `Done: ${days} off${name === '' ? '' : ` (${name})`} for ${who}. Rituals, pace and reminders follow from now on.`,
  workSet: (days: string, name: string, who: string) =>
    `Done: ${days} counts as a workday${name === '' ? '' : ` (${name})`} for ${who}.`,
  removed: (days: string, who: string) => `Done: for ${who}, ${days} follows the calendar again.`,
  nothingThere: (days: string, who: string) =>
    `Nothing was entered for ${who} on ${days}, so nothing changed.`,
  calendarSet: (calendar: string, who: string) => `Done: ${who} counts by this calendar now: ${calendar}.`,
  inheritSet: (who: string) => `Done: ${who} counts by the days of the teams above it again.`,
  whole: 'everyone',
  nothing: 'Nothing was changed.',
  unreadVerb: (word: string) =>
    `I did not read “${word}”. Write add, work, remove or calendar first, as in: /drumbeat days add 2027-02-10 Spring Festival`,
  unreadDate: (word: string) =>
    `I did not read the date “${word}”, so nothing is saved. Try: /drumbeat days add 2027-02-10 2027-02-16 Spring Festival`,
  unreadSpan: (from: string, to: string) =>
    `From ${from} to ${to} is not a span of days up to a year, so nothing is saved. Write the first day first.`,
  unreadCalendar: (word: string) =>
    `I know no calendar called “${word}”. There are china and mon-fri, and inherit for a team: /drumbeat days calendar china team=Sales`,
  unreadField: (word: string) => `I do not know “${word}=” here. Only team= can be named.`,
  unknownTeam: (word: string, known: string) => `There is no team called ${word}. There are: ${known}.`,
  inheritWhom: 'Only a team can follow what holds above it. Name it: team=…',
  formTitle: 'Enter days',
  submit: 'Save',
  kind: 'What',
  kinds: { off: 'Days off', work: 'Extra workdays', remove: 'Take entered days back' },
  from: 'First day',
  to: 'Last day',
  toHint: 'Empty: one day',
  name: 'Name',
  nameHint: 'As in Spring Festival',
  team: 'For',
  warning: (year: string, until: string) =>
    `I know China's public holidays and make-up workdays until ${until}. For ${year} I would count Monday to Friday, without New Year, 1–2 May and 1–3 October. A newer version knows more; until then you can enter the days.`,
}

const zh: typeof en = {
  summary: '公司或团队自己的放假和补班日',
  usage: '[放假 2027-02-10 2027-02-16 春节 | 上班 2027-02-14 | 取消 2027-02-10] [团队=…]',
  title: '工作日',
  calendars: { 'mon-fri': '周一到周五', china: '中国（含法定假日和调休）' },
  everyone: '全公司',
  counts: (who, calendar) => `${who}：${calendar}`,
  inherits: '和上级一样',
  none: '还没有录入过自己的日子。',
  line: (days, kind, name) => `${days} · ${kind}${name === '' ? '' : ` · ${name}`}`,
  span: (from, to) => `${from}到 ${to}`,
  off: '放假',
  works: '上班',
  more: (count) => `后面还有 ${count} 条`,
  hint: '仪式、进度和提醒都按这些日子算。',
  enter: '录入日子',
  offSet: (days, name, who) =>
    `记好了：${who} ${days}放假${name === '' ? '' : `（${name}）`}，仪式、进度和提醒从现在起按这个算。`,
  workSet: (days, name, who) => `记好了：${who} ${days}上班${name === '' ? '' : `（${name}）`}。`,
  removed: (days, who) => `改好了：${who} ${days}重新按日历算。`,
  nothingThere: (days, who) => `${who} ${days}没有录入过，什么都没改。`,
  calendarSet: (calendar, who) => `改好了：${who}按这个日历算：${calendar}。`,
  inheritSet: (who) => `改好了：${who}重新跟上级团队一样算。`,
  whole: '全公司',
  nothing: '什么都没改。',
  unreadVerb: (word) =>
    `「${word}」没读懂。先写放假、上班、取消或日历，例如：战鼓 工作日 放假 2027-02-10 春节`,
  unreadDate: (word) =>
    `日期「${word}」没读懂，还没记。可以写成：战鼓 工作日 放假 2027-02-10 2027-02-16 春节`,
  unreadSpan: (from, to) => `${from}到 ${to}不是一年以内的一段日子，还没记。请先写第一天，再写最后一天。`,
  unreadCalendar: (word) =>
    `没有叫「${word}」的日历。有中国、周一到周五，团队还可以写跟随，例如：战鼓 工作日 日历 中国 团队=销售部`,
  unreadField: (word) => `这里不认识「${word}=」，只能写团队=。`,
  unknownTeam: (word, known) => `没有叫「${word}」的团队。有这些：${known}。`,
  inheritWhom: '只有团队才能跟随上级，请写上团队=…',
  formTitle: '录入日子',
  submit: '保存',
  kind: '是什么',
  kinds: { off: '放假', work: '补班', remove: '取消录入过的日子' },
  from: '第一天',
  to: '最后一天',
  toHint: '不填就是一天',
  name: '名称',
  nameHint: '例如春节',
  team: '给谁',
  warning: (year, until) =>
    `法定假日和调休我只知道到 ${until}。${year} 年我会按周一到周五算，只扣掉元旦、五一和国庆几天。新版本会带上新的安排，在那之前可以先录入。`,
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
