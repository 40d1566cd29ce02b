import type { Both } from '../kernel/locale.ts'
import type { Dispute, DisputeEvent } from './dispute-store.ts'

const en = {
  flagSummary: 'Tell your manager that something about a deal’s pay is off',
  disputeSummary: 'See a dispute, answer it, or add a note',
  disputesSummary: 'Open disputes: yours, your team’s, or all',
  usage: { flag: 'D-12 my share was 60%', dispute: '3 [accept | reject | carry | note] reason' },

  reasonMissing: (number: string) => `What is off about it? Try: /commission flag ${number} my share was 60%`,
  tooLong: (most: number) => `That is long: please say it in at most ${most} characters.`,
  flagged: (number: number, about: string, manager: string) =>
    `Noted as dispute #${number} (${about}): ${manager} has a message. See it: /commission dispute ${number}`,
  flaggedNobody: (number: number, about: string) =>
    `Noted as dispute #${number} (${about}). Nobody leads you yet, so an admin finds it in /commission disputes`,
  addedTo: (number: number) => `Added to dispute #${number}, which is still open.`,
  card: ({ number, who, about, period, reason }: Card) =>
    `Dispute #${number}: ${who} says something is off about ${about} (${period}): ${reason}`,
  noteCard: ({ number, who, reason }: Pick<Card, 'number' | 'who' | 'reason'>) =>
    `Dispute #${number}, ${who}: ${reason}`,
  wholeStatement: 'the statement',
  accept: 'Accept',
  reject: 'Reject',
  note: 'Note',

  title: (number: number, who: string, about: string, period: string, state: string) =>
    `Dispute #${number} (${state}): ${who}, ${about}, ${period}`,
  age: (days: number) => (days === 0 ? 'since today' : days === 1 ? 'for a day' : `for ${days} days`),
  states: {
    open: 'open',
    accepted: 'accepted',
    rejected: 'rejected',
    carried: 'carried over',
  } satisfies Record<Dispute['state'], string>,
  kinds: {
    opened: 'flagged',
    note: 'noted',
    accepted: 'accepted',
    rejected: 'rejected',
    carried: 'carried over',
  } satisfies Record<DisputeEvent['kind'], string>,
  eventLine: ({ on, who, kind, note }: EventLine) => `${on} ${who} ${kind}${note ? `: ${note}` : ''}`,
  none: 'No dispute is open.',
  listTitle: (count: number) => `${count} open ${count === 1 ? 'dispute' : 'disputes'}`,
  columns: { number: 'No.', who: 'Who', about: 'About', state: 'State', age: 'Age' },
  days: (days: number) => `${days} d`,

  whichOne: 'Which dispute? Try: /commission dispute 3',
  notFound: (word: string) =>
    `There is no dispute “${word}” that you may see. The open ones: /commission disputes`,
  unknownVerdict: (word: string, number: number) =>
    `I could not read “${word}”. Try: /commission dispute ${number} accept corrected, or reject, carry, note`,
  notYoursToDecide: 'A manager of the person who flagged it answers, or an admin; nobody answers their own.',
  settled: (number: number, state: string) => `Dispute #${number} is ${state} already.`,
  carryReason: (number: number) =>
    `Why is it carried over? Try: /commission dispute ${number} carry the customer’s receipt is missing`,
  noteEmpty: (number: number) => `What shall I note? Try: /commission dispute ${number} note see contract 17`,
  decided: (number: number, state: string) => `Dispute #${number}: ${state}.`,
  told: ({ number, who, state, note }: Told) =>
    `Dispute #${number}: ${state} by ${who}${note ? `: ${note}` : ''}.`,
  askWhy: (number: number) => ` No reason was given. Ask for it: /commission dispute ${number} note why?`,
  noted: (number: number) => `Noted in dispute #${number}.`,

  formTitle: 'Something is off',
  formSubmit: 'Send',
  formDeal: 'Deal',
  formDealHint: 'D-12; leave it empty for the statement as a whole',
  formReason: 'What is off?',
  formReasonMissing: 'Please say what is off.',
}

