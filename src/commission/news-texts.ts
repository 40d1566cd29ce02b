import type { Both } from '../kernel/locale.ts'
import { before as spaced } from './figures.ts'

/** A period's pay before and after; all pieces are shown already. */
interface Figure {
  period: string
  /** Only what a manager has confirmed. */
  confirmed: boolean
  /** Where it is another one. */
  attainment: readonly [before: string, after: string] | undefined
  /** Undefined: nothing had been calculated. */
  before: string | undefined
  after: string
  crossed: string | undefined
}

const en = {
  several: (count: number) => `${count} things have changed your commission.`,
  earlier: (count: number) => `${count} earlier ones`,
  figure: ({ period, confirmed, attainment, before, after, crossed }: Figure) => {
    const pay = `${before === undefined ? after : `${before} → ${after}`} (pre-tax)`
    const of = confirmed ? 'confirmed pay ' : attainment ? 'pay ' : ''
    const head = attainment ? `${period} ${attainment.join(' → ')}; ` : `${period}: `
    return `${head}${of}${pay}${crossed ? `, ${crossed}` : ''}.`
  },
  crossed: (worth: string, line: string, lost: boolean) =>
    lost ? `of which ${worth} is the lost ${line} line` : `of which ${worth} is the ${line} line`,
  approved: (period: string) =>
    `${period} has been approved: the difference goes into the statement that comes next.`,
  deal: 'The deal',
  imported: (all: number, own: number) =>
    `${all} ${all === 1 ? 'deal was' : 'deals were'} imported, ${own} of them with a part for you.`,
}

const zh: typeof en = {
  several: (count) => `有 ${count} 处变动，动了你的提成。`,
  earlier: (count) => `更早的 ${count} 处`,
  figure: ({ period, confirmed, attainment, before, after, crossed }) =>
    `${period}${attainment ? ` ${attainment.join(' → ')}，` : ''}${confirmed ? '已确认的' : ''}提成 ${before === undefined ? after : `${before} → ${after}`}（税前）${crossed ? `，${crossed}` : ''}。`,
  crossed: (worth, line, lost) =>
    lost ? `其中 ${spaced(worth)}是掉出 ${line} 线` : `其中 ${spaced(worth)}是过了 ${line} 线`,
  approved: (period) => `${period}已经批过，差额算进下一张对账单。`,
  deal: '看单',
  imported: (all, own) => `导入了 ${all} 单，其中 ${own} 单有你的份。`,
}

/** What people are told about changes of their pay. */
export const newsTexts: Both<typeof en> = { en, 'zh-CN': zh }
