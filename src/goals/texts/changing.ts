import type { Both } from '../../kernel/locale.ts'

const en = {
  why: (by: string, reason: string) => `${by}: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`,
  set: (by: string, label: string, name: string, value: string) => `${by} set ${label}. ${name}: ${value}.`,
  adjusted: (label: string, name: string, before: string, after: string) =>
    `Changed ${label}. ${name}: ${before} → ${after}.`,
  payTarget: (manager: string, what: string) =>
    `Pay depends on this target (${what}), so ${manager} sets it. I can ask for you.`,
  payTargetChange: (manager: string, what: string) =>
    `Pay depends on this target (${what}), so ${manager} changes it. I can propose it for you.`,
  askManager: (manager: string) => `Ask ${manager}`,
  asked: (manager: string) => `I have asked ${manager}.`,
  askFor: (name: string, goal: string, value: string) => `${name} asks for a target: ${goal}, ${value}.`,
  setIt: 'Set it',
  adminsMust: 'The period has begun, so an admin has to agree as well. I have asked.',
  nobodyToAsk: 'There is nobody above you to ask yet. An admin can name a manager with /drumbeat setup.',
  adjustFormat: 'Write the goal, the new value and why: /goal adjust G-3 120k two people joined',
  reasonMissing: (line: string) =>
    `Why? One short sentence stays with the goal for good: ${line} two people joined`,
  sameValue: (label: string, value: string) => `${label} is ${value} already. Nothing changed.`,
  valueMissing: (example: string) => `The new value is missing, so nothing changed. Try: ${example}`,
  notRead: (value: string, example: string) =>
    `I could not read “${value}” as this goal’s value, so nothing changed. Try: ${example}`,
  proposal: {
    title: (label: string, name: string) => `Proposal for ${label}, ${name}`,
    change: (before: string, after: string) => `${before} → ${after}`,
    by: 'Proposed by',
    why: 'Why',
    approve: 'Approve',
    decline: 'Decline',
    approved: (label: string, name: string, before: string, after: string, who: string) =>
      `${label} ${name}: ${before} → ${after}, approved by ${who}.`,
    declined: (label: string, name: string, before: string, who: string) =>
      `${label} ${name} stays at ${before}; ${who} said no this time.`,
    needsAdmin: (who: string) => `${who} agrees. Pay depends on this target, so an admin decides as well.`,
    needsManager: (who: string) => `${who} agrees as admin. The manager decides as well.`,
    closed: 'This proposal has been decided already.',
    stale: (label: string, value: string) =>
      `${label} has changed since then and is ${value} now. Please propose again from there.`,
    notYours: (who: string) => `Only ${who} can decide this.`,
    anAdmin: 'an admin',
    or: ' or ',
    again: 'You have agreed already; the other yes is still missing.',
    sent: (who: string) => `Proposed. ${who} decides; you will hear from me.`,
    alreadyOpen: (label: string) => `There is an open proposal for ${label} already. It is decided first.`,
    open: 'Open proposals',
  },
}

const zh: typeof en = {
  why: (by, reason) => `${by}：${reason}${/[。！？]$/.test(reason) ? '' : '。'}`,
  set: (by, label, name, value) => `${by} 定了 ${label} ${name} ${value}。`,
  adjusted: (label, name, before, after) => `改好了：${label} ${name} ${before} → ${after}。`,
  payTarget: (manager, what) => `${what}目标关系到提成，由${manager}来定。我可以帮你问。`,
  payTargetChange: (manager, what) => `${what}目标关系到提成，由${manager}来改。我可以帮你提议。`,
  askManager: (manager) => `问${manager}`,
  asked: (manager) => `已经帮你问${manager}了。`,
  askFor: (name, goal, value) => `${name}想定一个目标：${goal} ${value}。`,
  setIt: '就定这个',
  adminsMust: '这一期已经开始了，还要管理员同意，我已经去问了。',
  nobodyToAsk: '你上面还没有主管可以问。管理员可以在「设置」里指定。',
  adjustFormat: '写上目标、新数值和原因：目标 调整 G-3 12万 来了两位新同事',
  reasonMissing: (line) => `为什么改？写一句，会一直留在记录里：${line} 来了两位新同事`,
  sameValue: (label, value) => `${label} 本来就是 ${value}，没有变。`,
  valueMissing: (example) => `还没写新的数值，目标没改。可以写成：${example}`,
  notRead: (value, example) => `「${value}」没读懂，目标没改。可以写成：${example}`,
  proposal: {
    title: (label, name) => `调整提议：${label} ${name}`,
    change: (before, after) => `${before} → ${after}`,
    by: '提议人',
    why: '原因',
    approve: '同意',
    decline: '先不改',
    approved: (label, name, before, after, who) => `${label} ${name}：${before} → ${after}，${who}同意了。`,
    declined: (label, name, before, who) => `${label} ${name}维持 ${before}，${who}这次没有同意。`,
    needsAdmin: (who) => `${who}同意了。这个目标关系到提成，还要管理员点头。`,
    needsManager: (who) => `管理员${who}同意了，还要主管点头。`,
    closed: '这个提议已经有结果了。',
    stale: (label, value) => `${label} 后来改过，现在是 ${value}，请从这个数重新提议。`,
    notYours: (who) => `这个提议由${who}来定。`,
    anAdmin: '管理员',
    or: '或',
    again: '你已经同意了，还差另一位点头。',
    sent: (who) => `已经提议，由${who}来定，有结果我告诉你。`,
    alreadyOpen: (label) => `${label} 已经有一个提议在等结果，先等那一个。`,
    open: '待定的提议',
  },
}

/** What is said when a goal is to change, and to who decides. */
export const changing: Both<typeof en> = { en, 'zh-CN': zh }
