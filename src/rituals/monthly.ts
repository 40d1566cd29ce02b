import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import type { Locale } from '../kernel/locale.ts'
import { type Period, shift } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readPeriod } from '../kernel/words.ts'
import { actions, type Block, type Button, bold, heading, say, text, type View } from '../view/view.ts'
import { runNow } from './manage/change.ts'
import { named, nameOf, ritualsLed, ritualsSeen } from './manage/which.ts'
import { showMoment } from './moment.ts'
import { monthlyTexts as texts } from './monthly-texts.ts'
import { nextToCome } from './next-to-come.ts'
import type { Ritual, TemplateName } from './ritual.ts'
import { latestSessions, type Session, sessionOf } from './session-store.ts'

/** What is particular to one kind of monthly ritual. */
export interface Kind {
  template: TemplateName
  title: (locale: Locale) => string
  /** What came out of one that has been, or how one that is open stands. */
  summary: (scope: Acting, ritual: Ritual, session: Session) => Promise<View>
  /** What can be done in one that is open. */
  openButtons: (scope: Acting, session: Session) => Button[]
  /** The action of the buttons that show the summary. */
  summaryAction: string
  /** So many months the period that it is about lies before the one that it serves. */
  monthsBack: number
}

const MOST_SHOWN = 12

/** What is said and done about a monthly ritual by command and by buttons. */
export function monthly(kind: Kind) {
  return { state, now, summary, summaryPressed, history }

  /** The bare command: what is open, or when the next one comes. */
  async function state(scope: Acting): Promise<Answer> {
    const words = texts[scope.locale]
    const rituals = await seen(scope)
    if (rituals.length === 0) return new Refusal(words.none(kind.title(scope.locale)))
    const led = new Set((await ritualsLed(scope)).map(({ id }) => id))
    const blocks: Block[] = [heading(kind.title(scope.locale))]
    for (const ritual of rituals.slice(0, MOST_SHOWN)) {
      const [session] = await latestSessions(scope, [ritual.id], 1)
      const open = session?.closedAt === undefined ? session : undefined
      blocks.push(text([bold(nameOf(scope, ritual))]), text(await stateOf(scope, ritual, open)))
      const buttons = [
        ...(open ? kind.openButtons(scope, open) : []),
        ...(session ? [summaryButton(scope, session)] : []),
        ...(led.has(ritual.id) && !open
          ? [{ label: words.holdNow, action: 'ritual.run', value: ritual.id }]
          : []),
        { label: words.history, action: 'ritual.history', value: ritual.id },
      ]
      blocks.push(actions(...buttons))
    }
    return { summary: kind.title(scope.locale), blocks } satisfies View
  }

  async function stateOf(scope: Acting, ritual: Ritual, open: Session | undefined): Promise<string> {
    const words = texts[scope.locale]
    const moment = (at: string) => showMoment(at, ritual.zone, scope.locale, scope.now)
    if (open) return words.open(aboutOf(scope, open.occurrence), moment(open.closesAt))
    const next = ritual.paused ? undefined : await nextToCome(scope, ritual)
    return next ? words.next(moment(next)) : words.paused
  }

  /** `now [team]`: by the same claim as the clock, so that its time does not repeat it. */
  async function now(scope: Acting<WriteScope>, { text: typed }: CommandInput): Promise<Answer> {
    const words = texts[scope.locale]
    const led = (await ritualsLed(scope)).filter(({ template }) => template === kind.template)
    const found = named(scope, led, typed)
    if (found instanceof Refusal) return found
    const [only, another] = found
    if (!only) return new Refusal(words.none(kind.title(scope.locale)))
    if (!another) return runNow(scope, only)
    const buttons = found
      .slice(0, MOST_SHOWN)
      .map((ritual) => ({ label: nameOf(scope, ritual), action: 'ritual.run', value: ritual.id }))
    return say(words.which, ...buttons)
  }

  /** `summary [month] [team]`: what came out of the last one, or of the one about a month. */
  async function summary(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
    const words = texts[scope.locale]
    const { month, rest } = monthIn(scope, typed)
    const found = named(scope, await seen(scope), rest)
    if (found instanceof Refusal) return found
    const views: View[] = []
    for (const ritual of found.slice(0, MOST_SHOWN)) {
      const session = month
        ? await sessionOf(scope, ritual.id, shift(month, kind.monthsBack))
        : (await latestSessions(scope, [ritual.id], 1))[0]
      if (session) views.push(await kind.summary(scope, ritual, session))
    }
    const [first] = views
    if (!first) return new Refusal(words.noneYet(kind.title(scope.locale)))
    return { summary: first.summary, blocks: views.flatMap((view) => view.blocks) }
  }

  async function summaryPressed(scope: Acting, { value }: Press): Promise<Answer> {
    const [id, occurrence = ''] = value.split(' ')
    const ritual = (await seen(scope)).find((one) => one.id === id)
    const session = ritual && (await sessionOf(scope, ritual.id, occurrence))
    if (!session) return new Refusal(texts[scope.locale].noneYet(kind.title(scope.locale)))
    return kind.summary(scope, ritual, session)
  }

  /** `history [team]`: the ones that have been, each with a button to read it. */
  async function history(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
    const words = texts[scope.locale]
    const found = named(scope, await seen(scope), typed)
    if (found instanceof Refusal) return found
    const blocks: Block[] = []
    for (const ritual of found.slice(0, MOST_SHOWN)) {
      const sessions = await latestSessions(scope, [ritual.id], MOST_SHOWN)
      if (sessions.length === 0) continue
      const buttons = sessions.map((session) =>
        summaryButton(scope, session, aboutOf(scope, session.occurrence)),
      )
      blocks.push(text([bold(nameOf(scope, ritual))]), actions(...buttons))
    }
    const title = words.historyTitle(kind.title(scope.locale))
    if (blocks.length === 0) return new Refusal(words.noneYet(kind.title(scope.locale)))
    return { summary: title, blocks: [heading(title), ...blocks] } satisfies View
  }

  async function seen(scope: Acting): Promise<Ritual[]> {
    return (await ritualsSeen(scope)).filter(({ template }) => template === kind.template)
  }

  function summaryButton(scope: Acting, session: Session, label = texts[scope.locale].read): Button {
    return { label, action: kind.summaryAction, value: `${session.ritual} ${session.occurrence}` }
  }

  function aboutOf(scope: Acting, occurrence: Period): string {
    return showPeriod(shift(occurrence, -kind.monthsBack), scope.locale, scope.today)
  }
}

/** A month at the beginning or at the end of what was typed, and the rest. */
function monthIn(scope: Acting, typed: string): { month: Period | undefined; rest: string } {
  const words = typed.trim().split(/\s+/).filter(Boolean)
  const read = (some: string[]) => {
    const period =
      some.length === 0
        ? undefined
        : readPeriod(some.join(' '), scope.today, scope.workspace.fiscalStartMonth)
    return period && /^\d{4}-\d\d$/.test(period) ? period : undefined
  }
  for (const count of [2, 1]) {
    const [first, last] = [words.slice(0, count), words.slice(-count)]
    const before = read(first)
    if (before) return { month: before, rest: words.slice(count).join(' ') }
    const after = read(last)
    if (after) return { month: after, rest: words.slice(0, -count).join(' ') }
  }
  return { month: undefined, rest: typed }
}
