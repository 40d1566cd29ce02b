import type { Both } from '../../kernel/locale.ts'
import type { EntryKind } from '../deal.ts'

const en = {
  card: {
    signed: ' signed ',
    aDeal: 'a deal',
    summary: (owner: string, customer: string | undefined, amount: string | undefined) =>
      [`${owner} signed`, customer ?? 'a deal', amount].filter(Boolean).join(' '),
    with: 'with ',
    voided: 'This deal was taken out again.',
    refunded: (amount: string) => `${amount} of it were refunded.`,
    refundedInAll: 'It was refunded in full.',
    refundedPart: 'Part of it was refunded.',
  },
  list: {
    title: (period: string, whose: string) => `${whose}, ${period}`,
    mine: 'Your deals',
    everyone: 'Everyone’s deals',
    of: (name: string) => `${name}: deals`,
    myPeople: 'Your and your people’s deals',
    sums: (deals: number, signed: string, confirmed: string, collected: string) =>
      `${deals} ${deals === 1 ? 'deal' : 'deals'}, ${signed} signed (${confirmed} confirmed), ${collected} collected.`,
    empty: (period: string) => `No deals in ${period} yet. Log one: /deal add Huawei 120k`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: 'Previous',
    next: 'Next',
    columns: {
      number: 'No.',
      date: 'Signed',
      customer: 'Customer',
      product: 'Product',
      amount: 'Amount',
      owner: 'Owner',
      state: 'State',
    },
    confirmed: 'confirmed',
    waiting: 'waiting',
    refunded: 'refunded',
    notUnderstood: (word: string) => `I could not read “${word}”. Try: /deal list 2026-11 @Li Lei`,
    teamIsManagers: 'Only managers, finance and admins see a team’s deals. Yours are here: /deal list',
    notTheirs: (name: string) =>
      `Only ${name}, their managers, finance and admins see these deals. Yours are here: /deal list`,
  },
  detail: {
    title: (number: string, customer: string) => `${number} ${customer}`,
    state: 'State',
    collected: 'Collected',
    base: 'Converted',
    customerKind: 'New or repeat',
    cycle: (first: string, days: number) => `${first}, ${days} ${days === 1 ? 'day' : 'days'} before signing`,
    voided: 'void',
    confirmed: 'confirmed',
    waiting: 'waits for confirmation',
    ledger: 'Ledger',
    imported: 'imported',
    itself: 'by itself, being small',
    theBot: 'by itself',
    kinds: {
      signed: 'signed',
      amended: 'amended',
      scheduled: 'set the instalments',
      confirmed: 'confirmed',
      collected: 'collected',
      refunded: 'refunded',
      voided: 'voided',
    } as Record<EntryKind, string>,
    effective: (on: string) => `effective ${on}`,
  },
  rate: {
    set: (currency: string, rate: string, own: string, from: string) =>
      `From ${from} on, 1 ${currency} = ${rate} ${own}.`,
    none: 'No exchange rates yet. Set one: /deal rate USD 7.12',
    title: 'Exchange rates',
    line: (currency: string, rate: string, own: string, from: string, source: string) =>
      `1 ${currency} = ${rate} ${own}, from ${from} (${source})`,
    unreadCurrency: (typed: string) =>
      `I do not know the currency “${typed}”, so nothing is saved. Try: /deal rate USD 7.12`,
    ownCurrency: (currency: string) => `${currency} is the workspace’s own currency and needs no rate.`,
    rateMissing: (currency: string) =>
      `The rate of ${currency} is missing, so nothing is saved. Try: /deal rate ${currency} 7.12`,
    unreadRate: (typed: string) =>
      `I could not read the rate “${typed}”, so nothing is saved. Try: /deal rate USD 7.12`,
    source: (name: string, from: string) => `${name}, ${from}`,
  },
  home: {
    add: 'Log a deal',
    list: 'My deals',
  },
}

const zh: typeof en = {
  card: {
    signed: ' 签下 ',
    aDeal: '一单',
    summary: (owner, customer, amount) =>
      [`${owner} 签下`, customer ?? '一单', amount].filter(Boolean).join(' '),
    with: '一起签的：',
    voided: '这单后来作废了。',
    refunded: (amount) => `其中 ${amount} 已退款。`,
    refundedInAll: '后来全额退款了。',
    refundedPart: '后来退了一部分款。',
  },
  list: {
    title: (period, whose) => `${period}，${whose}`,
    mine: '我的签单',
    everyone: '全部签单',
    of: (name) => `${name} 的签单`,
    myPeople: '我和团队的签单',
    sums: (deals, signed, confirmed, collected) =>
      `${deals} 单，签约 ${signed}（已确认 ${confirmed}），回款 ${collected}。`,
    empty: (period) => `${period}还没有签单。记一单：签单 华为 12万`,
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    previous: '上一页',
    next: '下一页',
    columns: {
      number: '单号',
      date: '签约',
      customer: '客户',
      product: '产品',
      amount: '金额',
      owner: '负责人',
      state: '状态',
    },
    confirmed: '已确认',
    waiting: '待确认',
    refunded: '已退款',
    notUnderstood: (word) => `「${word}」没读懂。可以写成：签单 列表 2026-11 @李雷`,
    teamIsManagers: '团队的签单只有主管、财务和管理员能看。你的在这里：签单 列表',
    notTheirs: (name) => `${name} 的签单只有本人、主管、财务和管理员能看。你的在这里：签单 列表`,
  },
  detail: {
    title: (number, customer) => `${number} ${customer}`,
    state: '状态',
    collected: '回款',
    base: '折算',
    customerKind: '新客/老客',
    cycle: (first, days) => `${first}，签约前 ${days} 天`,
    voided: '已作废',
    confirmed: '已确认',
    waiting: '待确认',
    ledger: '流水',
    imported: '导入',
    itself: '金额不大，自动确认',
    theBot: '自动',
    kinds: {
      signed: '签约',
      amended: '改单',
      scheduled: '定了分期',
      confirmed: '确认',
      collected: '回款',
      refunded: '退款',
      voided: '作废',
    },
    effective: (on) => `${on} 生效`,
  },
  rate: {
    set: (currency, rate, own, from) => `记好了：${from} 起，1 ${currency} = ${rate} ${own}。`,
    none: '还没有汇率。记一条：签单 汇率 USD 7.12',
    title: '汇率',
    line: (currency, rate, own, from, source) => `1 ${currency} = ${rate} ${own}，${from} 起（${source}）`,
    unreadCurrency: (typed) => `币种「${typed}」没读懂，汇率还没记。可以写成：签单 汇率 USD 7.12`,
    ownCurrency: (currency) => `${currency} 就是本公司的币种，不用汇率。`,
    rateMissing: (currency) => `还没写 ${currency} 的汇率，没有记。可以写成：签单 汇率 ${currency} 7.12`,
    unreadRate: (typed) => `汇率「${typed}」没读懂，还没记。可以写成：签单 汇率 USD 7.12`,
    source: (name, from) => `${name}，${from} 起`,
  },
  home: {
    add: '记一单',
    list: '我的签单',
  },
}

/** Cards, lists, a deal in full, and the exchange rates. */
export const showing: Both<typeof en> = { en, 'zh-CN': zh }
