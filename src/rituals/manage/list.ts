import type { Answer, CommandInput } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import {
  actions,
  type Block,
  type Button,
  bold,
  context,
  heading,
  say,
  text,
  type View,
} from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import { nextToCome } from '../next-to-come.ts'
import type { Ritual } from '../ritual.ts'
import { removedRituals } from '../store.ts'
import { saySchedule } from './schedule-words.ts'
import { texts } from './texts.ts'
import { named, nameOf, ritualsLed, ritualsSeen } from './which.ts'

const MOST_SHOWN = 10

/** `/ritual [list] [weekly retro] [team]`: when what takes place next; who leads the team gets buttons. */
export async function listRituals(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const all = await ritualsSeen(scope)
  if (all.length === 0) return say(words.none)
  const found = named(scope, all, typed)
  if (found instanceof Refusal) return found
  const led = new Set((await ritualsLed(scope)).map(({ id }) => id))
  const blocks: Block[] = [heading(words.title)]
  for (const ritual of found.slice(0, MOST_SHOWN))
    blocks.push(text([bold(nameOf(scope, ritual))]), ...(await lines(scope, ritual, led.has(ritual.id))))
  if (found.length > MOST_SHOWN) blocks.push(context(words.more(found.length - MOST_SHOWN)))
  if (typed.trim() === '') blocks.push(...(await removedBlocks(scope)))
  return { summary: words.title, blocks } satisfies View
}

async function lines(scope: Acting, ritual: Ritual, led: boolean): Promise<Block[]> {
  const words = texts[scope.locale]
  const schedule = saySchedule(ritual.schedule, scope.locale)
  const next = ritual.paused ? undefined : await nextToCome(scope, ritual)
  const when = ritual.paused
    ? words.paused(schedule)
    : next
      ? words.next(schedule, showMoment(next, ritual.zone, scope.locale, scope.now))
      : words.never(schedule)
  const history = { label: words.history, action: 'ritual.history', value: ritual.id }
  return [text(when), actions(...(led ? ledButtons(scope, ritual) : []), history)]
}

function ledButtons(scope: Acting, { id, paused }: Ritual): Button[] {
  const words = texts[scope.locale]
  const stop = paused
    ? { label: words.resume, action: 'ritual.resume', value: id }
    : { label: words.pause, action: 'ritual.pause', value: id }
  return [stop, { label: words.run, action: 'ritual.run', value: id }]
}

async function removedBlocks(scope: Acting): Promise<Block[]> {
  const removed = await ritualsLed(scope, await removedRituals(scope))
  if (removed.length === 0) return []
  const words = texts[scope.locale]
  return [
    text([bold(words.removed)]),
    ...removed
      .slice(0, MOST_SHOWN)
      .flatMap((ritual) => [
        text(nameOf(scope, ritual)),
        actions({ label: words.restore, action: 'ritual.restore', value: ritual.id }),
      ]),
  ]
}
