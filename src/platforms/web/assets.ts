import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { sealSvg } from '../../view/seal.ts'
import { Declined } from './declined.ts'

const FOLDER = join(import.meta.dirname, 'playground/browser')

/** Every file that a browser may have, by name; nothing else of the disk can be asked for. */
const FILES = [
  'playground.css',
  'tokens.css',
  'layout.css',
  'bar.css',
  'composer.css',
  'messages.css',
  'views.css',
  'forms.css',
  'main.js',
  'page.js',
  'api.js',
  'messages.js',
  'live.js',
  'composer.js',
  'completion.js',
  'actions.js',
  'forms.js',
  'reactions.js',
  'menus.js',
  'arrows.js',
  'suggestions.js',
  'unread.js',
] as const

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' }

/** The playground's stylesheets, scripts and icon. */
export function playgroundAssets(): Hono {
  const routes = new Hono()
  routes.get('/assets/playground/icon.svg', (c) => sendAsset(c, 'image/svg+xml', sealSvg('鼓', 'red', 64)))
  routes.get('/assets/playground/:name', async (c) => {
    const name = FILES.find((one) => one === c.req.param('name'))
    if (!name) throw new Declined(404, (errors) => errors.notFound)
    const type = name.endsWith('.css') ? TYPES.css : TYPES.js
    return sendAsset(c, type, await readFile(join(FOLDER, name), 'utf8'))
  })
  return routes
}

/** Sends a file that browsers keep, and ask about each time whether it is still the same. */
export function sendAsset(c: Context, type: string, body: string): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache', ETag: tag }
  return c.req.header('if-none-match') === tag ? c.body(null, 304, headers) : c.body(body, 200, headers)
}
