import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { askContribution, contribute } from './calibration/contribute.ts'
import { holdMissed } from './hold-missed.ts'
import {
  askRemove,
  pausePressed,
  pauseRitual,
  removePressed,
  restorePressed,
  resumePressed,
  resumeRitual,
  runPressed,
  runRitual,
} from './manage/change.ts'
import { historyPressed, showHistory } from './manage/history.ts'
import { listRituals } from './manage/list.ts'
import { texts as manageTexts } from './manage/texts.ts'
import { missedAsked } from './serve.ts'
import { ritualTicker } from './ticker.ts'
import { answer } from './weekly-retro/answer.ts'
import { retroAsked } from './weekly-retro/asked.ts'
import { fill } from './weekly-retro/fill.ts'
import { openNow, skip } from './weekly-retro/open-now.ts'
import { itemDone, itemDropped, itemNextWeek } from './weekly-retro/settle-item.ts'
import { homeBlocks, showMine, showSummary } from './weekly-retro/show.ts'
import { texts } from './weekly-retro/texts.ts'

export const rituals: Feature = {
  name: 'rituals',
  prompts: [missedAsked, retroAsked],
  commands: [
    {
      name: 'retro',
      aliases: ['周复盘', '复盘'],
      summary: both(texts, (words) => words.command),
      subcommands: [
        {
          name: '',
          aliases: [],
          summary: both(texts, (words) => words.summaries.mine),
          reads: showMine,
        },
        {
          name: 'now',
          aliases: ['现在', '马上'],
          usage: both(texts, (words) => words.usage.team),
          summary: both(texts, (words) => words.summaries.now),
          roles: ['manager', 'admin'],
          writes: openNow,
        },
        {
          name: 'skip',
          aliases: ['跳过', '不开'],
          usage: both(texts, (words) => words.usage.team),
          summary: both(texts, (words) => words.summaries.skip),
          roles: ['manager', 'admin'],
          writes: skip,
        },
        {
          name: 'summary',
          aliases: ['总结'],
          usage: both(texts, (words) => words.usage.summary),
          summary: both(texts, (words) => words.summaries.summary),
          reads: showSummary,
        },
      ],
    },
    {
      name: 'ritual',
      aliases: ['仪式'],
      summary: both(manageTexts, (words) => words.command),
      subcommands: [
        {
          name: '',
          aliases: [],
          summary: both(manageTexts, (words) => words.summaries.list),
          reads: listRituals,
        },
        {
          name: 'list',
          aliases: ['列表'],
          usage: both(manageTexts, (words) => words.usage.which),
          summary: both(manageTexts, (words) => words.summaries.list),
          reads: listRituals,
        },
        {
          name: 'pause',
          aliases: ['暂停'],
          usage: both(manageTexts, (words) => words.usage.which),
          summary: both(manageTexts, (words) => words.summaries.pause),
          roles: ['manager', 'admin'],
          writes: pauseRitual,
        },
        {
          name: 'resume',
          aliases: ['恢复'],
          usage: both(manageTexts, (words) => words.usage.which),
          summary: both(manageTexts, (words) => words.summaries.resume),
          roles: ['manager', 'admin'],
          writes: resumeRitual,
        },
        {
          name: 'run',
          aliases: ['现在开', '马上开'],
          usage: both(manageTexts, (words) => words.usage.which),
          summary: both(manageTexts, (words) => words.summaries.run),
          roles: ['manager', 'admin'],
          writes: runRitual,
        },
        {
          name: 'history',
          aliases: ['历史'],
          usage: both(manageTexts, (words) => words.usage.which),
          summary: both(manageTexts, (words) => words.summaries.history),
          reads: showHistory,
        },
        {
          name: 'remove',
          aliases: ['不再开', '删除'],
          usage: both(manageTexts, (words) => words.usage.which),
          summary: both(manageTexts, (words) => words.summaries.remove),
          roles: ['manager', 'admin'],
          reads: askRemove,
        },
      ],
    },
  ],
  actions: [
    { name: 'ritual.pause', writes: pausePressed },
    { name: 'ritual.resume', writes: resumePressed },
    { name: 'ritual.run', writes: runPressed },
    { name: 'ritual.history', reads: historyPressed },
    { name: 'ritual.remove', writes: removePressed },
    { name: 'ritual.restore', writes: restorePressed },
    { name: 'retro.fill', reads: fill },
    { name: 'retro.item-done', writes: itemDone },
    { name: 'retro.item-next-week', writes: itemNextWeek },
    { name: 'retro.item-dropped', reads: itemDropped },
    { name: 'ritual.hold', writes: holdMissed },
    { name: 'calibration.contribute', reads: askContribution },
  ],
  forms: [
    { name: 'retro.answer', writes: answer },
    { name: 'calibration.contribute', writes: contribute },
  ],
  tickers: [ritualTicker],
  home: homeBlocks,
}
