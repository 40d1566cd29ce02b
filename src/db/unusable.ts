/** The database cannot be used at all; `message` is one sentence for whoever runs the program. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable'
}

/**
 * Turns what SQLite or the file system says about an unusable file into a DatabaseUnusable;
 * any other error comes back as it is.
 */
export function explained(error: unknown, path: string): unknown {
  if (error instanceof DatabaseUnusable) return error
  const reason = fileReason(codeOf(error))
  if (reason === undefined) return error
  return new DatabaseUnusable(`The database ${path} ${reason}.`, { cause: error })
}

function fileReason(code: string): string | undefined {
  // SQLite appends what it was doing: SQLITE_IOERR_WRITE, SQLITE_READONLY_DIRECTORY …
  return REASONS.find(([start]) => code.startsWith(start))?.[1]
}

const READ_ONLY = 'cannot be written: it or its folder is read-only'
const REASONS: readonly (readonly [codeStart: string, reason: string])[] = [
  ['SQLITE_NOTADB', 'is not a Drumbeat database: it was left untouched'],
  ['SQLITE_CORRUPT', 'is damaged: restore a backup'],
  ['SQLITE_FULL', 'cannot grow: the disk is full'],
  // The shared memory beside the file could not be given its size.
  ['SQLITE_IOERR_SHMSIZE', 'cannot grow: the disk is full'],
  ['ENOSPC', 'cannot grow: the disk is full'],
  ['SQLITE_READONLY', READ_ONLY],
  ['EROFS', READ_ONLY],
  [
    'SQLITE_CANTOPEN',
    'cannot be opened: it is missing, or this user may not read and write it and its folder',
  ],
  ['EACCES', 'cannot be opened: this user may not read and write it and its folder'],
  ['EPERM', 'cannot be opened: this user may not read and write it and its folder'],
  ['SQLITE_AUTH', 'cannot be opened: this user may not read and write it'],
  ['ENOENT', 'does not exist'],
  ['EEXIST', 'cannot be made: a file stands where its folder should be'],
  ['ENOTDIR', 'cannot be made: a file stands where its folder should be'],
  ['SQLITE_IOERR', 'cannot be read or written: the disk reports an error'],
]

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
