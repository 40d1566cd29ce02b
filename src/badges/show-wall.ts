import { randomBytes } from 'node:crypto'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { changeWorkspace } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import { code, context, link, text as textBlock, type View } from '../view/view.ts'
import { texts } from './texts.ts'

/** `/badge wall`: the honor wall's address; `/badge wall new`: another one, and the old one stops working. */
export async function showWall(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].wall
  const word = text.trim().toLowerCase()
  const { wallKey } = scope.workspace.settings
  if (word === '') return addressView(scope, words.link, wallKey ?? (await newKey(scope)))
  if (!['new', 'renew', '换新', '更新', '新'].includes(word))
    return new Refusal(words.unread(word.slice(0, 40)))
  if (!isAdmin(scope.person)) return new Refusal(words.notAdmin)
  return addressView(scope, words.renewed, await newKey(scope))
}

const KEY_BYTES = 18 // 144 bits of chance: nobody guesses it

async function newKey(scope: Acting<WriteScope>): Promise<string> {
  const wallKey = randomBytes(KEY_BYTES).toString('base64url')
  await changeWorkspace(scope, { settings: { wallKey } })
  return wallKey
}

function addressView(scope: Acting, sentence: string, key: string): View {
  const address = `${scope.address ?? ''}/wall/${key}`
  const shown = scope.address === undefined ? code(address) : link(address, address)
  return {
    summary: `${sentence} ${address}`,
    blocks: [textBlock(sentence), textBlock([shown]), context(texts[scope.locale].wall.keep)],
  }
}
