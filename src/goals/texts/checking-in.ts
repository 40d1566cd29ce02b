import type { Both } from '../../kernel/locale.ts'

const en = {
  checkinTitle: (label: string) => `Check in ${label}`,
  checkinValue: 'Where it stands',
  checkinValueHint: (unit: string) =>
    `The whole so far${unit === '' ? '' : ` (${unit})`}; +3 adds to the last one`,
  checkinNote: 'Note',
  checkinConfidence: 'Will it be reached?',
  checkinButton: (label: string) => `Check in ${label}`,
  checkinDone: (label: string, name: string, reached: string, share: string, change: string | undefined) =>
    `Noted: ${label} ${name} stands at ${reached}, ${share}${change === undefined ? '' : ` (${change} since the last time)`}.`,
  checkinOnly: (label: string, metric: string) =>
    `${label} counts ${metric}, and the deals keep that up to date by themselves. Nothing to check in.`,
  checkinFormat:
    'Write the goal, the number and, if you like, how sure you are and a note: /goal checkin G-3 12 high two at the fair',
  checkinUnread: (word: string, example: string) =>
    `I could not read “${word}” as where this goal stands, so nothing is noted. Try: /goal checkin ${example}`,
  checkinUnit: (unit: string, example: string) =>
    `This goal counts ${unit}, so nothing is noted. Try: /goal checkin ${example}`,
  checkinPlain: 'plain numbers',
  checkinWhich: 'Which goal do you check in to?',
  checkedIn: (who: string, label: string, name: string, value: string) =>
    `${who} checked in ${label}. ${name}: ${value}.`,
  claimed: (label: string, name: string, value: string, decider: string) =>
    `Pay depends on ${label}, so ${decider} confirms it first. ${name}: ${value}; it counts from then on.`,
  claim: (by: string, label: string, name: string, value: string, target: string) =>
    `${by} reports ${value} of ${target} for ${label}. ${name}. Is that so?`,
  claimPays: 'Pay depends on this goal. It counts once you have confirmed it.',
  confirmClaim: 'Confirm',
  declineClaim: 'Not so',
  claimConfirmed: (who: string, label: string, name: string, value: string) =>
    `${who} confirmed ${label}. ${name}: ${value}.`,
  claimDeclined: (who: string, label: string, name: string, value: string) =>
    `${who} did not confirm ${value} for ${label}. ${name} stays as it was.`,
  claimDecided: 'This check-in has been decided, or a later one has taken its place.',
  claimStates: {
    open: 'waiting to be confirmed',
    declined: 'not confirmed',
    replaced: 'replaced by a later one',
  },
  enteredBy: (who: string) => `Reported by ${who}`,
  claims: 'Not counted',
}

const zh: typeof en = {
  checkinTitle: (label) => `${label} 报进度`,
  checkinValue: '现在到多少了',
  checkinValueHint: (unit) => `到现在的总数${unit === '' ? '' : `（${unit}）`}；写 +3 就是在上次上加 3`,
  checkinNote: '备注',
  checkinConfidence: '能不能达成',
  checkinButton: (label) => `报 ${label} 的进度`,
  checkinDone: (label, name, reached, share, change) =>
    `记下了：${label} ${name}现在 ${reached}，${share}${change === undefined ? '' : `，比上次 ${change}`}。`,
  checkinOnly: (label, metric) => `${label} 数的是${metric}，签单会自动更新它，不用手动报。`,
  checkinFormat: '写上目标、数字，也可以加上把握和一句话：目标 打卡 G-3 12 有把握 展会上见了两家',
  checkinUnread: (word, example) => `「${word}」没读懂，进度没记。可以写成：目标 打卡 ${example}`,
  checkinUnit: (unit, example) => `这个目标数的是${unit}，进度没记。可以写成：目标 打卡 ${example}`,
  checkinPlain: '个数',
  checkinWhich: '报哪一个目标的进度？',
  checkedIn: (who, label, name, value) => `${who}报了 ${label} ${name}：${value}。`,
  claimed: (label, name, value, decider) =>
    `${label} 关系到提成，先由${decider}确认：${name} ${value}。确认之后开始算。`,
  claim: (by, label, name, value, target) => `${by}报了 ${label} ${name}：${value} / ${target}。属实吗？`,
  claimPays: '这个目标关系到提成，你确认之后才算数。',
  confirmClaim: '属实',
  declineClaim: '不对',
  claimConfirmed: (who, label, name, value) => `${who}确认了 ${label} ${name}：${value}。`,
  claimDeclined: (who, label, name, value) => `${who}没有确认 ${label} 的 ${value}，${name}维持原样。`,
  claimDecided: '这一次报数已经有结果了，或者后来又报过。',
  claimStates: { open: '等确认', declined: '没有确认', replaced: '后来又报过' },
  enteredBy: (who) => `${who}报的`,
  claims: '没有算数的',
}

/** What is said when somebody reports where a goal stands. */
export const checkingIn: Both<typeof en> = { en, 'zh-CN': zh }
