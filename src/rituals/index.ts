import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { askedActions, askedForms } from './asked/actions.ts'
import { questionsAsked } from './asked/still-asked.ts'
import { calibrationPart } from './calibration/part.ts'
import { calibrationAsked } from './calibration/remind.ts'
import { reportActions, reportCommand } from './daily-report/command.ts'
import { dailyLines } from './daily-report/lines.ts'
import { DAILY_REPORT } from './daily-report/wanted.ts'
import { reviewPart } from './data-review/part.ts'
import { holdMissed } from './hold-missed.ts'
import { ritualActions, ritualCommand, ritualForms } from './manage/command.ts'
import { waitingBlocks } from './manage/sessions.ts'
import { missedAsked } from './serve.ts'
import { ritualTicker } from './ticker.ts'
import { answer } from './weekly-retro/answer.ts'
import { retroAsked } from './weekly-retro/asked.ts'
import { promptsOfAway } from './weekly-retro/away.ts'
import { fill } from './weekly-retro/fill.ts'
import { showHistory as showRetroHistory } from './weekly-retro/history.ts'
import { askItem, makeItem } from './weekly-retro/make-item.ts'
import { openNow, skip } from './weekly-retro/open-now.ts'
import { pressSettings, showSettings, submitSettings } from './weekly-retro/settings.ts'
import { itemDone, itemDropped, itemNextWeek } from './weekly-retro/settle-item.ts'
import { homeBlocks, showMine, showSummary } from './weekly-retro/show.ts'
import { texts } from './weekly-retro/texts.ts'

export const rituals: Feature = {
  name: 'rituals',
  prompts: [missedAsked, retroAsked, questionsAsked, calibrationAsked],
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
        {
          name: 'history',
          aliases: ['历史'],
          usage: both(texts, (words) => words.usage.team),
          summary: both(texts, (words) => words.summaries.history),
          reads: showRetroHistory,
        },
        {
          name: 'settings',
          aliases: ['设置'],
          usage: both(texts, (words) => words.usage.team),
          summary: both(texts, (words) => words.summaries.settings),
          roles: ['manager', 'admin'],
          reads: showSettings,
        },
      ],
    },
    calibrationPart.command,
    reviewPart.command,
    ritualCommand,
    reportCommand,
  ],
  actions: [
    ...ritualActions,
    ...askedActions,
    { name: 'retro.fill', reads: fill },
    { name: 'retro.item-done', writes: itemDone },
    { name: 'retro.item-next-week', writes: itemNextWeek },
    { name: 'retro.item-dropped', reads: itemDropped },
    { name: 'retro.item', reads: askItem },
    { name: 'retro.settings', reads: pressSettings },
    { name: 'ritual.hold', writes: holdMissed },
    ...calibrationPart.actions,
    ...reviewPart.actions,
    ...reportActions,
  ],
  forms: [
    ...ritualForms,
    ...askedForms,
    { name: 'retro.answer', writes: answer },
    { name: 'retro.item', writes: makeItem },
    { name: 'retro.settings', writes: submitSettings },
    ...calibrationPart.forms,
    ...reviewPart.forms,
  ],
  tells: [DAILY_REPORT],
  tickers: [ritualTicker, promptsOfAway, dailyLines],
  home: async (scope) => [...(await homeBlocks(scope)), ...(await waitingBlocks(scope))],
}
