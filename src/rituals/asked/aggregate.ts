import type { Question, Value } from './question.ts'

/** What a question's answers come to, by its type; `count` is how many people have answered it. */
export type Aggregate =
  | { kind: 'none' }
  | { kind: 'numbers'; count: number; mean: number; median: number; least: number; most: number }
  /** How many chose each step, from 1 on. */
  | { kind: 'scale'; count: number; mean: number; steps: number[] }
  /** Every option that is offered, in its order, and how many chose it; people in the order of their votes. */
  | { kind: 'choices'; count: number; options: { option: string; count: number }[] }
  | { kind: 'listed'; count: number }

export function aggregate({ answer }: Pick<Question, 'answer'>, values: readonly Value[]): Aggregate {
  const count = values.length
  if (count === 0) return { kind: 'none' }
  switch (answer.type) {
    case 'number': {
      const sorted = values.map(Number).sort((a, b) => a - b)
      const [least = 0, most = 0] = [sorted[0], sorted.at(-1)]
      return { kind: 'numbers', count, mean: mean(sorted), median: median(sorted), least, most }
    }
    case 'scale': {
      const steps = Array.from(
        { length: answer.to },
        (_, at) => values.filter((value) => value === at + 1).length,
      )
      return { kind: 'scale', count, mean: mean(values.map(Number)), steps }
    }
    case 'choice':
    case 'choices':
      return {
        kind: 'choices',
        count,
        options: answer.options.map((option) => ({
          option,
          count: values.filter((value) => [value].flat().includes(option)).length,
        })),
      }
    case 'person': {
      const votes = new Map<string, number>()
      for (const value of values) votes.set(String(value), (votes.get(String(value)) ?? 0) + 1)
      const options = [...votes].map(([option, votesFor]) => ({ option, count: votesFor }))
      return { kind: 'choices', count, options: options.sort((a, b) => b.count - a.count) }
    }
    case 'text':
    case 'long-text':
    case 'date':
    case 'deal':
      return { kind: 'listed', count }
  }
}

const mean = (numbers: readonly number[]) =>
  rounded(numbers.reduce((sum, one) => sum + one, 0) / numbers.length)

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2)
  const [below = 0, above = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return rounded((below + above) / 2)
}

/** To two decimals: nobody's answer is finer than what is said of them together. */
const rounded = (value: number) => Math.round(value * 100) / 100
