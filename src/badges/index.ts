import type { Feature } from '../kernel/feature.ts'
import { awardByName } from './award-by-name.ts'
import { confirm, giveSomeoneElse, someoneElse, undo } from './confirm-nomination.ts'
import { monthEnd, nominationAsked } from './nominate.ts'
import { react } from './react.ts'
import { home, show, showCatalog } from './show-badges.ts'
import { showWall } from './show-wall.ts'

export const badges: Feature = {
  name: 'badges',
  prompts: [nominationAsked],
  commands: [
    {
      name: 'badge',
      aliases: ['badges', '勋章'],
      summary: { en: 'Badges, and who holds them', 'zh-CN': '勋章和得主' },
      subcommands: [
        {
          name: '',
          aliases: [],
          usage: { en: '[@Han Meimei]', 'zh-CN': '[@韩梅梅]' },
          summary: { en: 'My badges, or somebody’s', 'zh-CN': '我的勋章，或某个人的' },
          reads: show,
        },
        {
          name: 'award',
          aliases: ['give', '颁发', '发'],
          usage: { en: '@Han Meimei Star of Service reason', 'zh-CN': '@韩梅梅 服务之星 原因' },
          summary: { en: 'Award a badge by name', 'zh-CN': '点名颁发一枚勋章' },
          writes: awardByName,
        },
        {
          name: 'catalog',
          aliases: ['all', '目录', '全部'],
          summary: { en: 'Which badges there are', 'zh-CN': '有哪些勋章' },
          reads: showCatalog,
        },
        {
          name: 'wall',
          aliases: ['荣誉墙', '大屏'],
          usage: { en: '[new]', 'zh-CN': '[换新]' },
          summary: { en: 'The honor wall’s address', 'zh-CN': '荣誉墙的地址' },
          roles: ['manager', 'admin'],
          writes: showWall,
        },
      ],
    },
  ],
  actions: [
    { name: 'badge.undo', writes: undo },
    { name: 'badge.confirm', writes: confirm },
    { name: 'badge.someone-else', writes: someoneElse },
    { name: 'badge.catalog', reads: showCatalog },
  ],
  forms: [{ name: 'badge.someone-else', writes: giveSomeoneElse }],
  reactions: [{ name: 'badges', run: react }],
  tickers: [monthEnd],
  home,
}
