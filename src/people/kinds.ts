import type { Telling } from '../kernel/feature.ts'

/** Kinds of news that several slices tell; they stand here so that they are called the same everywhere. */
export const PAY_NEWS: Telling = {
  kind: 'pay-news',
  aliases: ['pay', '提成', '提成消息'],
  label: { en: 'changes of my deals and pay', 'zh-CN': '签单和提成变动' },
}

export const REMINDERS: Telling = {
  kind: 'reminders',
  aliases: ['reminder', '提醒'],
  label: { en: 'reminders of what is due', 'zh-CN': '到期提醒' },
}

export const TEAM_NEWS: Telling = {
  kind: 'team-news',
  aliases: ['team', '团队消息'],
  label: { en: 'what others give me or settle for me', 'zh-CN': '别人安排和处理的事' },
}
