import type { Feature } from '../kernel/feature.ts'
import { boardPressed, showLeaderboard } from './show-leaderboard.ts'
import { texts } from './texts.ts'

/** Who leads, and where I stand. */
export const leaderboard: Feature = {
  name: 'leaderboard',
  commands: [
    {
      name: 'leaderboard',
      aliases: ['排行榜', '排行', '榜'],
      summary: { en: texts.en.summary, 'zh-CN': texts['zh-CN'].summary },
      subcommands: [
        {
          name: '',
          aliases: [],
          usage: { en: texts.en.usage, 'zh-CN': texts['zh-CN'].usage },
          summary: { en: texts.en.summary, 'zh-CN': texts['zh-CN'].summary },
          reads: showLeaderboard,
        },
      ],
    },
  ],
  actions: [{ name: 'leaderboard.show', reads: boardPressed }],
}
