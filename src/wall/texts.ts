import type { Both } from '../kernel/locale.ts'

const en = {
  product: 'Drumbeat',
  winners: (month: string) => `Winners, ${month}`,
  board: {
    attainment: (month: string) => `Attainment, ${month}`,
    signed: (month: string) => `Signed, ${month}`,
    deals: (month: string) => `Deals, ${month}`,
  },
  deals: (count: number) => (count === 1 ? '1 deal' : `${count} deals`),
  latest: 'Latest deals',
  hall: 'Hall of fame',
  page: (number: number, of: number) => (of > 1 ? ` (${number}/${of})` : ''),
  noWinners: 'The month’s winners will stand here.',
  noWinnersHint: 'A manager reacts to a message with 👑 or 🌟, and its author is honored.',
  noBoard: 'The month’s standings will stand here.',
  noDeals: 'The latest deals will stand here.',
  dealHint: 'Log one with /deal add Huawei 120k',
  noHall: 'Past winners will stand here.',
  hallHint: 'On the first of each month the bot nominates the King of Deals.',
  aDeal: 'a new deal',
  justNow: 'Signed just now',
  newHonor: 'A new honor',
}

const zh: typeof en = {
  product: '战鼓',
  winners: (month) => `${month}得主`,
  board: {
    attainment: (month) => `${month}达成率`,
    signed: (month) => `${month}签约`,
    deals: (month) => `${month}签单数`,
  },
  deals: (count) => `${count} 单`,
  latest: '最新签单',
  hall: '荣誉榜',
  page: (number, of) => (of > 1 ? `（${number}/${of}）` : ''),
  noWinners: '这里会写上本月的得主。',
  noWinnersHint: '主管给一条消息点上 👑 或 🌟，写的人就上墙。',
  noBoard: '这里会有本月的排行。',
  noDeals: '这里会有最新的签单。',
  dealHint: '记一单：签单 华为 12万',
  noHall: '这里会有往月的得主。',
  hallHint: '每月一号，签单王按数据提名。',
  aDeal: '新的一单',
  justNow: '刚刚签下',
  newHonor: '新的荣誉',
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
