import type { Both } from '../kernel/locale.ts'
import type { Verdict } from './registration.ts'

const en = {
  summary: 'Register customers, and see who holds them',
  usage: {
    register: 'Huawei [note]',
    list: '[@Li Lei]',
    renew: 'Huawei',
    release: 'Huawei',
    split: 'Huawei @Li Lei:60,@Han Meimei:40 [from 2026-12-01]',
    days: '45',
  },
  summaries: {
    register: 'Register a customer; alone: yours',
    list: 'Who holds which customer, and until when',
    renew: 'Protect it anew',
    release: 'Give it back to the pool',
    pool: 'Customers whose protection has lapsed lately',
    split: 'How a shared customer’s deals are split',
    cases: 'Two who claim the same customer: rule',
    days: 'How long a registration protects',
  },
  customerMissing: 'Which customer? Try: /register Huawei',
  tooLong: (longest: number) =>
    `That is longer than ${longest} characters, so nothing is saved. Please shorten it.`,
  registered: (customer: string, until: string, note: string | undefined) =>
    `${customer} is yours until ${until}.${note ? ` Note: ${note}.` : ''} I remind you three days before.`,
  yoursAlready: (customer: string, until: string) =>
    `${customer} is yours already, until ${until}. Longer: /register renew ${customer}`,
  sharedAlready: (customer: string, holder: string) =>
    `${customer} is shared with you; ${holder} holds it. Log your deals as usual: /deal add`,
  heldBy: (customer: string, holder: string, from: string, until: string) =>
    `${customer} was registered by ${holder} on ${from} and is protected until ${until}.`,
  note: (note: string) => `Note: ${note}.`,
  asked: (decider: string) => `${decider} has been asked to rule, and you will be told.`,
  askedAlready: (decider: string) => `${decider} has been asked already; you will be told.`,
  nobodyToAsk: 'Nobody is above the two of you, so please settle it between you.',
  dealStays: 'The deal is saved and counts as yours until then.',
  renewed: (customer: string, until: string) => `${customer} is protected until ${until} now.`,
  released: (customer: string) => `${customer} is back in the pool.`,
  unknown: (customer: string) => `${customer} is registered by nobody. Register it: /register ${customer}`,
  notYours: (customer: string, holder: string) =>
    `${customer} belongs to ${holder}: only ${holder}, their managers and admins can do that. Yours are here: /register list`,
  lapsed: (customer: string) => `${customer} is in the pool already. Register it: /register ${customer}`,
  listTitle: 'Registered customers',
  none: 'No customer is registered here. Register one: /register Huawei',
  poolTitle: 'Back in the pool',
  poolNone: 'No customer has come back to the pool lately.',
  poolHint: 'Take one: /register Huawei',
  columns: {
    customer: 'Customer',
    holder: 'Held by',
    until: 'Until',
    days: 'Days left',
    note: 'Note',
    was: 'Was',
  },
  more: (count: number) => `and ${count} more`,
  remindFor: (holder: string, count: number) =>
    `${holder} is on leave, and the protection of ${count === 1 ? 'one customer' : `${count} customers`} is about to end. Keep them?`,
  remind: (count: number) =>
    count === 1
      ? 'The protection of a customer ends soon. Keep it?'
      : `The protection of ${count} customers ends soon. Keep them?`,
  remindLine: (customer: string, until: string) => `${customer}, until ${until}`,
  renewButton: 'Renew',
  days: (days: number) => `A registration protects for ${days} days. Another number: /register days 45`,
  daysSet: (days: number) =>
    `From now on a registration protects for ${days} days; those that there are keep theirs.`,
  daysUnread: (typed: string) =>
    `I could not read “${typed}” as a number of days from 1 to 365, so nothing is saved. Try: /register days 45`,
  caseLine: (customer: string, holder: string, claimant: string) =>
    `${customer} is claimed by two: ${holder} registered it, ${claimant} wants it as well.`,
  caseDeals: (claimant: string, deals: string) => `${claimant} has logged ${deals} with it.`,
  casesNone: 'No claims wait for your ruling.',
  verdictButton: (verdict: Verdict, holder: string, claimant: string) =>
    ({ keep: `Stays with ${holder}`, give: `Goes to ${claimant}`, share: 'Both' })[verdict],
  ruleTitle: (customer: string) => `Ruling on ${customer}`,
  ruleSubmit: 'Rule',
  ruleReason: 'Why; both will read it',
  reasonNeeded: 'Both will want to know why.',
  notToRule: 'Someone who leads both of them, or an admin, rules on this.',
  noCase: 'There is no such claim. Those that wait: /register cases',
  ruledAlready: (customer: string) => `The claim to ${customer} has been settled already.`,
  ruled: (verdict: Verdict, customer: string, holder: string, claimant: string) =>
    ({
      keep: `${customer} stays with ${holder}.`,
      give: `${customer} goes to ${claimant}.`,
      share: `${customer} is shared by ${holder} and ${claimant}, half each where a deal says nothing else.`,
    })[verdict],
  ruledBy: (by: string, ruling: string) => `${by} ruled: ${ruling}`,
  reason: (reason: string) => `Why: ${reason}`,
  dealsLeft: (deals: string, claimant: string, holder: string, first: string) =>
    `${deals} stay as they are, with ${claimant}. To change that: /deal amend ${first} owner=@${holder}`,
  splitExample: 'Try: /register split Huawei @Li Lei:60,@Han Meimei:40 from 2026-12-01',
  splitNotSaved: (said: string, hint: string) => `${said}, so nothing is saved. ${hint}`,
  dateUnread: (typed: string) => `I could not read the date “${typed}”`,
  splitNotYours: 'Only who leads everybody in the split, or an admin, can set it.',
  splitSet: (customer: string, parts: string, from: string) =>
    `${customer}: deals signed from ${from} on are split ${parts}, where nothing else is said.`,
  splitHolder: (holder: string, until: string) =>
    `It was nobody’s, so it is registered for ${holder} until ${until}.`,
  splitTold: (by: string, line: string) => `${by}: ${line}`,
}

