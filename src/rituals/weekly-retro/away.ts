import { dateAt } from '../../kernel/calendar.ts'
import type { Job, Ticker } from '../../kernel/feature.ts'
import type { Person, Scope, WriteScope } from '../../kernel/scope.ts'
import { secondsAfter } from '../../kernel/time.ts'
import { everyone, onLeave } from '../../people/store.ts'
import { promptView } from './prompt.ts'
import { type Part, partOf, saveAsked, waitingParts } from './store.ts'
import { retroKey, retroMeant } from './taking.ts'
import { nudgeBefore, politely } from './times.ts'

/** No retro stays open for longer. */
const OPEN_DAYS = 14
/** Later than this before the close nobody is asked again. */
const ASK_AGAIN_SECONDS = 3600

/**
 * Who goes on leave, or leaves the company, while their prompt still waits for their morning is not asked after all;
 * who is back in time is.
 */
export const promptsOfAway: Ticker = {
  name: 'retro prompts of those away',
  async due(scope) {
    const parts = await waitingParts(scope, secondsAfter(scope.now, -OPEN_DAYS * 86_400))
    if (parts.length === 0) return []
    const present = new Map((await everyone(scope)).map((one) => [one.id, one]))
    const jobs: Job[] = []
    for (const part of parts) {
      const gone = await isGone(scope, part, present.get(part.person))
      if (gone === (part.away === 'here')) jobs.push(job(scope, part, gone))
    }
    return jobs
  },
  /** It follows from what people enter, and is seen at the next tick. */
  next: async () => undefined,
}

function job(scope: Scope, part: Part, gone: boolean): Job {
  return {
    at: scope.now,
    name: `retro prompt of ${part.person}`,
    run: async (writing) => {
      const now = await partOf(writing, part.ritual, part.occurrence, part.person)
      if (!now || now.answeredAt !== undefined || now.away !== part.away) return
      await (gone ? takeBack(writing, now) : askAgain(writing, now))
    },
  }
}

async function takeBack(scope: WriteScope, part: Part): Promise<void> {
  const taken: boolean[] = []
  for (const post of part.prompts) taken.push(await scope.cancel(post))
  for (const post of part.nudges) await scope.cancel(post)
  await saveAsked(scope, part, { away: taken.includes(true) ? 'taken-back' : 'asked-before' })
}

async function askAgain(scope: WriteScope, part: Part): Promise<void> {
  const retro = await retroMeant(scope, retroKey(part))
  const person = (await everyone(scope)).find((one) => one.id === part.person)
  if (!retro || !person || part.away === 'asked-before') return saveAsked(scope, part, { away: 'here' })
  const { ritual, session } = retro
  const nudgeAt = nudgeBefore(session.closesAt, ritual.zone)
  const askAt = politely(scope.now, person.zone, nudgeAt, ritual.team.workdays)
  if (askAt > secondsAfter(session.closesAt, -ASK_AGAIN_SECONDS))
    return saveAsked(scope, part, { away: 'here' })
  const view = await promptView(scope, { ...retro, person, answered: false })
  const prompts = await scope.post({
    to: { person: person.id },
    view,
    dueAt: askAt,
    prompt: { name: 'retro', about: retroKey(session) },
    until: session.closesAt,
  })
  await saveAsked(scope, part, { prompts, askAt, away: 'here' })
}

/** Away at the moment at which the prompt reaches them; once it has, now. */
async function isGone(scope: Scope, part: Part, person: Person | undefined): Promise<boolean> {
  if (!person) return true
  const moment = part.askAt !== undefined && part.askAt > scope.now ? part.askAt : scope.now
  return (await onLeave(scope, dateAt(moment, person.zone))).has(person.id)
}
