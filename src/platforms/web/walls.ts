import { timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { App } from '../../kernel/app.ts'
import type { Page } from '../../kernel/feature.ts'
import type { Scope } from '../../kernel/scope.ts'
import { sendAsset } from './assets.ts'
import { Declined } from './declined.ts'
import { keepOpen } from './heartbeat.ts'

/** Time itself changes what a page shows, and so do other processes; our own changes are noticed at once. */
const LOOK_AGAIN_MS = 1_000

/** The slices' pages, for those who hold a key: the page itself, its facts, and word of their changes. */
export function wallRoutes(app: App, stopping: AbortSignal): Hono {
  const routes = new Hono()
  for (const page of pagesOf(app)) {
    const root = `/${page.name}/:key`
    for (const [name, file] of Object.entries(page.assets ?? {})) {
      const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
      routes.get(`/assets/${name}`, async (c) => sendAsset(c, type, await readFile(file, 'utf8')))
    }
    routes.get(root, async (c) => {
      const scope = await heldBy(c, app, page)
      return c.html(await page.html(scope))
    })
    routes.get(`${root}/facts`, async (c) => {
      const scope = await heldBy(c, app, page)
      const [version, facts] = [await page.version(scope), await page.facts(scope)]
      return c.json({ version, facts })
    })
    routes.get(`${root}/live`, async (c) => liveVersions(c, app, page, await heldBy(c, app, page), stopping))
  }
  return routes
}

/** The address of a workspace's honor wall, where it has a key. */
export async function wallAddress(app: App, workspace: string): Promise<string | undefined> {
  const scope = await app.reading(workspace)
  for (const page of pagesOf(app)) {
    const key = page.name === 'wall' && page.keyOf(scope)
    if (key) return `/${page.name}/${encodeURIComponent(key)}`
  }
  return undefined
}

const pagesOf = (app: App): Page[] => app.features.flatMap((feature) => feature.pages ?? [])

/** A scope of the workspace whose page has this key. Declines with 404 when there is none. */
async function heldBy(c: Context, app: App, page: Page): Promise<Scope> {
  const key = c.req.param('key') ?? ''
  for (const workspace of await app.workspaces()) {
    const scope = await app.reading(workspace.id)
    if (same(page.keyOf(scope), key)) return scope
  }
  throw new Declined(404, (errors) => errors.notFound)
}

/** Takes as long for a nearly right key as for a wrong one. */
function same(key: string | undefined, given: string): boolean {
  if (!key) return false
  const [one, other] = [Buffer.from(key), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Says `version` at once, and again whenever it has changed; ends when the key no longer holds. */
function liveVersions(c: Context, app: App, page: Page, first: Scope, stopping: AbortSignal): Response {
  const workspace = first.workspace.id
  const key = page.keyOf(first)
  return streamSSE(c, async (stream) => {
    let told: string | undefined
    let looking = false
    let again = false
    const look = async () => {
      again = true
      if (looking) return
      looking = true
      try {
        while (again && !stream.aborted) {
          again = false
          const scope = await app.reading(workspace)
          if (page.keyOf(scope) !== key) return stream.abort()
          const version = await page.version(scope)
          if (version !== told) await stream.writeSSE({ event: 'version', data: version })
          told = version
        }
      } catch {
        stream.abort()
      } finally {
        looking = false
      }
    }
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS)
    const stop = app.onChange((changed) => {
      if (changed === workspace) void look()
    })
    const leave = () => {
      clearInterval(timer)
      stop()
    }
    stream.onAbort(leave)
    await look()
    await keepOpen(stream, stopping)
    leave()
  })
}