interface Card {
  number: number
  who: string
  about: string
  period: string
  reason: string
}

interface EventLine {
  on: string
  who: string
  kind: string
  note: string | undefined
}

interface Told {
  number: number
  who: string
  state: string
  note: string | undefined
}

const zh: typeof en = {
  flagSummary: '这一单的提成对不上，告诉主管',
  disputeSummary: '看一个疑问，给结论，或者补一句',
  disputesSummary: '没有结论的疑问：自己的、团队的或全部',
  usage: { flag: 'D-12 我的分单是 60%', dispute: '3 [同意 | 不同意 | 留 | 补充] 理由' },

  reasonMissing: (number) => `哪里对不上？可以写成：提成 有疑问 ${number} 我的分单是 60%`,
  tooLong: (most) => `有点长，请写在 ${most} 字以内。`,
  flagged: (number, about, manager) =>
    `记下了，疑问 #${number}（${about}），已经告诉${manager}。看进展：提成 疑问 ${number}`,
  flaggedNobody: (number, about) =>
    `记下了，疑问 #${number}（${about}）。你还没有主管，管理员会在「提成 疑问列表」里看到。`,
  addedTo: (number) => `疑问 #${number} 还没有结论，这句补进去了。`,
  card: ({ number, who, about, period, reason }) =>
    `疑问 #${number}：${who}说 ${about}（${period}）对不上：${reason}`,
  noteCard: ({ number, who, reason }) => `疑问 #${number}，${who}：${reason}`,
  wholeStatement: '整份对账单',
  accept: '同意',
  reject: '不同意',
  note: '补充',

  title: (number, who, about, period, state) => `疑问 #${number}（${state}）：${who}，${about}，${period}`,
  age: (days) => (days === 0 ? '今天提的' : `已经 ${days} 天`),
  states: { open: '没有结论', accepted: '已同意', rejected: '没有同意', carried: '留到以后' },
  kinds: { opened: '提出', note: '补充', accepted: '同意', rejected: '不同意', carried: '留到以后' },
  eventLine: ({ on, who, kind, note }) => `${on} ${who}${kind}${note ? `：${note}` : ''}`,
  none: '没有等结论的疑问。',
  listTitle: (count) => `${count} 个疑问没有结论`,
  columns: { number: '编号', who: '谁', about: '关于', state: '状态', age: '多久' },
  days: (days) => `${days} 天`,

  whichOne: '是哪一个？可以写成：提成 疑问 3',
  notFound: (word) => `没有你能看的疑问「${word}」。没有结论的在这里：提成 疑问列表`,
  unknownVerdict: (word, number) =>
    `「${word}」没读懂。可以写成：提成 疑问 ${number} 同意 已改，或者 不同意、留、补充`,
  notYoursToDecide: '由提出人的主管或管理员给结论，自己的由别人来答。',
  settled: (number, state) => `疑问 #${number} ${state}了。`,
  carryReason: (number) => `为什么留到以后？可以写成：提成 疑问 ${number} 留 等客户回单`,
  noteEmpty: (number) => `补充什么？可以写成：提成 疑问 ${number} 补充 见合同 17 号`,
  decided: (number, state) => `疑问 #${number}：${state}。`,
  told: ({ number, who, state, note }) => `疑问 #${number}：${who}${state}${note ? `：${note}` : ''}。`,
  askWhy: (number) => `没有写原因，想问可以写：提成 疑问 ${number} 补充 为什么`,
  noted: (number) => `疑问 #${number} 补上了。`,

  formTitle: '有疑问',
  formSubmit: '发给主管',
  formDeal: '哪一单',
  formDealHint: 'D-12；说整份对账单就空着',
  formReason: '哪里对不上？',
  formReasonMissing: '请写一下哪里对不上。',
}

export const disputeTexts: Both<typeof en> = { en, 'zh-CN': zh }
