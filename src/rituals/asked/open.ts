import type { WriteScope } from '../../kernel/scope.ts'
import { almanacOf } from '../almanac.ts'
import type { Ritual, Serving, Stage } from '../ritual.ts'
import { titleOf } from '../serve.ts'
import { addSession } from '../session-store.ts'
import { awayAt } from '../weekly-retro/counted.ts'
import { askedToday } from './audience.ts'
import { keyOf } from './held.ts'
import type { Asks } from './question.ts'
import { questionsAsked } from './still-asked.ts'
import { addAsked, addPart } from './store.ts'
import { timesOf } from './times.ts'
import { openingView, promptView } from './views.ts'

/** The button that opens a person's own form. */
export const fillButton = (key: string, label = '') => ({ label, action: 'asked.fill', value: key })

/**
 * Opens the thread and asks each of the audience privately, but nobody on leave. Where nobody is there, it has nothing
 * to open.
 */
export async function openAsked(scope: WriteScope, serving: Serving): Promise<Stage[] | undefined> {
  const { ritual, occurrence } = serving
  const asks = asksOf(ritual)
  const away = await awayAt(scope, ritual, scope.now)
  const audience = await askedToday(scope, ritual.team.id, asks.audience)
  const present = audience.filter((one) => !away.has(one.id))
  if (present.length === 0 || asks.questions.length === 0) return undefined
  const { nudgeAt, presentAt, closesAt } = timesOf(scope.now, asks, almanacOf(scope, ritual))
  const name = titleOf(ritual, scope.workspace.locale)
  const spoken = { ritual, name, asks, occurrence, closesAt, presentAt }
  const key = keyOf({ ritual: ritual.id, occurrence })

  const threads = await scope.post({
    to: { channel: ritual.channel, team: ritual.team.id },
    view: openingView(scope, spoken, {
      asked: present.length,
      lateMinutes: serving.lateMinutes,
      startedBy: scope.person?.name,
      fill: fillButton(key),
      over: undefined,
    }),
    subject: `asked:${ritual.id}:${occurrence}`,
  })
  const held = { ritual: ritual.id, occurrence }
  await addSession(scope, { ...held, threads, openedAt: scope.now, closesAt })
  await addAsked(scope, { ...held, name, asks })
  for (const person of present) {
    const view = promptView(spoken, fillButton(key), person, scope.now)
    const prompts = await scope.post({
      to: { person: person.id },
      view,
      prompt: { name: questionsAsked.name, about: key },
      until: closesAt,
    })
    await addPart(scope, { ...held, person: person.id, prompts })
  }
  return [
    { name: 'nudge', dueAt: nudgeAt },
    ...(presentAt ? [{ name: 'present', dueAt: presentAt }] : []),
    { name: 'close', dueAt: closesAt },
  ]
}

/** What a ritual of these kinds asks; each has been given something when it was made. */
export function asksOf(ritual: Ritual): Asks {
  if (!ritual.asks) throw new Error(`The ritual ${ritual.id} asks nothing.`)
  return ritual.asks
}
