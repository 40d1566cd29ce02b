import { z } from 'zod'

const Id = z.string().min(1)
const Someone = z.looseObject({ id: Id })

/** The parts of Slack's payloads without which nothing can be done; whatever else they hold passes through. */
const Command = z.looseObject({
  command: z.string().startsWith('/'),
  text: z.string(),
  user_id: Id,
  channel_id: Id,
  trigger_id: Id,
})

const Typed = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('event_callback'),
    event_id: Id,
    event: z.looseObject({ type: Id }),
  }),
  z.looseObject({
    type: z.literal('block_actions'),
    user: Someone,
    trigger_id: Id,
    actions: z.array(z.looseObject({ type: Id, action_id: Id })).min(1),
    container: z.looseObject({ type: Id }),
  }),
  z.looseObject({
    type: z.literal('view_submission'),
    user: Someone,
    view: z.looseObject({
      id: Id,
      callback_id: Id,
      private_metadata: z.string(),
      state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.looseObject({}))) }),
    }),
  }),
])

/** Whether a body is something that Slack sends and that we listen to. */
export function isSlackPayload(body: unknown): boolean {
  const sort = typeof body === 'object' && body !== null && 'type' in body ? Typed : Command
  return sort.safeParse(body).success
}
