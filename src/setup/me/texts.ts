import type { Both } from '../../kernel/locale.ts'

const en = {
  summary: 'My language, hours and what I am told',
  usage: '[hours 10:00-19:00 | quiet reminders]',
  title: 'My settings',
  form: 'Change',
  submit: 'Save',
  language: 'Language',
  zone: 'Time zone',
  zoneHint: 'As in Asia/Shanghai; empty: your team’s',
  hours: 'Working hours',
  hoursFrom: 'Working hours from',
  hoursTo: 'Until',
  hoursHint: 'As in 09:00; past midnight works too',
  days: 'Working days',
  daysHint: 'None chosen: your team’s. Public holidays stay free, make-up days count.',
  tell: 'Tell me about',
  tellHint: 'What asks for a decision, and your pay statements, always reach you.',
  own: (value: string) => value,
  usual: (value: string) => `${value} (as for everybody)`,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  teamDays: 'your team’s calendar',
  told: 'You are told',
  notTold: 'You are not told',
  nothingElse: 'nothing is switched off',
  always:
    'What asks for your decision, and your pay statements, always reach you; they can be put off with “Later”.',
  rule: (hours: string) =>
    `I write to you privately between ${hours} on your working days, at most one message an hour; what waits comes in one message. What you have just asked for comes at once.`,
  putOffTitle: 'Put off',
  putOffLine: (moment: string, what: string) => `until ${moment}: ${what}`,
  bringBack: (number: number) => `Now (${number})`,
  hint: 'As in: /drumbeat me hours 10:00-19:00 · /drumbeat me days mon-thu · /drumbeat me quiet reminders · /drumbeat me tell reminders · /drumbeat me zone Asia/Tokyo · “default” takes a setting back',
  unread: (word: string) =>
    `I did not read “${word}”, so nothing changed. These work: language, zone, hours, days, quiet, tell, as in /drumbeat me hours 10:00-19:00`,
  hoursUnread: (word: string) =>
    `I could not read the hours “${word}”, so nothing changed. Try: /drumbeat me hours 10:00-19:00`,
  hoursTooShort: (word: string) =>
    `“${word}” leaves less than an hour to write to you in, so nothing changed. An hour a day is the least: /drumbeat me hours 10:00-11:00`,
  daysUnread: (word: string) =>
    `I could not read the days “${word}”, so nothing changed. Try: /drumbeat me days mon-fri, or mon,wed,fri`,
  zoneUnread: (word: string) =>
    `I do not know the time zone “${word}”, so nothing changed. Try: /drumbeat me zone Asia/Shanghai`,
  languageUnread: (word: string) =>
    `I do not speak “${word}”, so nothing changed: /drumbeat me language zh or /drumbeat me language en`,
  kindUnread: (word: string, kinds: string) =>
    `“${word}” is nothing that can be switched off, so nothing changed. These can: ${kinds}. Decisions that are asked of you and your pay statements always reach you.`,
  saved: 'Saved.',
  quietNow: (kind: string) => `You are not told about ${kind} any more. Back with /drumbeat me tell …`,
  tellNow: (kind: string) => `You are told about ${kind}.`,
  laterTitle: 'Later',
  laterSubmit: 'Put off',
  laterWhen: 'Ask me again',
  laterUntil: (moment: string) => `It can be answered until ${moment}`,
  later: {
    hour: (moment: string) => `In an hour (${moment})`,
    afternoon: (moment: string) => `This afternoon (${moment})`,
    tomorrow: (moment: string) => `Tomorrow morning (${moment})`,
    workday: (moment: string) => `Next workday (${moment})`,
  },
  noLater: (moment: string) =>
    `It closes ${moment}, within your next hours: it cannot be put off any longer.`,
  laterGone: 'That moment has passed or is too late. Choose another one.',
  putOff: (what: string, moment: string) => `Put off until ${moment}, if it is still open then: ${what}`,
  now: 'Now',
  putOffAlready: (moment: string) => `It is put off until ${moment} already.`,
  comesAgain: (moment: string) => `All right, ${moment}, if it is still open then.`,
  askedNoMore: 'That is settled, or was put off elsewhere: there is nothing to put off here.',
  below: 'It stands below again.',
}

