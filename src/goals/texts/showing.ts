import type { Both } from '../../kernel/locale.ts'

const en = {
  moreGoals: (count: number) => `… and ${count} more. One team’s: /goal tree and its name.`,
  noGoals: (who: string) => `No goals for ${who} yet.`,
  noGoalsHint: 'Type /goal add November 30 customer visits, or open the form with /goal add.',
  myGoals: 'My goals',
  oneGoal: 'Goal',
  goalsOf: (who: string) => `${who}: goals`,
  progress: (reached: string, value: string, share: string) => `${reached} of ${value}, ${share}`,
  time: (share: string, days: number) => `time ${share}, ${days} ${days === 1 ? 'workday' : 'workdays'} left`,
  unreported: 'not reported yet',
  treeTitle: (period: string) => `Goal tree, ${period}`,
  treeEmpty: 'No goals stand here yet. The company’s comes first: /goal add company 2027 signed 12m',
  historyTitle: (label: string, name: string) => `${label}, ${name}: everything that changed`,
  noHistory: 'Nothing has changed since it was set.',
  revision: (from: string, value: string) => `From ${from}: ${value}`,
  byWhom: (who: string, on: string) => `${who}, ${on}`,
  checkins: 'Checked in',
  noGoal: (word: string) => `There is no goal ${word}. See them all with /goal tree.`,
  goalNumberMissing: 'Which goal? Write its number, such as /goal history G-3.',
  unreadPeriod: (word: string) =>
    `I could not read the period “${word}”. Try: /goal tree 2026-11, 2026-Q4, next month, a team’s name, or a period and a team.`,
  home: { title: 'Goals', add: 'New goal', objective: 'New objective', all: 'Goal tree' },
  summary: 'Goals and how they stand',
}

const zh: typeof en = {
  moreGoals: (count) => `… 还有 ${count} 个。看一个部门的：目标 目标树 部门名`,
  noGoals: (who) => `${who}还没有目标。`,
  noGoalsHint: '可以写：目标 新增 11月 拜访客户 30次，或只写「目标 新增」打开表单。',
  myGoals: '我的目标',
  oneGoal: '目标',
  goalsOf: (who) => `${who}的目标`,
  progress: (reached, value, share) => `${reached} / ${value}，${share}`,
  time: (share, days) => `时间过了 ${share}，剩 ${days} 个工作日`,
  unreported: '还没报过',
  treeTitle: (period) => `目标树 ${period}`,
  treeEmpty: '这里还没有目标。先定公司的：目标 新增 公司 2027年 签约 1200万',
  historyTitle: (label, name) => `${label} ${name}，改过的每一次`,
  noHistory: '定下以后还没有改过。',
  revision: (from, value) => `${from}起：${value}`,
  byWhom: (who, on) => `${who}，${on}`,
  checkins: '进度记录',
  noGoal: (word) => `没有 ${word} 这个目标。看全部：目标 目标树`,
  goalNumberMissing: '哪一个目标？写上编号，比如：目标 记录 G-3',
  unreadPeriod: (word) =>
    `没读懂「${word}」是哪一期。可以写：目标 目标树 2026-11、2026-Q4、下月 或 部门名，也可以一起写`,
  home: { title: '目标', add: '新目标', objective: '新的大目标', all: '目标树' },
  summary: '目标和进度',
}

/** Lists of goals, the tree, and a goal’s history. */
export const showing: Both<typeof en> = { en, 'zh-CN': zh }
