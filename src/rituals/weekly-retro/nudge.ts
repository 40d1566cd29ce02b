import { dateAt } from '../../kernel/calendar.ts'
import type { WriteScope } from '../../kernel/scope.ts'
import { everyone, onLeave } from '../../people/store.ts'
import type { Serving } from '../ritual.ts'
import { awayAt } from './counted.ts'
import { nudgeView } from './prompt.ts'
import { type Part, partsOf, saveAsked } from './store.ts'
import { retroKey, retroMeant } from './taking.ts'
import { nudgeBefore, nudgeFor } from './times.ts'

/** One word to those who have not answered and are at work at the team's time. */
export const nudge = (scope: WriteScope, serving: Serving) => nudgeThose(scope, serving, 'here')

/** The same for those who are not at work then: in the afternoon of their own last workday before the close. */
export const nudgeAbroad = (scope: WriteScope, serving: Serving) => nudgeThose(scope, serving, 'abroad')

/** Nobody is nudged twice, nor on leave, nor when it is time to close already. */
async function nudgeThose(
  scope: WriteScope,
  { ritual, occurrence }: Serving,
  which: 'here' | 'abroad',
): Promise<void> {
  const retro = await retroMeant(scope, retroKey({ ritual: ritual.id, occurrence }))
  if (!retro || retro.session.closedAt !== undefined || retro.session.closesAt <= scope.now) return
  const { session } = retro
  const times = { nudgeAt: nudgeBefore(session.closesAt, ritual.zone), closesAt: session.closesAt }
  const away = await awayAt(scope, ritual, scope.now)
  const present = new Map((await everyone(scope)).map((one) => [one.id, one]))
  for (const part of await partsOf(scope, ritual.id, occurrence)) {
    const person = present.get(part.person)
    if (!person || !waits(part) || away.has(person.id)) continue
    const askAt = part.askAt ?? session.openedAt
    const at = nudgeFor({ zone: person.zone, askAt }, times, ritual.team.workdays)
    if (at === undefined || (at === times.nudgeAt) !== (which === 'here')) continue
    if ((await onLeave(scope, dateAt(at, person.zone))).has(person.id)) continue
    const view = nudgeView(session, ritual, person.locale, scope.now)
    const nudges = await scope.post({
      to: { person: person.id },
      view,
      dueAt: at,
      prompt: { name: 'retro', about: retroKey(session) },
      until: session.closesAt,
    })
    await saveAsked(scope, part, { nudges })
  }
}

const waits = ({ answeredAt, nudges, away }: Part) =>
  answeredAt === undefined && nudges.length === 0 && away !== 'taken-back'
