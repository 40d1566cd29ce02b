import { VERDICTS, type Verdict } from '../../improvements/item.ts'
import { type FormValues, many, one } from '../../view/form.ts'

/** What a person says in a retro. */
export interface Answers {
  highlight: string
  improvement: string
  shortfall: string | undefined
  cause: string | undefined
  nextPlan: string | undefined
  /** Shortfall, cause and plan are for everyone to read, not only for who leads the team. */
  shared: boolean
}

/** A submitted form, read: the answers, and what is said of the open items, by item id. */
export interface Filled {
  answers: Answers
  verdicts: { item: string; verdict: Verdict }[]
  dropReason: string | undefined
}

/** Which fields stop a form from being taken. */
export type Lacking = { lacking: ('highlight' | 'improvement' | 'drop_reason')[] }

/** Reads a submitted retro form. Highlight and improvement are needed, and a reason where an item is dropped. */
export function readFilled(values: FormValues): Filled | Lacking {
  const highlight = one(values, 'highlight')
  const improvement = one(values, 'improvement')
  const dropReason = one(values, 'drop_reason')
  const verdicts = Object.keys(values).flatMap((name) => {
    const verdict = VERDICTS.find((known) => known === one(values, name))
    return name.startsWith('item:') && verdict ? [{ item: name.slice('item:'.length), verdict }] : []
  })
  const drops = verdicts.some(({ verdict }) => verdict === 'dropped')
  if (!highlight || !improvement || (drops && !dropReason)) {
    return {
      lacking: [
        ...(highlight ? [] : (['highlight'] as const)),
        ...(improvement ? [] : (['improvement'] as const)),
        ...(drops && !dropReason ? (['drop_reason'] as const) : []),
      ],
    }
  }
  const answers = {
    highlight,
    improvement,
    shortfall: one(values, 'shortfall'),
    cause: one(values, 'cause'),
    nextPlan: one(values, 'next_plan'),
    shared: many(values, 'share').includes('share'),
  }
  return { answers, verdicts, dropReason }
}

/** Whether there is something that is not for the thread, unless it is shared. */
export const hasPrivatePart = (answers: Answers): boolean =>
  [answers.shortfall, answers.cause, answers.nextPlan].some((part) => part !== undefined)

export const sameAnswers = (a: Answers, b: Answers): boolean =>
  (['highlight', 'improvement', 'shortfall', 'cause', 'nextPlan', 'shared'] as const).every(
    (key) => a[key] === b[key],
  )
