import type { App, ReceiverEvent } from '@slack/bolt'
import type { Logger } from 'pino'
import { isSlackPayload } from './payload.ts'

/**
 * Bolt acknowledges events before its listeners run, so that a crash in between loses them. With this they are
 * acknowledged after their listeners have finished, on both transports; after an error not at all, and Slack
 * sends them again. Malformed payloads are acknowledged and go no further.
 */
export function acknowledgeAfterwards(bolt: App, log: Logger): { drain(): Promise<void> } {
  const listeners = bolt.processEvent.bind(bolt)
  const underway = new Set<Promise<void>>()
  let closed = false

  bolt.processEvent = (event) => {
    const work = closed ? Promise.reject(new Error('The bot is stopping.')) : answer(event)
    underway.add(work)
    const done = () => void underway.delete(work)
    work.then(done, done)
    return work
  }

  return {
    /** Takes nothing more in, and waits for what is under way. */
    async drain() {
      closed = true
      await Promise.allSettled(underway)
    },
  }

  async function answer(event: ReceiverEvent): Promise<void> {
    if (!isSlackPayload(event.body)) {
      log.warn('slack: a payload that is malformed, or that nobody asked for, was dropped')
      return event.ack()
    }
    let acknowledged = false
    const ack: ReceiverEvent['ack'] = async (response) => {
      acknowledged = true
      await event.ack(response)
    }
    const tooEarly = async () => {}
    await listeners({ ...event, ack: event.body.type === 'event_callback' ? tooEarly : ack })
    if (!acknowledged) await event.ack()
  }
}
