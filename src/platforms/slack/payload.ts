import { z } from 'zod'

const Id = z.string().min(1)
const Someone = z.object({ id: Id })

/** The parts of Slack's payloads without which nothing can be done; whatever else they hold is nobody's business here. */
const Command = z.object({
  command: z.string().startsWith('/'),
  text: z.string(),
  user_id: Id,
  channel_id: Id,
  trigger_id: Id,
})

const Typed = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('event_callback'),
    event_id: Id,
    event: z.object({ type: Id }),
  }),
  z.object({
    type: z.literal('block_actions'),
    user: Someone,
    trigger_id: Id,
    actions: z.array(z.object({ type: Id, action_id: Id })).min(1),
    container: z.object({ type: Id }),
  }),
  z.object({
    type: z.literal('view_submission'),
    user: Someone,
    view: z.object({
      id: Id,
      callback_id: Id,
      private_metadata: z.string(),
      state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({}))) }),
    }),
  }),
])

/** Whether a body is something that Slack sends and that we listen to. */
export function isSlackPayload(body: unknown): boolean {
  const sort = typeof body === 'object' && body !== null && 'type' in body ? Typed : Command
  return sort.safeParse(body).success
}
