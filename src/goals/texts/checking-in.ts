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
}

/** What is said when somebody reports where a goal stands. */
export const checkingIn: Both<typeof en> = { en, 'zh-CN': zh }