const zh: typeof en = {
  summary: '报备客户，看谁在跟',
  usage: {
    register: '华为 [备注]',
    list: '[@李雷]',
    renew: '华为',
    release: '华为',
    split: '华为 @李雷:60,@韩梅梅:40 [从 2026-12-01]',
    days: '45',
  },
  summaries: {
    register: '报备一家客户；不写客户就看自己的',
    list: '谁报备了哪家，保护到哪天',
    renew: '续保护期',
    release: '放回公海',
    pool: '最近回到公海的客户',
    split: '共有客户的默认分单',
    cases: '撞单，等你裁定',
    days: '报备保护多少天',
  },
  customerMissing: '是哪家客户？可以写成：报备 华为',
  tooLong: (longest) => `超过了 ${longest} 个字，还没记，请写短一些。`,
  registered: (customer, until, note) =>
    `报备好了：${customer}，保护到 ${until}。${note ? `备注：${note}。` : ''}到期前三天提醒你。`,
  yoursAlready: (customer, until) =>
    `${customer} 本来就是你报备的，保护到 ${until}。要续：报备 续期 ${customer}`,
  sharedAlready: (customer, holder) => `${customer} 是 ${holder} 和你共有的，照常记单就行：签单 记一单`,
  heldBy: (customer, holder, from, until) => `${customer} 由 ${holder} 在 ${from}报备，保护到 ${until}。`,
  note: (note) => `备注：${note}。`,
  asked: (decider) => `已经请 ${decider} 裁定，有结果告诉你。`,
  askedAlready: (decider) => `之前已经请 ${decider} 裁定，有结果告诉你。`,
  nobodyToAsk: '没有人同时带你们两位，请你们商量着定。',
  dealStays: '这单已经记下，裁定前先算你的。',
  renewed: (customer, until) => `续好了：${customer} 保护到 ${until}。`,
  released: (customer) => `${customer} 放回公海了。`,
  unknown: (customer) => `${customer} 还没有人报备。要报备：报备 ${customer}`,
  notYours: (customer, holder) =>
    `${customer} 是 ${holder} 报备的，只有 ${holder} 本人、TA 的主管和管理员能动。你的在这里：报备 列表`,
  lapsed: (customer) => `${customer} 已经在公海里了。要报备：报备 ${customer}`,
  listTitle: '报备的客户',
  none: '还没有报备的客户。报备一家：报备 华为',
  poolTitle: '公海',
  poolNone: '最近没有客户回到公海。',
  poolHint: '想跟哪家：报备 华为',
  columns: {
    customer: '客户',
    holder: '报备人',
    until: '保护到',
    days: '还剩天数',
    note: '备注',
    was: '原报备人',
  },
  more: (count) => `还有 ${count} 家`,
  remindFor: (holder, count) => `${holder} 请假了，TA 有 ${count} 家客户的保护期快到了，还跟吗？`,
  remind: (count) => `${count} 家客户的保护期快到了，还跟吗？`,
  remindLine: (customer, until) => `${customer}，保护到 ${until}`,
  renewButton: '续期',
  days: (days) => `报备保护 ${days} 天。要改：报备 保护期 45`,
  daysSet: (days) => `改好了：从现在起报备保护 ${days} 天，已经报备的不变。`,
  daysUnread: (typed) => `天数「${typed}」没读懂，要 1 到 365 之间的整数，还没改。可以写成：报备 保护期 45`,
  caseLine: (customer, holder, claimant) => `撞单：${customer}，${holder} 先报备，${claimant} 也要。`,
  caseDeals: (claimant, deals) => `${claimant} 已经记了 ${deals}。`,
  casesNone: '没有等你裁定的撞单。',
  verdictButton: (verdict, holder, claimant) =>
    ({ keep: `还归 ${holder}`, give: `改归 ${claimant}`, share: '两人共有' })[verdict],
  ruleTitle: (customer) => `裁定 ${customer}`,
  ruleSubmit: '裁定',
  ruleReason: '理由，两位都会看到',
  reasonNeeded: '写上理由，两位都会看到。',
  notToRule: '由同时带这两位的主管或管理员裁定。',
  noCase: '没有这件撞单。等裁定的：报备 撞单',
  ruledAlready: (customer) => `${customer} 的撞单已经裁定过了。`,
  ruled: (verdict, customer, holder, claimant) =>
    ({
      keep: `${customer} 还归 ${holder}。`,
      give: `${customer} 改归 ${claimant}。`,
      share: `${customer} 由 ${holder} 和 ${claimant} 共有，没有另说的单各算一半。`,
    })[verdict],
  ruledBy: (by, ruling) => `${by}裁定：${ruling}`,
  reason: (reason) => `理由：${reason}`,
  dealsLeft: (deals, claimant, holder, first) =>
    `${deals} 还在 ${claimant} 名下，没有动。要改：签单 改单 ${first} 负责人=@${holder}`,
  splitExample: '可以写成：报备 默认分单 华为 @李雷:60,@韩梅梅:40 从 2026-12-01',
  splitNotSaved: (said, hint) => `${said}，默认分单还没记。${hint}`,
  dateUnread: (typed) => `日期「${typed}」没读懂`,
  splitNotYours: '默认分单由带这几位的主管或管理员来定。',
  splitSet: (customer, parts, from) => `记好了：${from}起签的 ${customer}，没有另说就按 ${parts} 分。`,
  splitHolder: (holder, until) => `之前没有人报备，先记在 ${holder} 名下，保护到 ${until}。`,
  splitTold: (by, line) => `${by}：${line}`,
}

/** What is said about registered customers. */
export const texts: Both<typeof en> = { en, 'zh-CN': zh }
