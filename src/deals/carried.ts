import type { z } from 'zod'

/** What a button carried, if it is of the expected shape; whatever else comes back is undefined. */
export function readCarried<Shape>(value: string, shape: z.ZodType<Shape>): Shape | undefined {
  try {
    return shape.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}
