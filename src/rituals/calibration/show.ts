import { monthly } from '../monthly.ts'
import { outcomeOf } from './outcome.ts'
import { outcomeView } from './outcome-view.ts'
import { texts } from './texts.ts'

/** `/calibration`: its state, and what the past ones have changed. */
export const calibration = monthly({
  template: 'monthly-calibration',
  title: (locale) => texts[locale].name,
  summaryAction: 'calibration.summary',
  monthsBack: 0,
  summary: async (scope, ritual, session) =>
    outcomeView(scope, await outcomeOf(scope, ritual, session, 0), scope.locale),
  openButtons: (scope, session) => [
    {
      label: texts[scope.locale].contribute,
      action: 'calibration.contribute',
      value: `${session.ritual} ${session.occurrence}`,
      tone: 'primary',
    },
  ],
})
