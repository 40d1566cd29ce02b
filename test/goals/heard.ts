import { readGoal } from '../../src/goals/read-goal.ts'
import { checkSmart, isComplete, type SmartFacts } from '../../src/goals/smart.ts'
import { proposeFixes } from '../../src/goals/smart-fix.ts'
import type { Locale } from '../../src/kernel/locale.ts'

export const context = { today: '2026-11-20', fiscalStartMonth: 1 }

/** Nothing is known of whoever asks: no history, no goal above, no team. */
export const facts: SmartFacts = {
  currency: 'CNY',
  ...context,
  history: [],
  level: 'person',
  parent: undefined,
  ownerNamed: false,
  workdays: 21,
  people: 0,
  usualPeriod: '2026-11',
  team: undefined,
}

/** What the check makes of a sentence: `metric value period`, or what is missing. */
export function heard(sentence: string, known: Partial<SmartFacts> = {}): string {
  const draft = readGoal(sentence, context)
  const smart = checkSmart(draft, { ...facts, ...known })
  if (isComplete(smart)) {
    const { metric } = smart.specific
    const unit = draft.quantity?.percent ? '%' : (draft.quantity?.unit ?? '')
    const counted = metric === 'checkin' ? `${draft.name}/${unit}` : metric
    return `${counted} ${smart.measurable.value} ${smart.timeBound.period}`
  }
  const missing: string[] = [smart.specific, smart.measurable, smart.timeBound].flatMap((finding) =>
    'missing' in finding ? [finding.missing] : [],
  )
  return [...missing, ...('missing' in smart.owned ? ['owner'] : [])].join(' ')
}

/** The lines that are proposed instead. */
export function proposed(sentence: string, locale: Locale, known: Partial<SmartFacts> = {}): string[] {
  const draft = readGoal(sentence, context)
  const all = { ...facts, ...known }
  const smart = checkSmart(draft, all)
  if (isComplete(smart)) return []
  return proposeFixes(draft, smart, all, {
    locale,
    today: context.today,
    usualPeriod: all.usualPeriod,
    currency: all.currency,
    owner: '',
    team: all.team,
  }).map((fix) => fix.body)
}
