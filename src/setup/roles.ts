import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { everyone, grant, revoke } from '../people/store.ts'
import { isAdmin, whoIsMeant } from '../people/who.ts'
import { say } from '../view/view.ts'
import { texts } from './texts.ts'

const ROLE_WORDS = { admin: 'admin', 管理员: 'admin', finance: 'finance', 财务: 'finance' } as const
const TAKE_AWAY = ['off', '取消']

/** `/drumbeat role @孙会计 finance [off]`: gives or takes a role; the last admin stays one. */
export async function changeRole(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const [name = '', roleWord = '', off = ''] = text.split(/\s+/)
  const role = Object.entries(ROLE_WORDS).find(([word]) => word === roleWord.toLowerCase())?.[1]
  if (!role || (off !== '' && !TAKE_AWAY.includes(off.toLowerCase()))) return new Refusal(words.roleUnclear)
  const person = await whoIsMeant(scope, name)
  if (person instanceof Refusal) return person
  if (off === '') {
    await grant(scope, person.id, role)
    return say(words.roleGiven(person.name, words.roles[role]))
  }
  const admins = (await everyone(scope)).filter(isAdmin)
  if (role === 'admin' && admins.every((one) => one.id === person.id)) return new Refusal(words.lastAdmin)
  await revoke(scope, person.id, role)
  return say(words.roleTaken(person.name, words.roles[role]))
}
