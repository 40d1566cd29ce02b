import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { addItem, pressAdd, submitAdd } from './add-item.ts'
import { assign, pressAssign, submitAssign } from './assign.ts'
import { readItemNumber } from './item.ts'
import { homeBlocks, listMine, listTeam } from './list-items.ts'
import { promisesAsked, reminders } from './remind.ts'
import {
  done,
  drop,
  postpone,
  pressDate,
  pressDone,
  pressDrop,
  pressPostpone,
  submitDate,
  submitDrop,
} from './settle-command.ts'
import { pressShow, showItem } from './show-item.ts'
import { showStats } from './show-stats.ts'
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
        {
          name: 'assign',
          aliases: ['交给', '转给', '指派'],
          usage: both(texts, (words) => words.usage.assign),
          summary: both(texts, (words) => words.summaries.assign),
          writes: assign,
        },
        {
          name: 'show',
          aliases: ['看', '经过'],
          usage: both(texts, (words) => words.usage.show),
          summary: both(texts, (words) => words.summaries.show),
          reads: showItem,
        },
        {
          name: 'stats',
          aliases: ['数字', '统计'],
          usage: both(texts, (words) => words.usage.stats),
          summary: both(texts, (words) => words.summaries.stats),
          reads: showStats,
        },
      ],
      otherwise: (text) => (readItemNumber(text.trim()) === undefined ? undefined : 'show'),
    },
  ],
  actions: [
    { name: 'improve.done', writes: pressDone },
    { name: 'improve.postpone', writes: pressPostpone },
    { name: 'improve.drop', reads: pressDrop },
    { name: 'improve.date', reads: pressDate },
    { name: 'improve.assign', reads: pressAssign },
    { name: 'improve.show', reads: pressShow },
    { name: 'improve.add', reads: pressAdd },
  ],
  forms: [
    { name: 'improve.drop', writes: submitDrop },
    { name: 'improve.date', writes: submitDate },
    { name: 'improve.assign', writes: submitAssign },
    { name: 'improve.add', writes: submitAdd },
  ],
  tickers: [reminders],
  home: homeBlocks,
}
