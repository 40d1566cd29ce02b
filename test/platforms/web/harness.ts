import type { Kysely } from 'kysely'
import { expect, onTestFinished } from 'vitest'
import type { Tables } from '../../../src/db/tables.ts'
import { addHome, addWorkspace } from '../../../src/kernel/directory-store.ts'
import { createWeb } from '../../../src/platforms/web/server.ts'
import { startTeam, type TeamOptions } from '../../support/team.ts'

export interface Reply {
  id: string
  from: string
  visibility: string
  text: string
  view?: { blocks: unknown[] }
  form?: { form: string; state?: string }
  html: string
}

export interface PlaygroundMessage extends Reply {
  in: string
  thread?: string
  subject?: string
  edited: boolean
  answers: number
  reactions: { emoji: string; people: string[] }[]
}

/** The test company with a home in the playground, and its web server, which is asked without a socket. */
export async function startPlayground(options: TeamOptions = {}) {
  const team = await startTeam(options)
  await team.database.write((tables) => moveToPlayground(tables, team.workspace, team.clock.now()))
  const logged: [facts: object, message: string][] = []
  const web = createWeb({
    app: team.app,
    database: team.database,
    config: { port: 0 },
    log: {
      warn: (facts, message) => void logged.push([facts, message]),
      error: (facts, message) => void logged.push([facts, message]),
    },
    playground: { clock: team.clock },
  })
  onTestFinished(() => web.stop())
  let host = 'localhost:0'
  /** Listens on a free port. Gives the address. */
  async function start(): Promise<string> {
    const { url } = await web.start()
    host = new URL(url).host
    return url
  }
  const request = (path: string, init: RequestInit) =>
    web.routes.request(path, { ...init, headers: { host, ...Object(init.headers) } })
  return { team, web, logged, start, ...client(request) }
}

/** The company leaves the platform of the other tests: the playground is the only one that it has. */
async function moveToPlayground(tables: Kysely<Tables>, workspace: string, now: string): Promise<void> {
  for (const table of ['identity', 'channel', 'home'] as const)
    await tables.deleteFrom(table).where('workspace', '=', workspace).execute()
  await addHome(tables, { platform: 'playground', id: 'town', workspace, name: 'Town' }, now)
}

/** A second company, `other`, in the same playground. */
export async function addNeighbour(team: Awaited<ReturnType<typeof startTeam>>): Promise<void> {
  const now = team.clock.now()
  await team.database.write(async (tables) => {
    await addWorkspace(tables, { id: 'other', name: '隔壁公司', locale: 'zh-CN', zone: 'Asia/Shanghai' }, now)
    await addHome(
      tables,
      { platform: 'playground', id: 'other-town', workspace: 'other', name: 'Other' },
      now,
    )
    await tables
      .insertInto('person')
      .values({ workspace: 'other', id: 'o1', name: '隔壁老王', created_at: now, left_on: null })
      .execute()
  })
}

/** The API as a test speaks it. */
export function client(request: (path: string, init: RequestInit) => Response | Promise<Response>) {
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    return request(path, init)
  }
  async function tries(path: string, body: unknown): Promise<{ status: number; body: Answer }> {
    const response = await ask(`/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Answer }
  }
  async function post(path: string, body: unknown): Promise<Answer> {
    const { status, body: answer } = await tries(path, body)
    expect(answer.error).toBeUndefined()
    expect(status).toBe(200)
    return answer
  }
  async function get<T>(path: string): Promise<T> {
    const response = await ask(`/api/${path}`)
    expect(response.status).toBe(200)
    return (await response.json()) as T
  }
  return {
    ask,
    tries,
    says: (as: string, text: string, place?: string, more: object = {}) =>
      post('say', { as, text, ...(place ? { in: place } : {}), ...more }),
    presses: (as: string, message: string, action: string) => post('act', { as, message, action }),
    submits: (as: string, form: string, values: object) => post('submit', { as, form, values }),
    reacts: (as: string, message: string, emoji: string, remove = false) =>
      post('react', { as, message, emoji, remove }),
    clockTo: (to: string) => post('clock', { to }),
    async messages(as: string, place = 'dm'): Promise<PlaygroundMessage[]> {
      const query = new URLSearchParams({ as, in: place })
      return (await get<{ messages: PlaygroundMessage[] }>(`messages?${query}`)).messages
    },
    get,
  }
}

interface Answer {
  replies: Reply[]
  said: PlaygroundMessage
  error?: string
  errors?: Record<string, string>
  now: string
  words: string
  locale?: string
}

export type { Answer }
