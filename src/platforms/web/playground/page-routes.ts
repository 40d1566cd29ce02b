import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Database } from '../../../db/database.ts'
import type { App } from '../../../kernel/app.ts'
import { Declined } from '../declined.ts'
import { readerLocale } from '../reader.ts'
import { texts } from '../texts.ts'
import { wallAddress } from '../walls.ts'
import type { Chat } from './chat.ts'
import type { ClockMoves } from './clock-moves.ts'
import { emptyPageHtml, type PageFacts, pageHtml } from './page.ts'
import { placeNamed } from './places.ts'
import { type Shown, shown } from './shown.ts'
import { firstLines, lastMessages, latestByPlace } from './store.ts'
import type { Reception, Visitor } from './visitor.ts'

interface PageParts {
  app: App
  database: Database
  chat: Chat
  clock: ClockMoves
  reception: Reception
}

/** More would make the page slow to load, and nobody reads that far up. */
const MAX_SHOWN = 150

/** Where a first visitor begins: with three lines to type, and where their first deal will be announced. */
const FIRST_ROOM = 'deals'

/** The playground's page, for whoever the address or the last visit says. */
export function playgroundPage(parts: PageParts): Hono {
  const routes = new Hono()
  routes.get('/', async (c) => {
    try {
      const visitor = await visitorOf(c, parts.reception)
      if (!visitor) return c.html(emptyPageHtml(readerLocale(c)).text)
      setCookie(c, 'drumbeat-as', visitor.person.id, { httpOnly: true, sameSite: 'Strict', path: '/' })
      return c.html(pageHtml(await factsFor(visitor, c, parts)).text)
    } catch (error) {
      // An old link to somebody or something that is gone leads to the front door.
      if (error instanceof Declined && c.req.url.includes('?')) return c.redirect('/')
      throw error
    }
  })
  return routes
}

/** Who the address names, or who was here last, or somebody who sells. */
async function visitorOf(c: Context, reception: Reception): Promise<Visitor | undefined> {
  const workspace = c.req.query('workspace')
  const as = c.req.query('as')
  if (as) return reception.visitor(as, workspace)
  const last = getCookie(c, 'drumbeat-as')
  const returning = last && (await reception.visitor(last, workspace).catch(ignoreUnknown))
  if (returning) return returning
  if ((await reception.houses()).length === 0) return undefined
  const house = await reception.house(workspace)
  const seller = house.people.find((one) => one.team !== undefined && one.roles.length === 1)
  const person = seller ?? house.people[0]
  return person && { ...house, person }
}

function ignoreUnknown(error: unknown): undefined {
  if (!(error instanceof Declined)) throw error
  return undefined
}

async function factsFor(visitor: Visitor, c: Context, parts: PageParts): Promise<PageFacts> {
  const { app, clock, reception } = parts
  const { reads } = parts.database
  const { workspace, person } = visitor
  const place = placeNamed(c.req.query('in') ?? FIRST_ROOM, visitor)
  const messages = await lastMessages(reads, workspace.id, {
    place,
    reader: person.id,
    thread: 'roots',
    limit: MAX_SHOWN,
  })
  const lines = await firstLines(reads, workspace.id, 200)
  const suggested = texts[person.locale].suggestions.map((one) => one.command)
  const thread = c.req.query('thread')
  return {
    visitor,
    houses: await reception.houses(),
    place,
    messages: await shown(parts.database, visitor, messages),
    thread: thread ? await threadOf(thread, visitor, parts) : undefined,
    latest: await latestByPlace(reads, workspace.id, person.id),
    typed: new Set(suggested.filter((command) => lines.some((line) => line.startsWith(command)))),
    clock: clock.reading(workspace, person.locale),
    wall: await wallAddress(app, workspace.id),
  }
}

async function threadOf(
  id: string,
  visitor: Visitor,
  { database, chat }: PageParts,
): Promise<{ root: Shown; answers: Shown[] } | undefined> {
  const message = await chat.messageFor(visitor, id)
  const messages = await lastMessages(database.reads, visitor.workspace.id, {
    place: message.place,
    reader: visitor.person.id,
    thread: { of: message.thread ?? message.id },
    limit: MAX_SHOWN,
  })
  const [root, ...answers] = await shown(database, visitor, messages)
  return root && { root, answers }
}
