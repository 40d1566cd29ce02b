import type { Both } from '../kernel/locale.ts'

const en = {
  title: (number: number) => `I-${number}`,
  status: {
    open: 'open',
    done: 'done',
    dropped: 'dropped',
  },
  history: 'What has happened',
  opened: (date: string) => `written down, due ${date}`,
  reworded: (was: string, became: string) => `reworded: “${was}” → “${became}”`,
  assigned: (was: string, became: string) => `handed from ${was} to ${became}`,
  postponed: (was: string, became: string) => `moved from ${was} to ${became}`,
  done: 'done',
  dropped: 'dropped',
  because: (reason: string) => ` · ${reason}`,
  bot: 'Drumbeat',
  notYours: (number: number) =>
    `I-${number} is for its owner, their team and those who lead them. Yours are here: /improve`,
}

const zh: typeof en = {
  title: (number) => `I-${number}`,
  status: { open: '还开着', done: '做完了', dropped: '不做了' },
  history: '来龙去脉',
  opened: (date) => `记下，${date}前`,
  reworded: (was, became) => `改了说法：「${was}」→「${became}」`,
  assigned: (was, became) => `从${was}交给${became}`,
  postponed: (was, became) => `从 ${was} 推到 ${became}`,
  done: '做完了',
  dropped: '不做了',
  because: (reason) => ` · ${reason}`,
  bot: '战鼓',
  notYours: (number) => `I-${number} 只有负责人、同团队的人和主管能看。你的在这里：改进`,
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
