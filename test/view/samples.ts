import type { Form } from '../../src/view/form.ts'
import type { Known } from '../../src/view/known.ts'
import * as v from '../../src/view/view.ts'

/** One block of every kind, as the product might say it. */
export const everyBlock: { [Kind in v.Block['kind']]: Extract<v.Block, { kind: Kind }> } = {
  heading: { kind: 'heading', text: [v.plain('11 月提成')] },
  text: {
    kind: 'text',
    text: [
      v.plain('记好了：'),
      v.bold('华为'),
      v.plain(' 12 万，'),
      v.quiet('昨天签'),
      v.newline,
      v.code('D-128'),
      v.struck('10 万'),
      v.plain(' '),
      v.link('合同', 'https://crm.example/d?id=128&v=2'),
      v.plain(' '),
      v.person({ id: 'li', name: '李雷' }),
      v.emoji('🥁'),
    ],
  },
  context: { kind: 'context', text: [v.plain('王经理登记，经办 '), v.person({ id: 'li', name: '李雷' })] },
  fields: {
    kind: 'fields',
    fields: [
      { label: '目标', value: [v.plain('100,000 元')] },
      { label: '负责人', value: [v.person({ id: 'li', name: '李雷' })] },
      { label: '合同号', value: [v.plain('HW_2026*11')] },
    ],
  },
  list: {
    kind: 'list',
    ordered: true,
    items: [[v.plain('找两家老客户')], [v.bold('报价'), v.plain('提前一天')]],
  },
  table: {
    kind: 'table',
    columns: [
      { title: '名次', align: 'left' },
      { title: '谁', align: 'left' },
      { title: '签单', align: 'right' },
    ],
    rows: [
      [[v.plain(1)], [v.plain('韩梅梅')], [v.plain('452,000')]],
      [[v.plain(2)], [v.person({ id: 'li', name: '李雷' })], [v.plain('98,000')]],
    ],
    mine: 1,
  },
  attainment: {
    kind: 'attainment',
    label: '11 月达成',
    confirmedBps: 7800,
    provisionalBps: 1299,
    ticks: [
      { atBps: 8000, label: '起提 4,000 元' },
      { atBps: 10_000, label: '6,000 元' },
    ],
  },
  chart: {
    kind: 'chart',
    shape: 'bar',
    title: '每月签单',
    unit: '万元',
    labels: ['9月', '10月', '11月'],
    series: [{ name: '签约', values: [12, 18.5, 30] }],
  },
  sparkline: {
    kind: 'sparkline',
    label: '近几个月',
    points: [
      { label: '8 月', text: '没有数' },
      { label: '9 月', value: 450_000, text: '4,500 元' },
      { label: '10 月', value: 0, text: '0 元' },
      { label: '11 月', value: 600_000, text: '6,000 元' },
    ],
  },
  seal: { kind: 'seal', characters: '签单王', tone: 'gold', text: [v.bold('韩梅梅'), v.plain(' 11 月')] },
  divider: { kind: 'divider' },
  actions: {
    kind: 'actions',
    buttons: [
      { label: '算法', action: 'commission.explain', value: '2026-11', tone: 'primary' },
      { label: '作废', action: 'deal.void', tone: 'danger', confirm: 'D-128 作废后不能恢复。' },
    ],
  },
  details: { kind: 'details', title: '怎么算的', blocks: [{ kind: 'text', text: [v.plain('90,000 × 5%')] }] },
}

/** A form with one field of every kind. */
export const everyField: Form = {
  form: 'deal.add',
  title: '记一单',
  submit: '记下',
  state: 'from "D-1"\nline two',
  fields: [
    { kind: 'note', text: '金额可以写 12万。' },
    { kind: 'text', name: 'customer', label: '客户', initial: '华为' },
    { kind: 'long-text', name: 'note', label: '备注', optional: true, initial: '第一行\n第二行' },
    { kind: 'money', name: 'amount', label: '金额', hint: '如 12万、1.5w' },
    { kind: 'number', name: 'share', label: '份额', initial: '60' },
    { kind: 'date', name: 'signed', label: '签约日期', initial: '2026-11-20' },
    { kind: 'person', name: 'owner', label: '负责人', initial: 'li' },
    { kind: 'people', name: 'split', label: '分单', optional: true, initial: ['li', 'han'] },
    { kind: 'channel', name: 'where', label: '频道', initial: 'C0DEALS' },
    {
      kind: 'choice',
      name: 'product',
      label: '产品',
      options: [
        { value: 'crm', label: 'CRM' },
        { value: 'erp', label: 'ERP' },
      ],
      initial: 'crm',
    },
    {
      kind: 'choices',
      name: 'days',
      label: '哪几天',
      optional: true,
      options: [
        { value: 'mon', label: '周一' },
        { value: 'fri', label: '周五' },
      ],
      initial: ['fri'],
    },
    {
      kind: 'scale',
      name: 'mood',
      label: '这周顺不顺',
      options: [
        { value: '1', label: '1 很不顺' },
        { value: '2', label: '2' },
        { value: '3', label: '3 很顺' },
      ],
      initial: '2',
    },
  ],
}

/** A Slack team that knows 李雷 and nobody else. */
export const knowsLi: Known = {
  mention: (person) => (person === 'li' ? 'U0LI' : undefined),
  personOf: (external) => (external === 'U0LI' ? 'li' : undefined),
  locale: 'zh-CN',
}
