import { monthsOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { Form } from '../view/form.ts'
import { type Goal, type Phase, WHOLE_BPS } from './goal.ts'
import { wordsFor } from './names.ts'
import { isPast } from './phases.ts'
import { texts } from './texts.ts'

/** One field for each month of a goal, filled with what it has; months that are over can be left as they are. */
export async function phaseForm(scope: Scope, goal: Goal): Promise<Form> {
  const words = texts[scope.locale].phasing
  const { label, name, value, show } = await wordsFor(scope, goal)
  const phases = goal.phases ?? []
  const inShares = phases.reduce((sum, one) => sum + one.weight, 0) === WHOLE_BPS
  const shown = (phase: Phase) =>
    [phase.name, inShares ? showPercent(phase.weight) : show(phase.amount).replaceAll(' ', '')]
      .filter(Boolean)
      .join(' ')
  return {
    form: 'goal.phase',
    title: words.formTitle(label),
    submit: texts[scope.locale].form.submit,
    state: goal.id,
    fields: [
      { kind: 'note', text: `${name} ${value}` },
      ...monthsOf(goal.period, scope.workspace.fiscalStartMonth).map((month, at) => {
        const phase = phases.find((one) => one.month === month)
        return {
          kind: 'text' as const,
          name: month,
          label: showPeriod(month, scope.locale, scope.today),
          optional: true,
          ...(at === 0 ? { hint: words.formHint } : {}),
          ...(phase && !isPast(month, scope.today) ? { initial: shown(phase) } : {}),
        }
      }),
      { kind: 'text', name: 'why', label: words.why, hint: words.whyHint, optional: true },
    ],
  }
}
