import type { z } from 'zod'
import type { Answer } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'

/** What a button carried, if it is of the expected shape; whatever else comes back is undefined. */
export function readCarried<Shape>(value: string, shape: z.ZodType<Shape>): Shape | undefined {
  try {
    return shape.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}

/** An answer in the place of the question that was pressed; a refusal leaves the question where it is. */
export function replacing(answer: Answer): Answer {
  if (answer instanceof Refusal) return answer
  const view = 'blocks' in answer ? answer : answer.view
  return view ? { replace: view } : answer
}
