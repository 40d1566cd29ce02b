import { dateAt } from '../../kernel/calendar.ts'
import type { Answer, CommandInput, Press } from '../../kernel/feature.ts'
import { joinNames } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import { actions, type Block, bold, context, heading, list, text, type View } from '../../view/view.ts'
import { almanacOf } from '../almanac.ts'
import { askedToday } from '../asked/audience.ts'
import type { Asks } from '../asked/question.ts'
import { timesOf } from '../asked/times.ts'
import { nudgeView, openingView, promptView, type Spoken } from '../asked/views.ts'
import { showMoment } from '../moment.ts'
import type { Ritual } from '../ritual.ts'
import { openingOf } from '../run-store.ts'
import { nextOccurrence, servedOn } from '../schedule.ts'
import { titleOf } from '../serve.ts'
import { texts } from './made-texts.ts'
import { oneOf } from './one-of.ts'
import { saySchedule } from './schedule-words.ts'
import { nameOf, pressed, ritualsLed } from './which.ts'

const NEXT_SHOWN = 3

/** `/ritual preview [name] [team]`: the next dates, the thread, the private question and the reminder. */
export async function showPreview(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const found = await oneOf(scope, await ritualsLed(scope), typed, 'preview')
  return 'ritual' in found ? previewOf(scope, found.ritual) : found.answer
}

export async function previewPressed(scope: Acting, { value }: Press): Promise<Answer> {
  const ritual = await pressed(scope, value)
  return ritual instanceof Refusal ? ritual : previewOf(scope, ritual)
}

export async function previewOf(scope: Acting, ritual: Ritual): Promise<View> {
  const words = texts[scope.locale]
  const title = words.previewTitle(nameOf(scope, ritual))
  const dates = await nextDates(scope, ritual)
  const { asks } = ritual
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(asks ? [text(await factsOf(scope, ritual, asks))] : [context(words.ownWay(nameOf(scope, ritual)))]),
      text([bold(ritual.paused ? words.onceItGoesOn : words.nextOnes)]),
      dates.length > 0
        ? list(dates.map((at) => showMoment(at, ritual.zone, scope.locale, scope.now)))
        : context(words.noneNext),
      ...(asks ? await looksLike(scope, ritual, asks) : []),
      actions(
        { label: words.edit, action: 'ritual.edit', value: ritual.id },
        ...(asks
          ? [
              { label: words.questions, action: 'ritual.questions', value: ritual.id },
              { label: words.tryOut, action: 'ritual.try', value: ritual.id },
            ]
          : []),
      ),
    ],
  }
}

/** What the messages of a serving that would open now would speak of. */
export function spokenNow(scope: Scope, ritual: Ritual, asks: Asks): Spoken {
  const almanac = almanacOf(scope, ritual)
  const { presentAt, closesAt } = timesOf(scope.now, asks, almanac)
  const occurrence = servedOn(ritual.schedule, dateAt(scope.now, ritual.zone), almanac)
  return { ritual, name: titleOf(ritual, scope.workspace.locale), asks, occurrence, closesAt, presentAt }
}

async function nextDates(scope: Scope, ritual: Ritual): Promise<Instant[]> {
  const dates: Instant[] = []
  const almanac = almanacOf(scope, ritual)
  let next = nextOccurrence(ritual.schedule, almanac, scope.now)
  while (next && dates.length < NEXT_SHOWN) {
    if (!(await openingOf(scope, ritual.id, next.occurrence))) dates.push(next.at)
    next = nextOccurrence(ritual.schedule, almanac, next.at)
  }
  return dates
}

async function factsOf(scope: Scope, ritual: Ritual, asks: Asks): Promise<string> {
  const words = texts[scope.locale]
  const people = await askedToday(scope, ritual.team.id, asks.audience)
  const names = joinNames(
    people.map(({ name }) => name),
    scope.locale,
  )
  const { kind } = asks.audience
  const audience =
    people.length === 0
      ? words.nobody
      : kind === 'people'
        ? words.asking.people(names)
        : words.asking[kind](people.length)
  return words.facts({
    schedule: saySchedule(ritual.schedule, scope.locale),
    zone: ritual.zone,
    channel: words.channels[ritual.channel],
    audience,
  })
}

/** The messages as they will stand, without their buttons. */
async function looksLike(scope: Scope, ritual: Ritual, asks: Asks): Promise<Block[]> {
  const words = texts[scope.locale]
  const spoken = spokenNow(scope, ritual, asks)
  const asked = (await askedToday(scope, ritual.team.id, asks.audience)).length
  const button = { label: '', action: 'asked.fill' }
  const still = ({ blocks }: View) => blocks.filter(({ kind }) => kind !== 'actions')
  const opening = openingView(scope, spoken, {
    asked,
    lateMinutes: 0,
    startedBy: undefined,
    fill: undefined,
    over: undefined,
  })
  return [
    text([bold(words.inChannel)]),
    ...still(opening),
    text([bold(words.privately)]),
    ...still(promptView(spoken, button, scope, scope.now)),
    text([bold(words.reminding)]),
    ...still(nudgeView(spoken, button, scope, scope.now)),
  ]
}
