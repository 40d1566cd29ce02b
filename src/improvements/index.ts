import type { Feature } from '../kernel/feature.ts'
import { addItem } from './add-item.ts'
import { homeBlocks, listMine, listTeam } from './list-items.ts'
import { reminders } from './remind.ts'
import { done, drop, postpone, pressDone, pressDrop, pressPostpone, submitDrop } from './settle-command.ts'
import { texts } from './texts.ts'

const { en, 'zh-CN': zh } = texts

export const improvements: Feature = {
  name: 'improvements',
  commands: [
    {
      name: 'improve',
      aliases: ['改进', '改进清单'],
      summary: { en: en.summary, 'zh-CN': zh.summary },
      subcommands: [
        {
          name: '',
          aliases: [],
          usage: { en: '', 'zh-CN': '' },
          summary: { en: en.summaries.mine, 'zh-CN': zh.summaries.mine },
          reads: listMine,
        },
        {
          name: 'team',
          aliases: ['团队'],
          usage: { en: '', 'zh-CN': '' },
          summary: { en: en.summaries.team, 'zh-CN': zh.summaries.team },
          reads: listTeam,
        },
        {
          name: 'add',
          aliases: ['加', '添加', '记', '新增'],
          usage: { en: en.usage.add, 'zh-CN': zh.usage.add },
          summary: { en: en.summaries.add, 'zh-CN': zh.summaries.add },
          writes: addItem,
        },
        {
          name: 'done',
          aliases: ['做了', '完成', '做完了'],
          usage: { en: en.usage.done, 'zh-CN': zh.usage.done },
          summary: { en: en.summaries.done, 'zh-CN': zh.summaries.done },
          writes: done,
        },
        {
          name: 'postpone',
          aliases: ['推迟', '延期'],
          usage: { en: en.usage.postpone, 'zh-CN': zh.usage.postpone },
          summary: { en: en.summaries.postpone, 'zh-CN': zh.summaries.postpone },
          writes: postpone,
        },
        {
          name: 'drop',
          aliases: ['不做了', '放弃'],
          usage: { en: en.usage.drop, 'zh-CN': zh.usage.drop },
          summary: { en: en.summaries.drop, 'zh-CN': zh.summaries.drop },
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
