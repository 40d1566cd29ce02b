import { dateAt } from '../kernel/calendar.ts'
import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById, teamsOf } from '../people/store.ts'
import { answersFor, namesOf } from '../people/who.ts'
import {
  actions,
  bold,
  heading,
  list,
  plain,
  quiet,
  type Spans,
  spans,
  text,
  type View,
} from '../view/view.ts'
import { eventsOf, type ItemEvent } from './history-store.ts'
import { texts as historyTexts } from './history-texts.ts'
import { ageOf, type Item } from './item.ts'
import { itemMeant } from './item-meant.ts'
import { itemById } from './store.ts'
import { texts } from './texts.ts'
import { itemSpans } from './views.ts'

/** `/improve I-7`: the item, and everything that has happened to it. */
export async function showItem(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const meant = await itemMeant(scope, typed, 'show')
  return meant instanceof Refusal ? meant : show(scope, meant.item)
}

export async function pressShow(scope: Acting, { value }: Press): Promise<Answer> {
  const item = await itemById(scope, value.split(' ')[0] ?? '')
  return item ? show(scope, item) : new Refusal(texts[scope.locale].none)
}

/** Whether two people belong to one team. */
export async function inOneTeam(scope: Scope, one: string, other: string): Promise<boolean> {
  const theirs = new Set((await teamsOf(scope, other)).map((team) => team.id))
  return (await teamsOf(scope, one)).some((team) => theirs.has(team.id))
}

async function show(scope: Acting, item: Item): Promise<View | Refusal> {
  const words = historyTexts[scope.locale]
  const mayChange = await answersFor(scope, item.owner)
  if (!mayChange && !(await inOneTeam(scope, scope.person.id, item.owner)))
    return new Refusal(words.notYours(item.number))
  const owner = await personById(scope, item.owner)
  const events = await eventsOf(scope, item.id)
  const summary = `${words.title(item.number)} ${item.what} · ${words.status[item.status]}`
  return {
    summary,
    blocks: [
      heading(words.title(item.number)),
      text([
        ...itemSpans(item, scope.today, scope.locale, owner, ageOf(item, scope.today, scope.workspace)),
        quiet(` · ${words.status[item.status]}`),
      ]),
      text([bold(words.history)]),
      list(await lines(scope, events)),
      ...(item.status === 'open' && mayChange ? [buttons(scope, item)] : []),
    ],
  }
}

async function lines(scope: Acting, events: readonly ItemEvent[]): Promise<Spans[]> {
  const words = historyTexts[scope.locale]
  const handed = events.flatMap((event) => (event.kind === 'assigned' ? [event.was, event.became] : []))
  const ids = [...events.map(({ person }) => person), ...handed].filter((id) => id !== undefined)
  const names = await namesOf(scope, ids)
  const date = (day = '') => showPeriod(day, scope.locale, scope.today)
  return events.map((event) => {
    const name = (id = '') => names.get(id) ?? words.bot
    const { was, became } = event
    const said = {
      opened: () => words.opened(date(became)),
      reworded: () => words.reworded(was ?? '', became ?? ''),
      assigned: () => words.assigned(name(was), name(became)),
      postponed: () => words.postponed(date(was), date(became)),
      done: () => words.done,
      dropped: () => words.dropped,
    }[event.kind]()
    const reason = event.reason === undefined ? '' : words.because(event.reason)
    return spans(
      quiet(`${date(dateAt(event.at, scope.person.zone))} `),
      plain(`${name(event.person)} `),
      said,
      reason,
    )
  })
}

function buttons(scope: Acting & { person: Person }, item: Item) {
  const words = texts[scope.locale]
  const value = `${item.id} mine`
  return actions(
    { label: words.doneButton, action: 'improve.done', value, tone: 'primary' },
    { label: words.dateButton, action: 'improve.date', value },
    { label: words.assignButton, action: 'improve.assign', value },
    { label: words.dropButton, action: 'improve.drop', value },
  )
}
