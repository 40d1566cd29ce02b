import type { Acting, Person, Scope, WriteScope } from '../../kernel/scope.ts'
import { personById } from '../../people/store.ts'
import { say } from '../../view/view.ts'
import { leadersOf } from '../audience-store.ts'
import { type Answers, hasPrivatePart } from './answers.ts'
import type { ManagerPost, Part } from './store.ts'
import type { Retro } from './taking.ts'
import { texts } from './texts.ts'
import { privateView } from './views.ts'

/**
 * What fell short goes to who leads the team, unless it is shared; a later change follows it there, but no further to
 * somebody who leads the team no longer.
 */
export async function tellLeaders(
  scope: Acting<WriteScope>,
  { ritual, session }: Retro,
  part: Part,
  answers: Answers,
): Promise<ManagerPost[]> {
  const { person } = scope
  const toTell = hasPrivatePart(answers) && !answers.shared
  const leaders = (await leadersOf(scope, ritual.team.id)).filter((one) => one.id !== person.id)
  const view = (leader: Person) => privateView(person, session.occurrence, answers, leader.locale)
  const known = new Set(part.managerPosts.map(({ leader }) => leader))
  for (const told of part.managerPosts) {
    const leader = leaders.find((one) => one.id === told.leader)
    if (toTell && !leader && told.leader !== '') continue
    const locale = leader?.locale ?? (await localeOf(scope, told.leader))
    const words = texts[locale]
    const gone = answers.shared ? words.nowShared(person.name) : words.withdrawn(person.name)
    const now = toTell ? privateView(person, session.occurrence, answers, locale) : say(gone)
    for (const post of told.posts) await scope.revise(post, now)
  }
  if (!toTell || known.has('')) return part.managerPosts
  const added: ManagerPost[] = []
  for (const leader of leaders.filter((one) => !known.has(one.id)))
    added.push({
      leader: leader.id,
      posts: await scope.post({ to: { person: leader.id }, view: view(leader) }),
    })
  return [...part.managerPosts, ...added]
}

const localeOf = async (scope: Scope, leader: string) =>
  (await personById(scope, leader))?.locale ?? scope.workspace.locale