const zh: typeof en = {
  summary: '我的语言、工作时间和要听的消息',
  usage: '[时间 10:00-19:00 | 静音 到期提醒]',
  title: '我的设置',
  form: '修改',
  submit: '保存',
  language: '语言',
  zone: '时区',
  zoneHint: '例如 Asia/Shanghai；不填就按团队的',
  hours: '工作时间',
  hoursFrom: '工作时间从',
  hoursTo: '到',
  hoursHint: '例如 09:00，跨过半夜也行',
  days: '工作日',
  daysHint: '不选就按团队的。法定假日照休，调休上班日照算。',
  tell: '要告诉我的',
  tellHint: '要你决定的事和你的对账单总会送到。',
  own: (value) => value,
  usual: (value) => `${value}（默认）`,
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  teamDays: '按团队的日历',
  told: '会告诉你',
  notTold: '不告诉你',
  nothingElse: '都没有关掉',
  always: '要你决定的事和你的对账单总会送到，可以用「稍后」推一推。',
  rule: (hours) =>
    `我只在你的工作日 ${hours} 之间私下找你，一小时最多一条，攒下的合成一条发。你刚刚要的东西马上就给。`,
  putOffTitle: '推后的',
  putOffLine: (moment, what) => `推到${moment}：${what}`,
  bringBack: (number) => `现在看（${number}）`,
  hint: '例如：战鼓 我的设置 时间 10:00-19:00 · 战鼓 我的设置 工作日 周一到周四 · 战鼓 我的设置 静音 到期提醒 · 战鼓 我的设置 恢复 到期提醒 · 战鼓 我的设置 时区 Asia/Tokyo · 写「默认」就是取消这项设置',
  unread: (word) =>
    `没读懂「${word}」，什么都没改。可以写：语言、时区、时间、工作日、静音、恢复，例如：战鼓 我的设置 时间 10:00-19:00`,
  hoursUnread: (word) => `没读懂时间「${word}」，什么都没改。可以写成：战鼓 我的设置 时间 10:00-19:00`,
  hoursTooShort: (word) =>
    `「${word}」剩下不到一小时，就没法找你了，什么都没改。一天至少一小时：战鼓 我的设置 时间 10:00-11:00`,
  daysUnread: (word) =>
    `没读懂工作日「${word}」，什么都没改。可以写成：战鼓 我的设置 工作日 周一到周五，或 周一、周三、周五`,
  zoneUnread: (word) => `没有「${word}」这个时区，什么都没改。可以写成：战鼓 我的设置 时区 Asia/Shanghai`,
  languageUnread: (word) =>
    `我不会说「${word}」，什么都没改：战鼓 我的设置 语言 中文，或 战鼓 我的设置 语言 英文`,
  kindUnread: (word, kinds) =>
    `「${word}」不是能关掉的消息，什么都没改。能关的有：${kinds}。要你决定的事和你的对账单总会送到。`,
  saved: '保存好了。',
  quietNow: (kind) => `以后不再告诉你「${kind}」。想恢复就写：战鼓 我的设置 恢复 ${kind}`,
  tellNow: (kind) => `会告诉你「${kind}」。`,
  laterTitle: '稍后再说',
  laterSubmit: '推后',
  laterWhen: '什么时候再问我',
  laterUntil: (moment) => `${moment}之前都可以回答`,
  later: {
    hour: (moment) => `一小时后（${moment}）`,
    afternoon: (moment) => `今天下午（${moment}）`,
    tomorrow: (moment) => `明天早上（${moment}）`,
    workday: (moment) => `下个工作日（${moment}）`,
  },
  noLater: (moment) => `${moment}就截止了，在你下一段工作时间之前，不能再往后推。`,
  laterGone: '这个时间已经过了，或者太晚了，请另选一个。',
  putOff: (what, moment) => `推到${moment}，到时还没处理就再问你：${what}`,
  now: '现在看',
  putOffAlready: (moment) => `这条已经推到${moment}了。`,
  comesAgain: (moment) => `好，${moment}还没处理的话再问你。`,
  askedNoMore: '这件事已经处理了，或者在别处推后了，这里没有可推的。',
  below: '已经放到下面了。',
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
