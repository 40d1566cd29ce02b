import type { Both } from '../../kernel/locale.ts'

const en = {
  amended: (number: string, changes: string[]) => `${number} amended: ${changes.join(', ')}.`,
  changed: (label: string, from: string, to: string) => `${label} ${from} → ${to}`,
  none: 'none',
  waitsAgain: 'It waits for confirmation again.',
  collected: (number: string, customer: string, amount: string, when: string) =>
    `${number} ${customer}: ${amount} collected ${when}.`,
  collectedSoFar: (collected: string, left: string) => `${collected} in, ${left} to come.`,
  collectedAll: (collected: string) => `All ${collected} are in.`,
  refundWhat: (number: string, customer: string, amount: string) =>
    `Refund all of ${number} ${customer} (${amount})? Then say why: /deal refund ${number} reason. Or a part: /deal refund ${number} 6k reason. Nothing is saved.`,
  refunded: (number: string, customer: string, amount: string) =>
    `${number} ${customer}: ${amount} refunded.`,
  stillSigned: (signed: string, collected: string) => `${signed} still signed, ${collected} of it collected.`,
  voided: (number: string, customer: string, amount: string) =>
    `${number} ${customer} (${amount}) is void and counts for nothing.`,
  told: {
    amended: (number: string, customer: string, by: string, changes: string[]) =>
      `${by} amended ${number} ${customer}: ${changes.join(', ')}.`,
    refunded: (number: string, customer: string, by: string, amount: string) =>
      `${number} ${customer}: ${amount} refunded (entered by ${by}).`,
    collected: (number: string, customer: string, by: string, amount: string) =>
      `${number} ${customer}: ${amount} collected (entered by ${by}).`,
    voided: (number: string, customer: string, by: string) => `${by} voided ${number} ${customer}.`,
    otherDeal: (customer: string, by: string) =>
      `${by} entered or changed another deal with ${customer}, and whether yours is a new customer’s depends on that.`,
    signed: (number: string, customer: string, by: string, amount: string) =>
      `${by} logged ${number} ${customer}, ${amount}, with a part for you.`,
    reason: (reason: string) => `Why: ${reason}`,
    because: (reason: string) => `Why: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`,
  },
}

const zh: typeof en = {
  amended: (number, changes) => `改好了：${number} ${changes.join('，')}。`,
  changed: (label, from, to) => `${label} ${from} → ${to}`,
  none: '无',
  waitsAgain: '需要重新确认。',
  collected: (number, customer, amount, when) => `记好了：${number} ${customer} 回款 ${amount}，${when}。`,
  collectedSoFar: (collected, left) => `已回 ${collected}，还差 ${left}。`,
  collectedAll: (collected) => `${collected} 全部回齐。`,
  refundWhat: (number, customer, amount) =>
    `${number} ${customer}（${amount}）全退吗？写上原因：签单 退款 ${number} 原因；只退一部分：签单 退款 ${number} 6000 原因。退款还没记。`,
  refunded: (number, customer, amount) => `记好了：${number} ${customer} 退款 ${amount}。`,
  stillSigned: (signed, collected) => `还剩签约 ${signed}，其中已回款 ${collected}。`,
  voided: (number, customer, amount) => `${number} ${customer}（${amount}）已作废，不再计算。`,
  told: {
    amended: (number, customer, by, changes) => `${by} 改了 ${number} ${customer}：${changes.join('，')}。`,
    refunded: (number, customer, by, amount) => `${number} ${customer} 退款 ${amount}（${by} 登记）。`,
    collected: (number, customer, by, amount) => `${number} ${customer} 回款 ${amount}（${by} 登记）。`,
    voided: (number, customer, by) => `${by} 把 ${number} ${customer} 作废了。`,
    otherDeal: (customer, by) => `${by} 记了或改了 ${customer} 的另一单，你那单算新客还是老客跟着变了。`,
    signed: (number, customer, by, amount) => `${by} 记了 ${number} ${customer} ${amount}，有你的一份。`,
    reason: (reason) => `原因：${reason}`,
    because: (reason) => `原因：${reason}${/[。！？]$/.test(reason) ? '' : '。'}`,
  },
}

/** What is said when a deal changes, to who changes it and to the others. */
export const changing: Both<typeof en> = { en, 'zh-CN': zh }
