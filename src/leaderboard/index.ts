import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { boardPressed, showLeaderboard } from './show-leaderboard.ts'
import { texts } from './texts.ts'

/** Who leads, and where I stand. */
export const leaderboard: Feature = {
  name: 'leaderboard',
  commands: [
    {
      name: 'leaderboard',
      aliases: ['排行榜', '排行', '榜'],
      summary: both(texts, (words) => words.summary),
      subcommands: [
        {
          name: '',
          aliases: [],
          usage: both(texts, (words) => words.usage),
          summary: both(texts, (words) => words.summary),
          reads: showLeaderboard,
        },
      ],
    },
  ],
  actions: [{ name: 'leaderboard.show', reads: boardPressed }],
}
