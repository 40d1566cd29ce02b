import type { PlanPeriod } from './plan.ts'
import type { TermsDocument } from './terms-document.ts'

/** What is wrong with a field, where the words can be read and cannot be meant. */
export interface TermsProblem {
  path: (string | number)[]
  sentence: string
}

export const MONTHS_IN: Record<PlanPeriod, number> = { month: 1, quarter: 3, year: 12 }

/** Terms of payment that contradict each other, or the plan's period. */
export function termsProblems({
  period,
  attain,
  pay,
  draw,
  advance,
  deferred,
  clawback,
  leaving,
}: TermsDocument & {
  period: PlanPeriod
  attain: string | { metric: string }
  pay: string
}): TermsProblem[] {
  const found: TermsProblem[] = []
  const months = MONTHS_IN[period]
  if (draw?.for !== undefined && Number(draw.for) % months !== 0)
    found.push({ path: ['draw', 'for'], sentence: `expected whole periods: a multiple of ${months} months` })
  if (advance && MONTHS_IN[advance.trueUp] <= months)
    found.push({
      path: ['advance', 'trueUp'],
      sentence: `expected a span longer than the plan’s period, a ${period}`,
    })
  if (deferred?.release === 'year-end' && period === 'year')
    found.push({
      path: ['deferred', 'release'],
      sentence: 'a plan by the year would release at once what it holds back; expected { after: 6 }',
    })
  if (deferred && advance)
    found.push({
      path: ['deferred'],
      sentence: 'a plan holds back or advances, not both; let the advance’s share be smaller',
    })
  if (advance && attain !== 'collected' && pay === 'collected')
    found.push({
      path: ['advance'],
      sentence: 'what a collection pays is fixed by the period of its signing; expected pay: signed',
    })
  if (clawback && attain === 'collected' && pay === 'collected')
    found.push({
      path: ['clawback'],
      sentence: 'money that goes back lowers the period in which it does; expected attain: signed',
    })
  else if (clawback?.attainment && attain !== 'signed')
    found.push({
      path: ['clawback', 'attainment'],
      sentence: 'a refund lowers only what attains by signing; expected attain: signed',
    })
  if (leaving?.deferred && !deferred)
    found.push({ path: ['leaving', 'deferred'], sentence: 'nothing is held back; expected a deferred share' })
  if (leaving?.collections && pay === 'signed')
    found.push({
      path: ['leaving', 'collections'],
      sentence: 'this plan pays on what is signed; expected pay: collected',
    })
  return found
}
