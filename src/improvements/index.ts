import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { addItem } from './add-item.ts'
import { homeBlocks, listMine, listTeam } from './list-items.ts'
import { promisesAsked, reminders } from './remind.ts'
import { done, drop, postpone, pressDone, pressDrop, pressPostpone, submitDrop } from './settle-command.ts'
import { texts } from './texts.ts'

export const improvements: Feature = {
  name: 'improvements',
  prompts: [promisesAsked],
  commands: [
    {
      name: 'improve',
      aliases: ['改进', '改进清单'],
      summary: both(texts, (words) => words.summary),
      subcommands: [
        {
          name: '',
          aliases: [],
          summary: both(texts, (words) => words.summaries.mine),
          reads: listMine,
        },
        {
          name: 'team',
          aliases: ['团队'],
          summary: both(texts, (words) => words.summaries.team),
          reads: listTeam,
        },
        {
          name: 'add',
          aliases: ['加', '添加', '记', '新增'],
          usage: both(texts, (words) => words.usage.add),
          summary: both(texts, (words) => words.summaries.add),
          writes: addItem,
        },
        {
          name: 'done',
          aliases: ['做了', '完成', '做完了'],
          usage: both(texts, (words) => words.usage.done),
          summary: both(texts, (words) => words.summaries.done),
          writes: done,
        },
        {
          name: 'postpone',
          aliases: ['推迟', '延期'],
          usage: both(texts, (words) => words.usage.postpone),
          summary: both(texts, (words) => words.summaries.postpone),
          writes: postpone,
        },
        {
          name: 'drop',
          aliases: ['不做了', '放弃'],
          usage: both(texts, (words) => words.usage.drop),
          summary: both(texts, (words) => words.summaries.drop),
          writes: drop,
        },
      ],
    },
  ],
  actions: [
    { name: 'improve.done', writes: pressDone },
    { name: 'improve.postpone', writes: pressPostpone },
    { name: 'improve.drop', reads: pressDrop },
  ],
  forms: [{ name: 'improve.drop', writes: submitDrop }],
  tickers: [reminders],
  home: homeBlocks,
}
