import type { Both } from '../../kernel/locale.ts'
import type { Metric } from '../goal.ts'

const en = {
  added: (label: string, name: string, value: string) => `Saved ${label}. ${name}: ${value}.`,
  paysNow: 'Attainment and pay are measured against this target.',
  smartTitle: 'SMART check',
  align: (label: string) => `Put under ${label}`,
  aligned: (label: string, name: string) => `Done: it now serves ${label}, ${name}.`,
  notAligned: 'These two no longer fit together. See them with /goal tree.',
  cannotServe: (label: string) =>
    `${label} does not stand above this goal, so nothing is saved. A person’s goal serves the team’s, a team’s the company’s: /goal tree`,
  nothingSaved: 'Nothing is saved yet.',
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
  align: (label) => `挂到 ${label}`,
  aligned: (label, name) => `挂好了，支撑 ${label} ${name}。`,
  notAligned: '这两个目标已经对不上了，看看目标树：目标 目标树',
  cannotServe: (label) =>
    `${label} 不在这个目标的上一级，所以还没记。个人的支撑部门的，部门的支撑公司的：目标 目标树`,
  nothingSaved: '这个目标还没记。',
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
