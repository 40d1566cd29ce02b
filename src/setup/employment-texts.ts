import type { Both } from '../kernel/locale.ts'

const en = {
  joinedSummary: 'Record when somebody joined',
  leftSummary: 'Record somebody’s last day',
  usage: '@Li Lei 2026-11-10',
  joinedUnclear:
    'I did not read that, so nothing has changed. Write the person and the first day: /drumbeat joined @Li Lei 2026-11-10 (“off” takes it back).',
  leftUnclear:
    'I did not read that, so nothing has changed. Write the person and the last day: /drumbeat left @Li Lei 2026-11-30 (“off” takes it back).',
  notYourPeople: (name: string) => `${name}’s dates are for their manager and admins to record.`,
  backwards: (name: string, joinedOn: string, lastDay: string) =>
    `${name} would leave on ${lastDay}, before joining on ${joinedOn}, so nothing has changed.`,
  lastAdmin: 'This is the only admin; name another one first.',
  joined: (name: string, on: string) => `Noted: ${name} joined on ${on}.`,
  joinedOff: (name: string) => `Noted: it is not known when ${name} joined.`,
  left: (name: string, on: string) => `Noted: ${name}’s last day is ${on}.`,
  leftOff: (name: string) => `Noted: ${name} stays.`,
  whyJoined: (on: string | undefined) =>
    on === undefined ? 'Your joining date has been taken back.' : `Your joining date is ${on}.`,
  whyLeft: (on: string | undefined) =>
    on === undefined ? 'Your last day has been taken back.' : `Your last day is ${on}.`,
}

const zh: typeof en = {
  joinedSummary: '登记谁哪天入职',
  leftSummary: '登记谁的最后一天',
  usage: '@李雷 2026-11-10',
  joinedUnclear: '没读懂，什么都没改。请写人和第一天，例如：战鼓 入职 @李雷 2026-11-10（写「取消」是收回）。',
  leftUnclear: '没读懂，什么都没改。请写人和最后一天，例如：战鼓 离职 @李雷 2026-11-30（写「取消」是收回）。',
  notYourPeople: (name) => `${name}的入职和离职日期，由 TA 的主管或管理员登记。`,
  backwards: (name, joinedOn, lastDay) => `${name} ${lastDay} 离职，比 ${joinedOn} 入职还早，什么都没改。`,
  lastAdmin: '这是唯一的管理员，请先指定另一位。',
  joined: (name, on) => `记下了：${name} ${on} 入职。`,
  joinedOff: (name) => `记下了：${name}的入职日期收回了。`,
  left: (name, on) => `记下了：${name}的最后一天是 ${on}。`,
  leftOff: (name) => `记下了：${name}不离职了。`,
  whyJoined: (on) => (on === undefined ? '你的入职日期收回了。' : `你的入职日期记为 ${on}。`),
  whyLeft: (on) => (on === undefined ? '你的离职日期收回了。' : `你的最后一天记为 ${on}。`),
}

/** When people join and leave, in words. */
export const employmentTexts: Both<typeof en> = { en, 'zh-CN': zh }
