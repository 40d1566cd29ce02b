import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Terminal } from '../cli.ts'
import { exportDeals } from '../imports/export-deals.ts'
import { chooseWorkspace, withApp } from './opening.ts'

/** `drumbeat export deals FILE`: every deal as CSV that Excel opens; an existing file is not overwritten. */
export function exportDealsTo(
  terminal: Terminal,
  path: string,
  options: { workspace?: string },
): Promise<void> {
  return withApp(terminal, async (app) => {
    const workspace = chooseWorkspace(await app.workspaces(), options.workspace)
    const file = resolve(terminal.cwd, path)
    const rows = exportDeals(await app.reading(workspace.id))
    await pipeline(Readable.from(rows), createWriteStream(file, { flags: 'wx' })).catch((error: Error) => {
      throw 'code' in error && error.code === 'EEXIST'
        ? new Error(`${file} exists already; choose another name.`)
        : error
    })
    terminal.out(`Exported the deals of “${workspace.id}” to ${file}.`)
  })
}
