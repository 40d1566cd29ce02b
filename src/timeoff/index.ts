import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { nearest } from '../kernel/understand.ts'
import { cancel, cancelPressed } from './cancel-leave.ts'
import { enterLeave, leaveForm, submitLeave } from './enter-leave.ts'
import { showLeave } from './show-leave.ts'
import { texts } from './texts.ts'

/** When people are away: who is on leave is not asked, nudged or counted. */
export const timeoff: Feature = {
  name: 'timeoff',
  commands: [
    {
      name: 'timeoff',
      aliases: ['请假', '休假'],
      summary: both(texts, (words) => words.command),
      subcommands: [
        {
          name: '',
          aliases: [],
          summary: both(texts, (words) => words.summaries.list),
          reads: showLeave,
        },
        {
          name: 'add',
          aliases: ['加'],
          usage: both(texts, (words) => words.usage.add),
          summary: both(texts, (words) => words.summaries.add),
          writes: enterLeave,
        },
        {
          name: 'cancel',
          aliases: ['取消', '销假'],
          usage: both(texts, (words) => words.usage.cancel),
          summary: both(texts, (words) => words.summaries.cancel),
          writes: cancel,
        },
      ],
      otherwise: (text) => (nearest(text.split(/\s/)[0] ?? '', ['add', 'cancel']) ? undefined : 'add'),
    },
  ],
  actions: [
    { name: 'timeoff.form', reads: async (scope) => ({ form: await leaveForm(scope) }) },
    { name: 'timeoff.cancel', writes: cancelPressed },
  ],
  forms: [{ name: 'timeoff.add', writes: submitLeave }],
}
