import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { runCommandLine } from '../../src/cli.ts'
import { temporaryFolder } from '../support/databases.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

/** A folder of its own with files in it, and `drumbeat …` run there. */
export function inFolder(files: Record<string, string> = {}) {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return {
    folder,
    /** Writes a file in an encoding of iconv's. */
    write: (name: string, text: string, encoding = 'utf8') =>
      writeFileSync(
        join(folder, name),
        iconv.encode(text, encoding, { addBOM: encoding !== 'utf8' && encoding !== 'gbk' }),
      ),
    async drumbeat(...words: string[]): Promise<Ran> {
      const out: string[] = []
      const err: string[] = []
      const code = await runCommandLine(words, {
        env: { DRUMBEAT_DATA: join(folder, 'data') },
        cwd: folder,
        out: (text) => void out.push(text),
        err: (text) => void err.push(text),
        interactive: false,
        untilStopped: () => Promise.resolve(),
      })
      return { code, out: out.join('\n'), err: err.join('\n') }
    },
  }
}
