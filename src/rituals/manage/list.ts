import type { Answer, CommandInput, Press } from '../../kernel/feature.ts'
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
import { texts as madeTexts } from './made-texts.ts'
import { teamsToMakeIn } from './plan-form.ts'
import { saySchedule } from './schedule-words.ts'
import { texts } from './texts.ts'
import { named, nameOf, ritualsLed, ritualsSeen } from './which.ts'

const MOST_SHOWN = 10

/** `/ritual [list] [weekly retro] [team]`: when what takes place next; who leads the team gets buttons. */
export async function listRituals(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const all = await ritualsSeen(scope)
  const ends = await endButtons(scope)
  if (all.length === 0) return say(words.none, ...ends)
  const found = named(scope, all, typed)
  if (found instanceof Refusal) return found
  const led = new Set((await ritualsLed(scope)).map(({ id }) => id))
  const [only, another] = found
  if (only && !another && typed.trim() !== '') return cardOf(scope, only)
  const blocks: Block[] = [heading(words.title)]
  for (const ritual of found.slice(0, MOST_SHOWN))
    blocks.push(text([bold(nameOf(scope, ritual))]), ...(await lines(scope, ritual, led.has(ritual.id))))
  if (found.length > MOST_SHOWN) blocks.push(context(words.more(found.length - MOST_SHOWN)))
  if (typed.trim() === '') blocks.push(...(await removedBlocks(scope)))
  blocks.push(actions(...ends))
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
  const more = led ? [{ label: madeTexts[scope.locale].more, action: 'ritual.card', value: ritual.id }] : []
  const history = { label: words.history, action: 'ritual.history', value: ritual.id }
  return [text(when), actions(...(led ? ledButtons(scope, ritual) : []), history, ...more)]
}

function ledButtons(scope: Acting, { id, paused }: Ritual): Button[] {
  const words = texts[scope.locale]
  const stop = paused
    ? { label: words.resume, action: 'ritual.resume', value: id }
    : { label: words.pause, action: 'ritual.pause', value: id }
  return [stop, { label: words.run, action: 'ritual.run', value: id }]
}

async function endButtons(scope: Acting): Promise<Button[]> {
  const words = madeTexts[scope.locale]
  const make = (await teamsToMakeIn(scope)).length > 0 ? [{ label: words.make, action: 'ritual.new' }] : []
  return [...make, { label: words.search, action: 'ritual.search' }]
}

export async function cardPressed(scope: Acting, { value }: Press): Promise<Answer> {
  const ritual = (await ritualsSeen(scope)).find(({ id }) => id === value)
  return ritual ? cardOf(scope, ritual) : new Refusal(texts[scope.locale].gone)
}

/** One ritual with everything that can be done about it. */
async function cardOf(scope: Acting, ritual: Ritual): Promise<View> {
  const name = nameOf(scope, ritual)
  const led = (await ritualsLed(scope)).some(({ id }) => id === ritual.id)
  const more = led ? [actions(...moreButtons(scope, ritual))] : []
  const [when, buttons] = await lines(scope, ritual, led)
  const blocks = [heading(name), when, buttons].flatMap((block) => block ?? [])
  return { summary: name, blocks: [...blocks, ...more] }
}

function moreButtons(scope: Acting, { id, asks }: Ritual): Button[] {
  const words = madeTexts[scope.locale]
  const own = asks
    ? [
        { label: words.questions, action: 'ritual.questions', value: id },
        { label: words.tryOut, action: 'ritual.try', value: id },
      ]
    : []
  return [
    { label: words.edit, action: 'ritual.edit', value: id },
    ...own,
    { label: words.preview, action: 'ritual.preview', value: id },
    { label: texts[scope.locale].remove, action: 'ritual.ask-remove', value: id, tone: 'danger' },
  ]
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
        actions(
          { label: words.restore, action: 'ritual.restore', value: ritual.id },
          { label: words.history, action: 'ritual.history', value: ritual.id },
        ),
      ]),
  ]
}
