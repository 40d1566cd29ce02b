import type { Database } from '../../../db/database.ts'
import { personOfIdentity, workspaceOfHome } from '../../../kernel/directory-store.ts'
import { newId } from '../../../kernel/id.ts'
import type { Delivered, Delivery, Platform } from '../../../kernel/platform.ts'
import type { Clock } from '../../../kernel/time.ts'
import { toText } from '../../../view/text.ts'
import type { Hub } from './hub.ts'
import { privatePlaceOf } from './places.ts'
import { channelsOf, PLAYGROUND } from './residents-store.ts'
import {
  addMessage,
  type Message,
  messageById,
  messageOfPost,
  type NewMessage,
  rewriteMessage,
} from './store.ts'

/** The playground as the outbox sees it: a chat platform whose server is this process. */
export function createPlaygroundPlatform(database: Database, clock: Clock, hub: Hub): Platform {
  return { name: PLAYGROUND, paceMs: 0, deliver, find }

  async function deliver(delivery: Delivery): Promise<Delivered> {
    const workspace = await workspaceOfHome(database.reads, PLAYGROUND, delivery.home)
    if (!workspace) return { outcome: 'refused', error: 'The home has no workspace.' }
    const { to, view } = delivery
    const text = toText(view, delivery.locale)
    if ('update' in to) {
      const rewritten = await database.write((tables) =>
        rewriteMessage(tables, workspace.id, to.update.message, { text, view }),
      )
      return tell(workspace.id, rewritten)
    }
    const address = await addressOf(workspace.id, delivery)
    if (!address) return { outcome: 'refused', error: 'There is no such place.' }
    const at = clock.now()
    const message: NewMessage = {
      id: newId(at),
      at,
      ...address,
      text,
      view,
      post: delivery.id,
      ...(delivery.subject ? { subject: delivery.subject } : {}),
    }
    return tell(workspace.id, await database.write((tables) => addMessage(tables, workspace.id, message)))
  }

  async function find({ id, home }: Delivery) {
    const workspace = await workspaceOfHome(database.reads, PLAYGROUND, home)
    const message = workspace && (await messageOfPost(database.reads, workspace.id, id))
    return message && sent(message)
  }

  function tell(workspace: string, message: Message | undefined): Delivered {
    if (!message) return { outcome: 'refused', error: 'There is no such message.' }
    hub.tell(workspace, { kind: 'message', message })
    return { outcome: 'sent', ...sent(message) }
  }

  async function addressOf(
    workspace: string,
    { to, home }: Delivery,
  ): Promise<Pick<NewMessage, 'place' | 'thread' | 'onlyFor'> | undefined> {
    if ('channel' in to) {
      const residence = { workspace: { id: workspace }, home }
      const known = await channelsOf(database.reads, residence)
      return known.includes(to.channel) ? { place: to.channel } : undefined
    }
    if ('user' in to) {
      const person = await personOfIdentity(database.reads, PLAYGROUND, home, to.user)
      return person === undefined ? undefined : { place: privatePlaceOf(person), onlyFor: person }
    }
    if (!('thread' in to)) return undefined
    const root = await messageById(database.reads, workspace, to.thread.message)
    if (!root) return undefined
    const { place, onlyFor } = root
    return { place, thread: root.thread ?? root.id, ...(onlyFor ? { onlyFor } : {}) }
  }
}

const sent = (message: Message) => ({ channel: message.place, message: message.id })
