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
  page: (from: number, to: number, all: number) => `${from}–${to} of ${all}`,
  earlierPage: 'Earlier',
  laterPage: 'Later',
  except: 'All but some…',
  exceptTitle: 'Confirm all but some',
  exceptSubmit: 'Confirm the others',
  exceptField: 'Leave these for now',
  exceptHint: 'They keep waiting, and are on tomorrow’s card again.',
  exceptLine: (number: string, owner: string, customer: string, amount: string) =>
    `${number} ${owner}: ${customer}, ${amount}`,
  leftWaiting: (deals: string) => `Left waiting: ${deals}.`,
  settledBefore: (count: number, amount: string, by: string) =>
    `${count === 1 ? '1 deal of this card is' : `${count} deals of this card are`} confirmed already, ${amount}${by === '' ? '' : ` (${by})`}.`,
  goneBefore: (count: number) =>
    count === 1
      ? '1 was voided or refunded, and needs no confirmation.'
      : `${count} were voided or refunded, and need no confirmation.`,
  onNextCard: 'What still waits is on the next card.',
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
  page: (from, to, all) => `第 ${from}–${to} 单，共 ${all} 单`,
  earlierPage: '上一页',
  laterPage: '下一页',
  except: '先留几单',
  exceptTitle: '其余的都确认',
  exceptSubmit: '确认其余的',
  exceptField: '先留着的单',
  exceptHint: '留着的继续等，明天的卡上还有。',
  exceptLine: (number, owner, customer, amount) => `${number} ${owner}：${customer} ${amount}`,
  leftWaiting: (deals) => `先留着：${deals}。`,
  settledBefore: (count, amount, by) =>
    `这张卡上有 ${count} 单已经确认，共 ${amount}${by === '' ? '' : `（${by}）`}。`,
  goneBefore: (count) => `${count} 单作废或退款，不用确认了。`,
  onNextCard: '还在等的，见下一张卡。',
}

/** What managers read about deals that wait for them. */
export const confirming: Both<typeof en> = { en, 'zh-CN': zh }
