import type { Both } from '../../kernel/locale.ts'

const en = {
  phasing: {
    format:
      'Write the goal and what each month is to bring: /goal phase G-3 October 40% November 35% December 25%, or amounts that add up to it. One month can take the rest.',
    done: (label: string, name: string) => `Split: ${label}, ${name}.`,
    line: (month: string, name: string, amount: string, share: string) =>
      `${month}${name && ` ${name}`}: ${amount}, ${share}`,
    sum: (value: string) => `adds up to ${value} exactly`,
    kept: (months: string) => `${months} had passed and stays as it was.`,
    title: 'By month',
    first: (month: string) => `${month} (now)`,
    onlyMonth: (label: string) =>
      `${label} is for a single month already, so there is nothing to split. Quarters and years can be split.`,
    noSum: (label: string, metric: string) =>
      `${label} counts ${metric}, and its months do not add up to the whole, so it cannot be split.`,
    unread: (words: string, example: string) =>
      `I could not read “${words}”, so nothing changed. Try: ${example}`,
    outside: (month: string, span: string) =>
      `${month} does not belong to this goal (${span}), so nothing changed.`,
    twice: (month: string) => `${month} stands there twice, so nothing changed.`,
    fine: (words: string) =>
      `“${words}” is finer than I can count, so nothing changed: at most two decimals of a percent, and whole units of the goal.`,
    mixed: 'Percentages and amounts do not mix, and only one month can take the rest. Nothing changed.',
    shares: (sum: string, wanted: string) =>
      `These add up to ${sum}, not ${wanted}, so nothing changed. One month can also take the rest: December rest`,
    amounts: (sum: string, wanted: string, apart: string) =>
      `These add up to ${sum}, not ${wanted}: ${apart} apart, so nothing changed. One month can also take the rest: December rest`,
    whyMissing: (line: string) =>
      `Why split it anew? A short sentence stays with it: ${line} reason=prices cut`,
    same: (label: string) => `${label} is split like that already.`,
    button: 'By month',
    formTitle: (label: string) => `${label} by month`,
    formHint: 'Such as push 60%, or an amount; rest for what is left',
    why: 'Why',
    whyHint: 'Needed when it was split before',
    change: (lines: string) => `by month: ${lines}`,
    none: 'not split',
  },
}

const zh: typeof en = {
  phasing: {
    format:
      '写上目标和每个月的份额：目标 分期 G-3 10月40% 11月35% 12月25%，也可以写金额，加起来等于目标；有一个月可以写「剩余」。',
    done: (label, name) => `分好了：${label} ${name}。`,
    line: (month, name, amount, share) => `${month}${name && ` ${name}`}：${amount}，${share}`,
    sum: (value) => `加起来正好 ${value}`,
    kept: (months) => `${months}已经过去，照旧。`,
    title: '按月分期',
    first: (month) => `${month}（现在）`,
    onlyMonth: (label) => `${label} 本来就是一个月的，不用再分。季度和年度的可以分。`,
    noSum: (label, metric) => `${label} 数的是${metric}，各月加起来不等于总数，没法分期。`,
    unread: (words, example) => `「${words}」没读懂，没有改。可以写成：${example}`,
    outside: (month, span) => `${month}不在这个目标的期间里（${span}），没有改。`,
    twice: (month) => `${month}写了两次，没有改。`,
    fine: (words) => `「${words}」太细了，没有改：百分比最多两位小数，数目写整数。`,
    mixed: '百分比和数目不能混着写，「剩余」也只能有一个。没有改。',
    shares: (sum, wanted) => `加起来是 ${sum}，不是 ${wanted}，没有改。有一个月也可以写剩余：12月剩余`,
    amounts: (sum, wanted, apart) =>
      `加起来是 ${sum}，不是 ${wanted}，差 ${apart}，没有改。有一个月也可以写剩余：12月剩余`,
    whyMissing: (line) => `为什么重新分？写一句，会一直留在记录里：${line} 原因=竞品降价`,
    same: (label) => `${label} 本来就是这样分的。`,
    button: '按月分期',
    formTitle: (label) => `${label} 按月分期`,
    formHint: '比如 冲量 60%，或写数目；剩下的写「剩余」',
    why: '原因',
    whyHint: '以前分过的，要写原因',
    change: (lines) => `按月：${lines}`,
    none: '没有分期',
  },
}

/** A quarter's or a year's goal, month by month. */
export const phasing: Both<typeof en> = { en, 'zh-CN': zh }
