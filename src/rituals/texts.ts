import type { Both, Locale } from '../kernel/locale.ts'

const en = {
  late: (minutes: number) => `This should have begun ${duration(minutes)} ago: I was away. Here it is.`,
  lateClose: (minutes: number) => `This should have been closed ${duration(minutes)} ago: I was away.`,
  missed: (title: string, team: string, times: readonly string[]) =>
    `I was away for too long: the ${title} of ${team} did not take place (${times.join(', ')}). Hold it now?`,
  earlierMissed: (count: number) => `${count} earlier ones`,
  holdNow: 'Hold it now',
  held: (title: string, team: string) => `The ${title} of ${team} is open.`,
  heldBefore: (title: string, team: string) => `The ${title} of ${team} has been opened already.`,
  calledOff: (title: string, team: string) => `The ${title} of ${team} has been called off.`,
  nobodyThere: (team: string) => `Nobody of ${team} is there today, so there is nothing to open.`,
  notYours: (team: string) => `Only who leads ${team} and admins can do that.`,
  gone: 'This ritual is no longer there.',
  weekday: (index: number) => WEEKDAYS[index - 1] ?? '',
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const zh: typeof en = {
  late: (minutes) => `本该${zhDuration(minutes)}前开始，那时我不在线，现在补上。`,
  lateClose: (minutes) => `本该${zhDuration(minutes)}前收的，那时我不在线。`,
  missed: (title, team, times) => `我离线太久，${team}的${title}没开成（${times.join('、')}）。现在补开吗？`,
  earlierMissed: (count) => `更早的 ${count} 次`,
  holdNow: '现在补开',
  held: (title, team) => `${team}的${title}开始了。`,
  heldBefore: (title, team) => `${team}的${title}已经开过了。`,
  calledOff: (title, team) => `${team}的${title}不开了。`,
  nobodyThere: (team) => `${team}今天没有人在，没有开。`,
  notYours: (team) => `这件事只有${team}的主管和管理员能做。`,
  gone: '这个仪式已经不在了。',
  weekday: (index) => `周${'一二三四五六日'[index - 1]}`,
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }

/** A number of minutes in words: `3 hours 5 minutes`; in Chinese with a space before it. */
export const showDuration = (minutes: number, locale: Locale): string =>
  locale === 'en' ? duration(minutes) : zhDuration(minutes)

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`] : []),
  ]
  return parts.join(' ')
}

function zhDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return ` ${[...(hours > 0 ? [`${hours} 小时`] : []), ...(rest > 0 ? [`${rest} 分钟`] : [])].join(' ')}`
}
