import type { Context } from 'hono'
import { z } from 'zod'
import { emojiOf } from '../../emoji.ts'
import { Declined } from '../declined.ts'

/** Longer than any chat platform takes. */
const MAX_LINE = 40_000

const who = { as: z.string().min(1).max(200), workspace: z.string().max(200).optional() }
const id = z.string().min(1).max(200)
const filled = z.union([z.string().max(MAX_LINE), z.array(z.string().max(MAX_LINE)).max(500)])

/** What each POST of the API takes. */
export const bodies = {
  say: z.object({
    ...who,
    in: z.string().max(200).nullish(),
    text: z.string().trim().min(1).max(MAX_LINE),
    /** The message under which the line stands. */
    thread: id.nullish(),
  }),
  act: z.object({ ...who, message: id, action: id, value: z.string().max(2000).nullish() }),
  submit: z.object({
    ...who,
    /** Its id or its name; or the whole form as it was given. */
    form: z.union([id, z.object({ form: id, state: z.string().optional() })]),
    values: z.record(z.string(), z.union([filled, z.number(), z.null()])).default({}),
    state: z.string().max(5000).optional(),
  }),
  react: z.object({
    ...who,
    message: id,
    /** The character itself, such as 👑, or its name, such as crown; any other word would stand there and award nothing. */
    emoji: z
      .string()
      .max(64)
      .transform((typed) => emojiOf(typed.replace(/^:(.+):$/, '$1')))
      .pipe(z.string().regex(/^\p{RGI_Emoji}$|^\p{Extended_Pictographic}$/v)),
    remove: z.boolean().optional(),
  }),
  clock: z.object({
    to: z.string().min(1).max(100),
    as: who.as.optional(),
    workspace: who.workspace,
  }),
  locale: z.object({ locale: z.string(), as: who.as.optional(), workspace: who.workspace }),
}

/** The request's body. Declines with 400, and says which part was missing or wrong. */
export async function bodyOf<Body>(c: Context, schema: z.ZodType<Body>): Promise<Body> {
  const json = await c.req.json().catch((error: unknown) => {
    if (error instanceof Declined) throw error
    throw new Declined(400, (errors) => errors.json)
  })
  const read = schema.safeParse(json)
  if (read.success) return read.data
  const field = read.error.issues[0]?.path.join('.') || 'body'
  throw new Declined(400, (errors) => errors.body(field))
}
