import type { Both } from '../kernel/locale.ts'

const en = {
  title: (whose: string) => `Improvement items · ${whose}`,
  mine: 'mine',
  team: 'my teams',
  summary: (whose: string, opened: number, closed: number, open: number) =>
    `${whose}: ${opened} opened and ${closed} closed in six months, ${open} open now.`,
  onTime: (share: string, of: number) => `${share} of ${of} done were on time.`,
  nothing: 'Nothing has been written down in the last six months. Write one down: /improve add …',
  labels: {
    who: 'Who',
    opened: 'Opened',
    onTime: 'On time',
    late: 'Late',
    dropped: 'Dropped',
    open: 'Open',
    openAge: 'Age of open',
    doneAge: 'Days to done',
    month: 'Month',
  },
  days: (days: number, count: number) => `${days} (n=${count})`,
  none: '–',
  byPerson: 'By person',
  byMonth: 'By month',
  method:
    'Six months with this one. On time: done by the date that stood then, after a postponement by the later one. Ages are medians in workdays. An item counts for who has it now.',
  few: (count: number) => `Only ${count} done: too few to read much into it.`,
  unread: (word: string) => `I know no person or team of yours called “${word}”.`,
  notYours: (name: string) =>
    `The figures of ${name} are for them, those who lead them and admins. Yours: /improve stats`,
  list: 'The list',
}

const zh: typeof en = {
  title: (whose) => `改进数字 · ${whose}`,
  mine: '我的',
  team: '我带的团队',
  summary: (whose, opened, closed, open) =>
    `${whose}：六个月里新开 ${opened} 条，结束 ${closed} 条，现在还开着 ${open} 条。`,
  onTime: (share, of) => `做完的 ${of} 条里 ${share} 按时。`,
  nothing: '最近六个月没有记过改进。想记一条：改进 加 …',
  labels: {
    who: '谁',
    opened: '新开',
    onTime: '按时',
    late: '晚了',
    dropped: '不做了',
    open: '还开着',
    openAge: '已开天数',
    doneAge: '做完用时',
    month: '月份',
  },
  days: (days, count) => `${days}（${count} 条）`,
  none: '–',
  byPerson: '按人看',
  byMonth: '按月看',
  method:
    '连本月共六个月。按时：在当时写着的日期之前做完，推迟过的按后来的日期算。天数是工作日的中位数。条目算在现在的负责人名下。',
  few: (count) => `只做完 ${count} 条，样本太少，别太当真。`,
  unread: (word) => `没有找到叫「${word}」的人，或你能看的团队。`,
  notYours: (name) => `${name}的数字只有本人、主管和管理员能看。你的：改进 数字`,
  list: '看清单',
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
