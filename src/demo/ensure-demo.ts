import type { Database } from '../db/database.ts'
import type { App } from '../kernel/app.ts'
import { addWorkspace, workspaceById } from '../kernel/directory-store.ts'
import { COMPANY } from './cast.ts'
import { makeDemo } from './make-demo.ts'

/** Makes the demo workspace where there is none yet, all of it or nothing. True: it was made. */
export async function ensureDemo(app: App, database: Database): Promise<boolean> {
  if (await workspaceById(database.reads, COMPANY.id)) return false
  await database.write((tables) =>
    addWorkspace(tables, { ...COMPANY, locale: 'zh-CN', demo: true }, app.clock.now()),
  )
  await app.writing(COMPANY.id, undefined, 'demo', makeDemo)
  return true
}
