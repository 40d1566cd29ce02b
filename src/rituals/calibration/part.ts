import type { Action, Command, FormHandler } from '../../kernel/feature.ts'
import { both } from '../../kernel/locale.ts'
import { act, askAction, askContribution, contribute } from './contribute.ts'
import { promiseDropped, promiseKept, promiseMoved } from './keep-promise.ts'
import { askPhases, proposeSplit } from './propose-phases.ts'
import { askTarget, proposeTarget } from './propose-target.ts'
import { approveReminded, declineReminded } from './remind.ts'
import { calibration } from './show.ts'
import { texts } from './texts.ts'

/** What people can do with a calibration. */
export const calibrationPart: { command: Command; actions: Action[]; forms: FormHandler[] } = {
  command: {
    name: 'calibration',
    aliases: ['月度校准', '校准会', '月度校准会'],
    summary: both(texts, (words) => words.command),
    subcommands: [
      {
        name: '',
        aliases: [],
        summary: both(texts, (words) => words.summaries.state),
        reads: calibration.state,
      },
      {
        name: 'now',
        aliases: ['现在', '马上'],
        usage: both(texts, (words) => words.usage.team),
        summary: both(texts, (words) => words.summaries.now),
        roles: ['manager', 'admin'],
        writes: calibration.now,
      },
      {
        name: 'summary',
        aliases: ['总结'],
        usage: both(texts, (words) => words.usage.month),
        summary: both(texts, (words) => words.summaries.summary),
        reads: calibration.summary,
      },
      {
        name: 'history',
        aliases: ['历史'],
        usage: both(texts, (words) => words.usage.team),
        summary: both(texts, (words) => words.summaries.history),
        reads: calibration.history,
      },
    ],
  },
  actions: [
    { name: 'calibration.contribute', reads: askContribution },
    { name: 'calibration.act', reads: askAction },
    { name: 'calibration.target', reads: askTarget },
    { name: 'calibration.phases', reads: askPhases },
    { name: 'calibration.item-done', writes: promiseKept },
    { name: 'calibration.item-next-week', writes: promiseMoved },
    { name: 'calibration.item-dropped', reads: promiseDropped },
    { name: 'calibration.approve', writes: approveReminded },
    { name: 'calibration.decline', writes: declineReminded },
    { name: 'calibration.summary', reads: calibration.summaryPressed },
  ],
  forms: [
    { name: 'calibration.contribute', writes: contribute },
    { name: 'calibration.act', writes: act },
    { name: 'calibration.target', writes: proposeTarget },
    { name: 'calibration.phases', writes: proposeSplit },
  ],
}
