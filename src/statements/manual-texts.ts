import type { Both } from '../kernel/locale.ts'

const en = {
  adjustSummary: 'Add an amount to somebody’s pay, or take it off; a second person approves',
  usage: '@Li Lei 500 reason',
  what: 'Whom, how much, and why? Try: /commission adjust @Li Lei 500 taxi to the customer',
  amount: (word: string) =>
    `I could not read the amount “${word}”, so nothing is saved. Try: /commission adjust @Li Lei 500 taxi to the customer`,
  currency: (currency: string) => `Pay is in ${currency}: put the amount in ${currency}.`,
  reason: 'Why? Try: /commission adjust @Li Lei 500 taxi to the customer',
  tooLong: (most: number) => `That is long: please give the reason in at most ${most} characters.`,
  own: 'Nobody adjusts their own pay. Ask your manager or another admin.',
  notYours: (who: string) => `Only an admin or a manager of ${who} proposes that.`,
  proposed: (number: number, who: string, amount: string) =>
    `Adjustment #${number}: ${amount} for ${who} is proposed. It counts once a second person has approved it.`,
  nobody: 'There is nobody else who may approve it. Make a second person admin: /drumbeat role @name admin',
  card: ({ number, who, amount, by, reason }: Card) =>
    `Adjustment #${number}: ${by} proposes ${amount} for ${who}. Reason: ${reason}`,
  approve: 'Approve',
  decline: 'Decline',
  approved: (number: number, who: string, amount: string, period: string) =>
    `Adjustment #${number} is approved: ${amount} for ${who}, in ${period}.`,
  declined: (number: number, who: string, amount: string) =>
    `Adjustment #${number} is declined: ${amount} for ${who}.`,
  told: ({ amount, by, reason, period }: Told) => `${amount} in ${period} (${by}): ${reason}`,
  notToDecide:
    'Somebody else approves it: an admin or a manager of theirs, but not who proposed it or who gets it.',
  decided: (number: number) => `Adjustment #${number} has been decided already.`,
  gone: 'There is no such adjustment.',
}

interface Card {
  number: number
  who: string
  amount: string
  by: string
  reason: string
}

interface Told {
  amount: string
  by: string
  reason: string
  period: string
}

const zh: typeof en = {
  adjustSummary: '给某人加一笔或减一笔，要第二个人批准',
  usage: '@李雷 500 理由',
  what: '给谁、多少、为什么？可以写成：提成 调整 @李雷 500 打车见客户',
  amount: (word) => `金额「${word}」没读懂，还没记。可以写成：提成 调整 @李雷 500 打车见客户`,
  currency: (currency) => `提成按 ${currency} 算，请换成 ${currency}。`,
  reason: '为什么？可以写成：提成 调整 @李雷 500 打车见客户',
  tooLong: (most) => `理由有点长，请写在 ${most} 字以内。`,
  own: '自己的提成不能自己调整，请主管或另一位管理员来提。',
  notYours: (who) => `${who}的调整由管理员或 TA 的主管来提。`,
  proposed: (number, who, amount) => `调整 #${number}：给${who}调整 ${amount}，等第二个人批准后算数。`,
  nobody: '没有第二个人可以批。先让另一位当管理员：战鼓 角色 @姓名 管理员',
  card: ({ number, who, amount, by, reason }) =>
    `调整 #${number}：${by}提议给${who}调整 ${amount}，理由：${reason}`,
  approve: '批准',
  decline: '不批',
  approved: (number, who, amount, period) => `调整 #${number} 批准了：${who} ${amount}，计入 ${period}。`,
  declined: (number, who, amount) => `调整 #${number} 没有批：${who} ${amount}。`,
  told: ({ amount, by, reason, period }) => `${period}的提成调整 ${amount}（${by}）：${reason}`,
  notToDecide: '要由别人来批：管理员或 TA 的主管，不能是提的人，也不能是本人。',
  decided: (number) => `调整 #${number} 已经有结果了。`,
  gone: '没有这笔调整。',
}

export const manualTexts: Both<typeof en> = { en, 'zh-CN': zh }
