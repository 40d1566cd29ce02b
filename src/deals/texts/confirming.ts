import type { Both } from '../../kernel/locale.ts'

const en = {
  confirmedByOthers: (by: string, deals: string, count: number, more: boolean) =>
    `${by} confirmed ${more ? `${count} of your deals, ${deals} among them` : deals}.`,
  confirmed: (count: number, amount: string) =>
    count === 1 ? `Confirmed: ${amount}.` : `Confirmed ${count} deals, ${amount} in all.`,
  nothingToConfirm: 'Nothing waits for your confirmation.',
  confirmRest: (count: number) => `${count} changed meanwhile and still wait: /deal confirm`,
  confirmCard: (count: number, amount: string) =>
    count === 1 ? `1 deal waits for you, ${amount}.` : `${count} deals wait for you, ${amount} in all.`,
  confirmOne: 'Confirm',
  confirmAll: (count: number) => (count === 1 ? 'Confirm it' : `Confirm all ${count}`),
  confirmHint: 'Anything odd? Look at it with /deal show D-12, change it with /deal amend.',
  more: (count: number) => `and ${count} more`,
}

const zh: typeof en = {
  confirmedByOthers: (by, deals, count, more) => `${by} 确认了 ${deals}${more ? ` 等 ${count} 单` : ''}。`,
  confirmed: (count, amount) => `确认了 ${count} 单，共 ${amount}。`,
  nothingToConfirm: '没有等你确认的单。',
  confirmRest: (count) => `还有 ${count} 单刚刚改过，没有一起确认：签单 确认`,
  confirmCard: (count, amount) => `${count} 单等你确认，共 ${amount}。`,
  confirmOne: '确认',
  confirmAll: (count) => (count === 1 ? '确认' : `全部确认（${count} 单）`),
  confirmHint: '有不对的，先看：签单 查看 D-12，再改：签单 改单 D-12',
  more: (count) => `还有 ${count} 单`,
}

/** What managers read about deals that wait for them. */
export const confirming: Both<typeof en> = { en, 'zh-CN': zh }
