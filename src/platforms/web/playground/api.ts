import { type Context, Hono } from 'hono'
import type { Database } from '../../../db/database.ts'
import type { Feature } from '../../../kernel/feature.ts'
import { LOCALES } from '../../../kernel/locale.ts'
import type { FormValues } from '../../../view/form.ts'
import { Declined } from '../declined.ts'
import { jsonOnly } from '../guard.ts'
import { texts } from '../texts.ts'
import type { Answered, Chat } from './chat.ts'
import type { ClockMoves } from './clock-moves.ts'
import { commandsFor } from './commands.ts'
import type { Hub } from './hub.ts'
import { initialsOf } from './initials.ts'
import { liveStream } from './live.ts'
import { formHtml, messageHtml } from './message-html.ts'
import { placeNamed } from './places.ts'
import { bodies, bodyOf } from './requests.ts'
import { type Residence, type Resident, speak } from './residents-store.ts'
import { messageJson, shown } from './shown.ts'
import { lastMessages } from './store.ts'
import type { Reception, Visitor } from './visitor.ts'

export interface ApiParts {
  database: Database
  features: readonly Feature[]
  chat: Chat
  clock: ClockMoves
  hub: Hub
  reception: Reception
  /** Aborted when the server stops: open streams end. */
  stopping: AbortSignal
}

const MAX_MESSAGES = 500

/** The playground's API, which its page uses and anyone may. Documented in the README. */
export function playgroundApi({ database, features, chat, clock, hub, reception, stopping }: ApiParts): Hono {
  const api = new Hono()
  api.use(jsonOnly)

  api.post('/say', async (c) => {
    const body = await bodyOf(c, bodies.say)
    const visitor = await reception.visitor(body.as, body.workspace)
    const place = placeNamed(body.in ?? undefined, visitor)
    const answered = await chat.say(visitor, place, body.text, body.thread ?? undefined)
    const [said] = await replies(visitor, { messages: [answered.said] })
    return c.json({ said, replies: await replies(visitor, answered) })
  })

  api.post('/act', async (c) => {
    const body = await bodyOf(c, bodies.act)
    const visitor = await reception.visitor(body.as, body.workspace)
    const button = { action: body.action, value: body.value ?? undefined }
    return c.json({ replies: await replies(visitor, await chat.press(visitor, body.message, button)) })
  })

  api.post('/submit', async (c) => {
    const body = await bodyOf(c, bodies.submit)
    const visitor = await reception.visitor(body.as, body.workspace)
    const form = typeof body.form === 'string' ? { form: body.form } : body.form
    const state = body.state ?? ('state' in form ? form.state : undefined)
    const answered = await chat.submit(visitor, { form: form.form, state }, entered(body.values))
    if (!answered.errors) return c.json({ replies: await replies(visitor, answered) })
    const { invalidForm } = texts[visitor.person.locale].errors
    return c.json({ error: invalidForm, errors: answered.errors }, 422)
  })

  api.post('/react', async (c) => {
    const body = await bodyOf(c, bodies.react)
    const visitor = await reception.visitor(body.as, body.workspace)
    const answered = await chat.react(visitor, body.message, body.emoji, body.remove !== true)
    return c.json({ replies: await replies(visitor, answered) })
  })

  api.get('/messages', async (c) => {
    const visitor = await visitorOf(c)
    const thread = c.req.query('thread')
    const messages = await lastMessages(database.reads, visitor.workspace.id, {
      place: placeNamed(c.req.query('in'), visitor),
      reader: visitor.person.id,
      thread: thread ? { of: thread } : 'all',
      limit: Math.min(Math.max(Number(c.req.query('limit')) || 200, 1), MAX_MESSAGES),
    })
    const all = await shown(database, visitor, messages)
    return c.json({ messages: all.map((message) => messageJson(message, visitor)) })
  })

  api.get('/people', async (c) => {
    const workspace = c.req.query('workspace')
    const houses = workspace ? [await reception.house(workspace)] : await reception.houses()
    const all = await Promise.all(houses.map((one) => reception.house(one.workspace.id)))
    return c.json({ people: all.flatMap((house) => house.people.map((one) => personJson(house, one))) })
  })

  api.get('/clock', async (c) => {
    const { workspace } = await reception.house(c.req.query('workspace'))
    return c.json(clock.reading(workspace, workspace.locale))
  })

  api.post('/clock', async (c) => {
    const body = await bodyOf(c, bodies.clock)
    const visitor = body.as ? await reception.visitor(body.as, body.workspace) : undefined
    const { workspace } = visitor ?? (await reception.house(body.workspace))
    return c.json(await clock.move(body.to, workspace, visitor?.person.locale ?? workspace.locale))
  })

  api.post('/locale', async (c) => {
    const body = await bodyOf(c, bodies.locale)
    const locale = LOCALES.find((one) => one === body.locale)
    if (!locale) throw new Declined(422, (errors) => errors.locale)
    const { workspace } = body.as
      ? await reception.visitor(body.as, body.workspace)
      : await reception.house(body.workspace)
    await database.write((tables) => speak(tables, workspace.id, locale))
    hub.tell(workspace.id, { kind: 'reload' })
    return c.json({ locale })
  })

  api.get('/commands', async (c) => {
    const { person } = await visitorOf(c)
    return c.json({ commands: commandsFor(features, person) })
  })

  api.get('/live', async (c) =>
    liveStream(c, { database, clock, hub, stopping, visitor: await visitorOf(c) }),
  )

  return api

  function visitorOf(c: Context): Promise<Visitor> {
    return reception.visitor(c.req.query('as') ?? '', c.req.query('workspace'))
  }

  /** `html` is what the page shows of a message, and of a form. */
  async function replies(visitor: Visitor, answered: Answered) {
    const all = await shown(database, visitor, answered.messages)
    const given: object[] = all.map((message) => ({
      ...messageJson(message, visitor),
      html: String(messageHtml(message, visitor)),
    }))
    if (!answered.form) return given
    const { id, form, view } = answered.form
    given.push({
      id,
      from: 'drumbeat',
      visibility: 'private',
      text: form.title,
      view,
      form,
      html: formHtml(id, form, visitor),
    })
    return given
  }
}

/** A form's values as a slice reads them: texts; empty ones are left out. */
function entered(values: Record<string, string | string[] | number | null>): FormValues {
  const given: FormValues = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue
    given[name] = typeof value === 'number' ? String(value) : value
  }
  return given
}

function personJson({ workspace }: Residence, person: Resident) {
  return {
    id: person.id,
    name: person.name,
    roles: person.roles,
    team: person.team ?? null,
    initials: initialsOf(person.name),
    workspace: workspace.id,
  }
}
