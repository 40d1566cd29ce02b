import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { listRegistrations, showPool } from './list.ts'
import { register } from './register.ts'
import { registrationReminders, renewalAsked } from './remind.ts'
import { release, renew, renewPressed } from './renew.ts'
import { openRuling, showCases, submitRuling } from './rule.ts'
import { rulingAsked } from './rule-view.ts'
import { setDays } from './set-days.ts'
import { splitCustomer } from './split.ts'
import { texts } from './texts.ts'

/** Whose customer a customer is, and what happens when two claim the same. */
export const registrations: Feature = {
  name: 'registrations',
  prompts: [renewalAsked, rulingAsked],
  commands: [
    {
      name: 'register',
      aliases: ['报备'],
      summary: both(texts, (words) => words.summary),
      subcommands: [
        {
          name: '',
          aliases: [],
          usage: both(texts, (words) => words.usage.register),
          summary: both(texts, (words) => words.summaries.register),
          writes: register,
        },
        {
          name: 'list',
          aliases: ['列表'],
          usage: both(texts, (words) => words.usage.list),
          summary: both(texts, (words) => words.summaries.list),
          reads: listRegistrations,
        },
        {
          name: 'renew',
          aliases: ['续期', '续'],
          usage: both(texts, (words) => words.usage.renew),
          summary: both(texts, (words) => words.summaries.renew),
          writes: renew,
        },
        {
          name: 'release',
          aliases: ['释放', '放回'],
          usage: both(texts, (words) => words.usage.release),
          summary: both(texts, (words) => words.summaries.release),
          writes: release,
        },
        {
          name: 'pool',
          aliases: ['公海'],
          summary: both(texts, (words) => words.summaries.pool),
          reads: showPool,
        },
        {
          name: 'split',
          aliases: ['默认分单'],
          usage: both(texts, (words) => words.usage.split),
          summary: both(texts, (words) => words.summaries.split),
          roles: ['manager', 'admin'],
          writes: splitCustomer,
        },
        {
          name: 'cases',
          aliases: ['撞单'],
          summary: both(texts, (words) => words.summaries.cases),
          roles: ['manager', 'admin'],
          reads: showCases,
        },
        {
          name: 'days',
          aliases: ['保护期'],
          usage: both(texts, (words) => words.usage.days),
          summary: both(texts, (words) => words.summaries.days),
          roles: ['admin'],
          writes: setDays,
        },
      ],
    },
  ],
  actions: [
    { name: 'registration.rule', reads: openRuling },
    { name: 'registration.renew', writes: renewPressed },
  ],
  forms: [{ name: 'registration.rule', writes: submitRuling }],
  tickers: [registrationReminders],
}
