import type { Both } from '../../kernel/locale.ts'

const en = {
  openForm: 'There is a form for this.',
  openFormButton: 'Open the form',
  formTooLate: 'The form could not be opened in time. Please try once more.',
  working: 'This takes a moment. The answer comes here by itself.',
  noChannel: (channel: string) =>
    `Slack does not let the bot post in ${channel}: invite it there with /invite @drumbeat.`,
  archived: (channel: string) => `The channel ${channel} is archived.`,
  noUser: (user: string) => `Slack does not let the bot write to ${user}.`,
  tokenRefused: (error: string) => `Slack no longer accepts the bot's token (${error}).`,
  scopeMissing: (scope: string) =>
    `The Slack app lacks the permission ${scope}: install it again from manifest.yml.`,
  elsewhere: (team: string) => `The bot is not connected to the Slack team ${team}.`,
  refused: (error: string) => `Slack refused the message (${error}).`,
}

const zh: typeof en = {
  openForm: '这件事要填一张表。',
  openFormButton: '打开表单',
  formTooLate: '表单没能及时打开，请再试一次。',
  working: '这要一会儿，好了就在这里告诉你。',
  noChannel: (channel) => `机器人不能在频道 ${channel} 里发消息：请在那里用 /invite @drumbeat 邀请它。`,
  archived: (channel) => `频道 ${channel} 已归档。`,
  noUser: (user) => `机器人不能给 ${user} 发私信。`,
  tokenRefused: (error) => `Slack 不再接受机器人的令牌（${error}）。`,
  scopeMissing: (scope) => `Slack 应用缺少权限 ${scope}：请用 manifest.yml 重新安装。`,
  elsewhere: (team) => `机器人现在没有连接 Slack 团队 ${team}。`,
  refused: (error) => `Slack 拒收了这条消息（${error}）。`,
}

export const texts: Both<typeof en> = { 'zh-CN': zh, en }
