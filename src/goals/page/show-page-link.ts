import { randomBytes } from 'node:crypto'
import type { Answer, CommandInput } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { changeWorkspace } from '../../people/store.ts'
import { isAdmin } from '../../people/who.ts'
import { code, context, link, say, text as textBlock, type View } from '../../view/view.ts'
import { texts } from '../texts.ts'

const NEW = ['new', 'renew', '换新', '更新', '新']
const OFF = ['off', 'close', '关闭', '关掉', '关']

/**
 * `/goal page`: the tree's address, for everybody once a manager or an admin has opened it; `new`: another one, and the
 * old one stops working; `off`: none any more, until an admin opens it again.
 */
export async function showPageLink(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].page
  const word = text.trim().toLowerCase()
  const { treeKey } = scope.workspace.settings
  if (word === '' && treeKey) return addressView(scope, words.link, treeKey)
  if (word === '')
    return mayOpen(scope)
      ? addressView(scope, words.link, await newKey(scope))
      : new Refusal(treeKey === '' ? words.closed : words.unopened)
  if (!NEW.includes(word) && !OFF.includes(word)) return new Refusal(words.unread(word.slice(0, 40)))
  if (!isAdmin(scope.person)) return new Refusal(words.notAdmin)
  if (NEW.includes(word)) return addressView(scope, words.renewed, await newKey(scope))
  if (!treeKey) return new Refusal(words.closedAlready)
  await changeWorkspace(scope, { settings: { treeKey: '' } })
  return say(words.off)
}

function mayOpen({ workspace, person }: Acting): boolean {
  const closed = workspace.settings.treeKey === ''
  return isAdmin(person) || (!closed && person.roles.includes('manager'))
}

const KEY_BYTES = 18 // 144 bits of chance: nobody guesses it

async function newKey(scope: Acting<WriteScope>): Promise<string> {
  const treeKey = randomBytes(KEY_BYTES).toString('base64url')
  await changeWorkspace(scope, { settings: { treeKey } })
  return treeKey
}

function addressView(scope: Acting, sentence: string, key: string): View {
  const address = `${scope.address ?? ''}/goals/${key}`
  const shown = scope.address === undefined ? code(address) : link(address, address)
  return {
    summary: `${sentence} ${address}`,
    blocks: [textBlock(sentence), textBlock([shown]), context(texts[scope.locale].page.keep)],
  }
}
