import type { Database } from '../db/database.ts'
import type { App } from '../kernel/app.ts'
import { addHome, addWorkspace, workspaceById } from '../kernel/directory-store.ts'
import { COMPANY } from './cast.ts'
import { makeDemo } from './make-demo.ts'

/** Makes the demo workspace, and lets every workspace that no chat platform serves be entered in the playground. */
export async function preparePlayground(app: App, database: Database): Promise<void> {
  await ensureDemo(app, database)
  for (const workspace of await app.workspaces()) {
    const home = { platform: 'playground', id: workspace.id, workspace: workspace.id, name: workspace.name }
    await database.write((tables) => addHome(tables, home, app.clock.now()))
  }
}

/** Makes the demo workspace where there is none yet, all of it or nothing. True: it was made. */
export async function ensureDemo(app: App, database: Database): Promise<boolean> {
  if (await workspaceById(database.reads, COMPANY.id)) return false
  await database.write((tables) =>
    addWorkspace(tables, { ...COMPANY, locale: 'zh-CN', demo: true }, app.clock.now()),
  )
  await app.writing(COMPANY.id, undefined, 'demo', makeDemo)
  return true
}
