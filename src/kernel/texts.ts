import type { Both, Locale } from './locale.ts'
import type { Role } from './scope.ts'

const en = {
  unknownCommand: (word: string, nearest: string | undefined) =>
    nearest
      ? `I do not know “${word}”. Did you mean ${nearest}? Type “help” to see everything.`
      : `${word === '' ? 'There is nothing to read in that' : `I did not understand “${word}”`}. Type “help” to see what I can do.`,
  unknownSubcommand: (word: string, nearest: string | undefined, others: string[]) =>
    nearest
      ? `I do not know “${word}” here. Did you mean: ${nearest}`
      : `I did not understand “${word}” here. These work: ${others.join(', ')}`,
  roles: { admin: 'an admin', finance: 'finance', manager: 'a manager', rep: 'a rep' },
  notAllowed: (who: string[]) =>
    `Only ${who.join(' or ')} can do that. Ask yours, or type /drumbeat help to see what you can do.`,
  unknownButton: 'This button no longer works. Type the command again to get a fresh one.',
  unknownForm: 'This form no longer works. Please open it again.',
  lineTooLong: (length: number, longest: number) =>
    `That is ${grouped(length)} characters, and I read up to ${grouped(longest)} at a time, so nothing is saved. Say it shorter, or in several parts.`,
  fieldTooLong: (longest: number) =>
    `That is longer than ${grouped(longest)} characters, so nothing is saved. Please shorten it.`,
  tooLarge:
    'That adds up to more than I can count exactly, so nothing is saved. Is there a zero too many? An amount is put right with /deal amend.',
  bundle: (count: number, all: string) => `${count} messages: ${all}`,
  later: 'Later',
  failed: 'Something went wrong on my side, and nothing was saved. Please try again in a moment.',
}

const zh: typeof en = {
  unknownCommand: (word, nearest) =>
    nearest
      ? `没听懂「${word}」，是想说「${nearest}」吗？输入「帮助」看全部命令。`
      : `${word === '' ? '还没写要做什么' : `没听懂「${word}」`}。输入「帮助」看看我能做什么。`,
  unknownSubcommand: (word, nearest, others) =>
    nearest
      ? `这里没有「${word}」，是不是想写：${nearest}`
      : `这里没听懂「${word}」，可以写：${others.join('、')}`,
  roles: { admin: '管理员', finance: '财务', manager: '主管', rep: '销售' },
  notAllowed: (who) => `这件事要${who.join('或')}来做。可以请 TA 帮忙，或输入「帮助」看看你能做什么。`,
  unknownButton: '这个按钮已经失效了，重新输入一次命令就有新的。',
  unknownForm: '这张表单已经失效了，请重新打开。',
  lineTooLong: (length, longest) =>
    `这条有 ${grouped(length)} 个字，我一次最多读 ${grouped(longest)} 个，所以什么都没记。写短一点，或分几次说。`,
  fieldTooLong: (longest) => `这里超过了 ${grouped(longest)} 个字，还没记。请写短一点。`,
  tooLarge: '加起来的数太大，已经算不准了，所以什么都没记。是不是多打了零？金额可以用「签单 改单」改。',
  bundle: (count, all) => `${count} 条消息：${all}`,
  later: '稍后',
  failed: '我这边出了点问题，什么都没有保存。请稍后再试一次。',
}

const grouped = (count: number) => count.toLocaleString('en')

export const texts: Both<typeof en> = { en, 'zh-CN': zh }

/** A polite no to what only these roles may do. */
export const onlyFor = (roles: readonly Role[], locale: Locale): string =>
  texts[locale].notAllowed(roles.map((role) => texts[locale].roles[role]))
