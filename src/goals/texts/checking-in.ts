import type { Both } from '../../kernel/locale.ts'

const en = {
  checkinTitle: (label: string) => `Check in ${label}`,
  checkinValue: 'Where it stands',
  checkinNote: 'Note',
  checkinButton: (label: string) => `Check in ${label}`,
  checkinDone: (label: string, name: string, reached: string, share: string) =>
    `Noted: ${label} ${name} stands at ${reached}, ${share}.`,
  checkinOnly: (label: string, metric: string) =>
    `${label} counts ${metric}, and the deals keep that up to date by themselves. Nothing to check in.`,
  checkinFormat: 'Write the goal, the number and, if you like, a note: /goal checkin G-3 12 two at the fair',
}

const zh: typeof en = {
  checkinTitle: (label) => `${label} 报进度`,
  checkinValue: '现在到多少了',
  checkinNote: '备注',
  checkinButton: (label) => `报 ${label} 的进度`,
  checkinDone: (label, name, reached, share) => `记下了：${label} ${name}现在 ${reached}，${share}。`,
  checkinOnly: (label, metric) => `${label} 数的是${metric}，签单会自动更新它，不用手动报。`,
  checkinFormat: '写上目标、数字，也可以加一句话：目标 打卡 G-3 12 展会上见了两家',
}

/** What is said when somebody reports where a goal stands. */
export const checkingIn: Both<typeof en> = { en, 'zh-CN': zh }
