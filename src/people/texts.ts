import type { Both } from '../kernel/locale.ts'

const en = {
  nobody: (name: string, close: string | undefined, known: string | undefined) =>
    close
      ? `I do not know anybody called ${name}. Did you mean @${close}?`
      : `I do not know anybody called ${name}. Write the name as it stands in the team, such as @${known ?? 'Li Lei'}.`,
  several: (name: string, count: number) =>
    `There are ${count} people called ${name}. Mention the one you mean with @, so that I know who it is.`,
}

const zh: typeof en = {
  nobody: (name, close, known) =>
    close
      ? `没有找到叫「${name}」的人，是不是 @${close}？`
      : `没有找到叫「${name}」的人。请写团队里的名字，比如 @${known ?? '李雷'}。`,
  several: (name, count) => `叫「${name}」的有 ${count} 位，请用 @ 选一下是哪一位。`,
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
