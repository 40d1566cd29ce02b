import type { Both } from '../../kernel/locale.ts'
import type { Problem } from '../problem.ts'

const en = {
  schedule: {
    example: 'Try: /deal schedule D-12 50%@2026-12-01 50%@2027-01-15',
    hint: 'Write each as amount@day, such as 50%@12-01 50%@01-15, or 60k@12-01 rest@01-15.',
    unread: (typed: string): Problem => ({
      said: `I could not read the instalment “${typed}”`,
      hint: 'Write it like 50%@12-01, 60k@12-01 or rest@01-15.',
    }),
    dateTwice: (date: string): Problem => ({
      said: `${date} stands in the schedule twice`,
      hint: 'Once is enough: add the two up.',
    }),
    mixed: {
      said: 'some instalments are in percent and some are amounts',
      hint: 'Use one or the other; the last one can be rest@01-15.',
    } as Problem,
    restTwice: { said: 'the rest can only be one instalment', hint: 'Give the others an amount.' } as Problem,
    sum: (sum: string, whole: string): Problem => ({
      said: `the instalments add up to ${sum}, the deal is ${whole}`,
      hint: 'Make them add up exactly, or let the last one be rest@01-15.',
    }),
    tooMany: (most: number): Problem => ({
      said: `that is more than ${most} instalments`,
      hint: 'Please put some together.',
    }),
    agreed: (number: string, customer: string, count: number, amount: string) =>
      `${number} ${customer}: ${amount} in ${count} ${count === 1 ? 'instalment' : 'instalments'}.`,
    cleared: (number: string) => `${number} has no instalments any more.`,
    none: (number: string) =>
      `${number} has no instalments yet. Set them: /deal schedule ${number} 50%@12-01 50%@01-15`,
    title: 'Instalments',
    part: (date: string, amount: string) => `${date} ${amount}`,
    paid: 'in',
    open: (amount: string) => `${amount} open`,
    dueIn: (days: number) => (days === 1 ? 'due tomorrow' : `due in ${days} days`),
    dueToday: 'due today',
    late: (days: number) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
    next: (amount: string, date: string) => `Next: ${amount}, due ${date}.`,
    now: (parts: string) => `The instalments follow: ${parts}. To agree otherwise: /deal schedule`,
    button: 'Instalments',
    formTitle: (number: string) => `Instalments of ${number}`,
    formLabel: (amount: string) => `How ${amount} come in`,
    save: 'Save',
  },
  overdue: {
    title: (whose: string) => `${whose}: collections due`,
    late: (count: number, sum: string) =>
      count === 1 ? `1 instalment is overdue, ${sum}.` : `${count} instalments are overdue, ${sum}.`,
    soon: (count: number, sum: string) =>
      count === 1 ? `1 more is due within a week, ${sum}.` : `${count} more are due within a week, ${sum}.`,
    nothing: 'Nothing is overdue, and nothing is due within a week.',
    columns: { number: 'No.', customer: 'Customer', open: 'Open', due: 'Due', days: 'Days', owner: 'Owner' },
    more: (count: number) => `and ${count} more`,
    ask: (count: number) =>
      count === 1
        ? 'One instalment has not come in. Did you hear from them?'
        : `${count} instalments have not come in. Did you hear from them?`,
    askWhileAway: (owner: string) => `${owner} is on leave; these have not come in on time:`,
    askFor: (owner: string) => `${owner} has left; these wait for whoever takes over:`,
    line: (number: string, customer: string, amount: string, date: string, late: string) =>
      `${number} ${customer} ${amount}, due ${date}, ${late}`,
    askHint: 'Came in? /deal collect D-12 50k. Agreed on another day? /deal schedule D-12',
    all: 'Everything due',
  },
}

const zh: typeof en = {
  schedule: {
    example: '可以写成：签单 分期 D-12 50%@2026-12-01 50%@2027-01-15',
    hint: '每期写成 金额@日期，比如 50%@12-01 50%@01-15，或 6万@12-01 余款@01-15。',
    unread: (typed) => ({
      said: `分期「${typed}」没读懂`,
      hint: '可以写 50%@12-01、6万@12-01 或 余款@01-15。',
    }),
    dateTwice: (date) => ({ said: `${date} 写了两期`, hint: '同一天的合成一期就行。' }),
    mixed: { said: '有的期写了百分比，有的写了金额', hint: '用一种写法；最后一期可以写 余款@01-15。' },
    restTwice: { said: '余款只能有一期', hint: '其他期写上金额。' },
    sum: (sum, whole) => ({
      said: `各期加起来是 ${sum}，这单是 ${whole}`,
      hint: '要正好加满，最后一期可以写 余款@01-15。',
    }),
    tooMany: (most) => ({ said: `超过了 ${most} 期`, hint: '请合并几期。' }),
    agreed: (number, customer, count, amount) =>
      `记好了：${number} ${customer} ${amount} 分 ${count} 期回款。`,
    cleared: (number) => `${number} 不再分期。`,
    none: (number) => `${number} 还没有分期。可以写成：签单 分期 ${number} 50%@12-01 50%@01-15`,
    title: '分期',
    part: (date, amount) => `${date} ${amount}`,
    paid: '已回',
    open: (amount) => `还差 ${amount}`,
    dueIn: (days) => (days === 1 ? '明天到期' : `${days} 天后到期`),
    dueToday: '今天到期',
    late: (days) => `逾期 ${days} 天`,
    next: (amount, date) => `下一期 ${amount}，${date}到期。`,
    now: (parts) => `分期跟着变成：${parts}。要重新约定：签单 分期`,
    button: '分期',
    formTitle: (number) => `${number} 的分期`,
    formLabel: (amount) => `${amount} 分几期回`,
    save: '保存',
  },
  overdue: {
    title: (whose) => `${whose}：该回的款`,
    late: (count, sum) => `${count} 期逾期，共 ${sum}。`,
    soon: (count, sum) => `一周内还有 ${count} 期到期，共 ${sum}。`,
    nothing: '没有逾期的款，一周内也没有到期的。',
    columns: { number: '单号', customer: '客户', open: '未回', due: '到期', days: '天数', owner: '负责人' },
    more: (count) => `还有 ${count} 期`,
    ask: (count) => `${count} 期回款过了约定的日子还没到，问过客户了吗？`,
    askWhileAway: (owner) => `${owner} 请假了，下面这些到期还没回款：`,
    askFor: (owner) => `${owner} 已离职，下面这些等接手的人来跟：`,
    line: (number, customer, amount, date, late) => `${number} ${customer} ${amount}，${date}到期，${late}`,
    askHint: '到账了：签单 回款 D-12 5万；改了日子：签单 分期 D-12',
    all: '看全部到期的',
  },
}

/** Instalments: how they are agreed on, what they are, and what is overdue. */
export const scheduling: Both<typeof en> = { en, 'zh-CN': zh }
