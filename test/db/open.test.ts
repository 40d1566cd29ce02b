import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/db/open.ts'
import { DatabaseUnusable } from '../../src/db/unusable.ts'
import { temporaryFolder } from '../support/databases.ts'

test('without an address the database is a file in the data folder', async () => {
  const folder = temporaryFolder()
  const database = await openDatabase({ folder })
  expect(database.engine).toBe('sqlite')
  expect(readdirSync(folder)).toContain('drumbeat.db')
  await database.close()
})

test('a server that cannot be reached is told in one sentence, without the password', async () => {
  const opening = openDatabase({ url: 'postgres://drumbeat:secret@127.0.0.1:1/drumbeat', folder: '' })
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DatabaseUnusable)
  expect(String(error)).toMatch(
    /postgres:\/\/drumbeat@127\.0\.0\.1:1\/drumbeat cannot be used: .*ECONNREFUSED/,
  )
  expect(String(error)).not.toContain('secret')
})

test.each([
  'postgres://me:se:cr@et@127.0.0.1:1/x',
  'postgres://me:se?cret@127.0.0.1:1/x',
  'postgres://me:secret@127.0.0.1:999999/x',
  'postgres://me@127.0.0.1:1/x?password=se@cret',
  'postgres://me@/x?host=/nowhere&password=secret',
])('no part of a password is shown of %s', async (url) => {
  const error: unknown = await openDatabase({ url, folder: '' }).catch((reason) => reason)
  expect(error).toBeInstanceOf(DatabaseUnusable)
  expect(String(error)).not.toMatch(/se.*cr|cr.*et/)
})

test('an address of another kind is refused', async () => {
  const opening = openDatabase({ url: 'mysql://localhost/drumbeat', folder: '' })
  await expect(opening).rejects.toThrow('DATABASE_URL has to begin with postgres://')
})
