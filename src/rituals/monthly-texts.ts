import type { Both } from '../kernel/locale.ts'

const en = {
  none: (title: string) => `There is no ${title} for you here yet. It comes with a team: /drumbeat setup`,
  noneYet: (title: string) => `There has been no such ${title} yet.`,
  open: (month: string, closes: string) => `${month} is open, until ${closes}.`,
  next: (at: string) => `Next: ${at}`,
  paused: 'Paused: nothing takes place until somebody lets it go on.',
  which: 'Which one?',
  holdNow: 'Hold now',
  read: 'Read it',
  history: 'History',
  historyTitle: (title: string) => `History · ${title}`,
}

const zh: typeof en = {
  none: (title) => `你这里还没有${title}，设置好团队就有：战鼓 设置团队`,
  noneYet: (title) => `还没有开过这样的${title}。`,
  open: (month, closes) => `${month}的正开着，${closes} 收。`,
  next: (at) => `下次${/^\d/.test(at) ? ' ' : ''}${at}`,
  paused: '已暂停，恢复之前不会开。',
  which: '是哪一个？',
  holdNow: '现在开',
  read: '看看',
  history: '历史',
  historyTitle: (title) => `历史 · ${title}`,
}

export const monthlyTexts: Both<typeof en> = { en, 'zh-CN': zh }
