import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { takesPart } from '../calibration/taking-part.ts'
import type { Ritual } from '../ritual.ts'
import { ritualById } from '../store.ts'
import type { Telling } from './finding-words.ts'
import { type Finding, findings } from './findings.ts'
import { type Review, reviewOf } from './store.ts'
import { texts } from './texts.ts'
import { tellingOf } from './views.ts'

export interface AtReview {
  ritual: Ritual
  review: Review
}

/** The review of a button or a form, for who takes part in it; also after it has closed. */
export async function atReview(
  scope: Acting,
  ritualId: string,
  occurrence: string,
): Promise<AtReview | Refusal> {
  const words = texts[scope.locale]
  const ritual = await ritualById(scope, ritualId)
  const review = ritual && (await reviewOf(scope, ritualId, occurrence))
  if (!review) return new Refusal(words.gone)
  return (await takesPart(scope, ritual)) ? { ritual, review } : new Refusal(words.notYours(ritual.team.name))
}

export interface AtFinding extends AtReview {
  finding: Finding
  /** In the actor's own language. */
  telling: Telling
}

/** The same for a finding, by its kind. */
export async function atFinding(
  scope: Acting,
  ritualId: string,
  occurrence: string,
  kind: string,
): Promise<AtFinding | Refusal> {
  const found = await atReview(scope, ritualId, occurrence)
  if (found instanceof Refusal) return found
  const finding = findings(found.review.facts).find((one) => one.kind === kind)
  if (!finding) return new Refusal(texts[scope.locale].gone)
  return { ...found, finding, telling: await tellingOf(scope, found.review.facts, false) }
}
