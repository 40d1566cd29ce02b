import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Who may know whom, from the ground up. A file may import from its own room, and from the rooms on the floors below
 * its own; rooms on one floor do not know each other.
 */
const FLOORS: string[][] = [
  ['view', 'db', 'kernel'],
  ['people'],
  ['deals'],
  ['goals'],
  ['commission', 'leaderboard', 'badges', 'improvements', 'registrations', 'timeoff'],
  ['rituals', 'wall', 'statements'],
  ['setup', 'imports'],
  ['demo'],
  ['features.ts'],
]

/** Platforms translate: they know what a message and an event are, and nothing of the business. */
const PLATFORM_KNOWS = ['view', 'kernel', 'platforms']

/** The playground is its own chat server, and keeps its messages in the same database. */
const PLAYGROUND_STORES = /^src\/platforms\/web\/playground\/[\w-]*store\.ts$/

/** Stores get their rows from a scope; the way to compile a query once is all they need of the database's room. */
const STORES = /(^|[-/])store\.ts$/
const COMPILED_ONCE = 'src/db/compiled-once.ts'

interface Import {
  file: string
  line: number
  target: string
  typeOnly: boolean
}

function violation({ file, target, typeOnly }: Import): string | undefined {
  const from = roomOf(file)
  const to = roomOf(target)
  if (isTop(file)) return undefined
  if (/\/index\.ts$/.test(target) && from !== to && from !== 'features.ts')
    return `only features.ts may import ${target}`
  if (file.startsWith('src/platforms/')) {
    if (to === 'db' && (PLAYGROUND_STORES.test(file) || typeOnly)) return undefined
    return PLATFORM_KNOWS.includes(to) ? undefined : `platforms do not know ${to}`
  }
  if (from === to || FLOORS[0]?.includes(from))
    return FLOORS[0]?.includes(to) || from === to ? undefined : `${from} may not know ${to}`
  if (to === 'db')
    return typeOnly || (STORES.test(file) && target === COMPILED_ONCE)
      ? undefined
      : 'stores reach their rows through rowsOf(scope), not through db'
  return floorOf(to) < floorOf(from) ? undefined : `${from} may not know ${to}`
}

/** rowsOf belongs to stores alone. */
function rowsOutsideStores(file: string, text: string): boolean {
  return /^import[^'"]*\browsOf\b/m.test(text) && !/(^|[-/])(store|scopes?)\.ts$/.test(file)
}

const isTop = (file: string) => /^src\/(main|cli|config|serve|features)\.ts$|^src\/cli\//.test(file)
const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room))
const roomOf = (file: string) => file.replace(/^src\//, '').split('/')[0] ?? ''

function importsOf(file: string, text: string): Import[] {
  const pattern =
    /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(['"](\.[^'"]+)['"]\)/gm
  return [...text.matchAll(pattern)].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length,
    target: relative(ROOT, join(ROOT, dirname(file), match[2] ?? match[3] ?? '')),
    typeOnly: match[1] !== undefined,
  }))
}

const sources = globSync('src/**/*.ts', { cwd: ROOT }).map((file) => ({
  file,
  text: readFileSync(join(ROOT, file), 'utf8'),
}))

test('every file imports only from the rooms below its own', () => {
  const broken = sources.flatMap(({ file, text }) =>
    importsOf(file, text).flatMap((one) => {
      const why = violation(one)
      return why ? [`${file}:${one.line} imports ${one.target}: ${why}`] : []
    }),
  )
  expect(broken).toEqual([])
})

test('every room stands on a floor', () => {
  const rooms = new Set(sources.filter(({ file }) => !isTop(file)).map(({ file }) => roomOf(file)))
  expect([...rooms].filter((room) => room !== 'platforms' && floorOf(room) < 0)).toEqual([])
})

test('only stores touch rows', () => {
  expect(sources.filter(({ file, text }) => rowsOutsideStores(file, text)).map(({ file }) => file)).toEqual(
    [],
  )
})

test('a planted violation is found', () => {
  const planted = (file: string, text: string) => importsOf(file, text).map(violation)
  expect(planted('src/deals/store.ts', "import { pay } from '../commission/plan.ts'")).toEqual([
    'deals may not know commission',
  ])
  expect(planted('src/platforms/slack/x.ts', "import { a } from '../../deals/store.ts'")).toEqual([
    'platforms do not know deals',
  ])
  expect(planted('src/kernel/app.ts', "import { a } from '../deals/store.ts'")).toEqual([
    'kernel may not know deals',
  ])
  expect(planted('src/rituals/a.ts', "import { b } from '../goals/index.ts'")).toEqual([
    'only features.ts may import src/goals/index.ts',
  ])
  expect(planted('src/deals/deal-store.ts', "import { compiledOnce } from '../db/compiled-once.ts'")).toEqual(
    [undefined],
  )
  expect(planted('src/deals/log.ts', "import { openSqlite } from '../db/sqlite.ts'")).toHaveLength(1)
  expect(rowsOutsideStores('src/deals/log.ts', "import { rowsOf } from '../kernel/scope.ts'")).toBe(true)
})
