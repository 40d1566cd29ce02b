/** How sure somebody is that a goal will be reached. */
export type Confidence = 'high' | 'medium' | 'low'

export const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low']

/** `高`, `有把握`, `low`, or from 1 to 10 as `8/10`; undefined: it is none. */
export function readConfidence(word: string): Confidence | undefined {
  const typed = word.normalize('NFKC').trim().toLowerCase()
  const named = CONFIDENCES.find((one) => WORDS[one].includes(typed))
  if (named) return named
  const [, digits] = /^(10|[1-9])(?:\/10|分)?$/.exec(typed) ?? []
  if (!digits) return undefined
  const score = Number(digits)
  return score >= HIGH_FROM ? 'high' : score >= MEDIUM_FROM ? 'medium' : 'low'
}

const HIGH_FROM = 7 // of 10
const MEDIUM_FROM = 4

const WORDS: Record<Confidence, string[]> = {
  high: ['high', 'confident', 'sure', '高', '有把握', '信心高', '很有把握'],
  medium: ['medium', 'middle', 'fair', '中', '一般', '信心中', '还行'],
  low: ['low', 'unsure', 'doubtful', '低', '没把握', '信心低', '悬'],
}
