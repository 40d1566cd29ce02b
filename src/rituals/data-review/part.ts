import type { Action, Command, FormHandler } from '../../kernel/feature.ts'
import { both } from '../../kernel/locale.ts'
import { addCase, askCase } from './add-case.ts'
import { addDraftedItem, askItem } from './draft-item.ts'
import { draftPlan } from './draft-plan.ts'
import { addSop, askSop } from './draft-sop.ts'
import { review, showNotes } from './show.ts'
import { texts } from './texts.ts'

/** What people can do with a data review. */
export const reviewPart: { command: Command; actions: Action[]; forms: FormHandler[] } = {
  command: {
    name: 'review',
    aliases: ['数据复盘', '数据复盘会'],
    summary: both(texts, (words) => words.command),
    subcommands: [
      {
        name: '',
        aliases: [],
        summary: both(texts, (words) => words.summaries.state),
        reads: review.state,
      },
      {
        name: 'now',
        aliases: ['现在', '马上'],
        usage: both(texts, (words) => words.usage.team),
        summary: both(texts, (words) => words.summaries.now),
        roles: ['manager', 'admin'],
        writes: review.now,
      },
      {
        name: 'summary',
        aliases: ['总结'],
        usage: both(texts, (words) => words.usage.month),
        summary: both(texts, (words) => words.summaries.summary),
        reads: review.summary,
      },
      {
        name: 'history',
        aliases: ['历史'],
        usage: both(texts, (words) => words.usage.team),
        summary: both(texts, (words) => words.summaries.history),
        reads: review.history,
      },
      {
        name: 'notes',
        aliases: ['标准做法', '做法'],
        usage: both(texts, (words) => words.usage.team),
        summary: both(texts, (words) => words.summaries.notes),
        reads: showNotes,
      },
    ],
  },
  actions: [
    { name: 'review.summary', reads: review.summaryPressed },
    { name: 'review.case', reads: askCase },
    { name: 'review.item', reads: askItem },
    { name: 'review.plan', reads: draftPlan },
    { name: 'review.sop', reads: askSop },
  ],
  forms: [
    { name: 'review.case', writes: addCase },
    { name: 'review.item', writes: addDraftedItem },
    { name: 'review.sop', writes: addSop },
  ],
}
