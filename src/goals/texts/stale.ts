import type { Both } from '../../kernel/locale.ts'

const en = {
  stale: (count: number) =>
    count === 1
      ? 'Nobody has checked in to this goal for a while. Where does it stand?'
      : `Nobody has checked in to these ${count} goals for a while. Where do they stand?`,
  staleLine: (label: string, name: string, days: number, last: string | undefined) =>
    `${label} ${name}: ${days} workdays without a check-in${last === undefined ? ', none so far' : `, the last one ${last}`}`,
  staleLast: (on: string, value: string) => `${on} at ${value}`,
}

const zh: typeof en = {
  stale: (count) =>
    count === 1
      ? '这个目标有一阵没报进度了，现在到多少了？'
      : `这 ${count} 个目标有一阵没报进度了，现在到多少了？`,
  staleLine: (label, name, days, last) =>
    `${label} ${name}：${days} 个工作日没报了，${last === undefined ? '还没报过' : `上次是 ${last}`}`,
  staleLast: (on, value) => `${on}的 ${value}`,
}

/** What the owner of a goal is asked that nobody has checked in to. */
export const staleTexts: Both<typeof en> = { en, 'zh-CN': zh }
