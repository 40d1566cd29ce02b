import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import { showShort } from '../kernel/money.ts'
import { addDays, daysBetween } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { namesOf } from '../people/who.ts'
import { context, heading, plain, say, text, type View } from '../view/view.ts'
import { type OpenInstalment, openInstalmentsUntil } from './instalment-store.ts'
import { peopleOf, readWhose, type Whose, whoseWords } from './read-whose.ts'
import { texts } from './texts.ts'
import { numberOf } from './words.ts'

const DAYS_AHEAD = 7
const MOST_SHOWN = 40

/**
 * `/deal overdue [@who or team]`: instalments that should have come in, and those due within a week. Reps see their own,
 * managers their own and their people's, finance and admins everyone's.
 */
export async function showOverdue(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const whose = await readWhose(scope, typed)
  return whose instanceof Refusal ? whose : overdueView(scope, whose)
}

async function overdueView(scope: Acting, whose: Whose): Promise<View> {
  const words = texts[scope.locale].overdue
  const people = await peopleOf(scope, whose)
  const due = await openInstalmentsUntil(scope, addDays(scope.today, DAYS_AHEAD), people)
  if (due.length === 0) return say(words.nothing)
  const late = due.filter((one) => one.dueOn < scope.today)
  const soon = due.slice(late.length)
  const line = joinSentences(
    [
      ...(late.length > 0 ? [words.late(late.length, sumsOf(scope, late))] : []),
      ...(soon.length > 0 ? [words.soon(soon.length, sumsOf(scope, soon))] : []),
    ],
    scope.locale,
  )
  const title = words.title(await whoseWords(scope, whose))
  const more = due.length - MOST_SHOWN
  return {
    summary: `${title}: ${line}`,
    blocks: [
      heading(title),
      text(line),
      await table(scope, due.slice(0, MOST_SHOWN), people?.length !== 1),
      ...(more > 0 ? [context(words.more(more))] : []),
    ],
  }
}

/** What instalments come to, each currency by itself. */
function sumsOf(scope: Acting, due: readonly OpenInstalment[]): string {
  const sums = new Map<string, number>()
  for (const { currency, openMinor } of due) sums.set(currency, (sums.get(currency) ?? 0) + openMinor)
  const shown = [...sums].map(([currency, minor]) => showShort(minor, currency, scope.locale))
  return joinNames(shown, scope.locale)
}

async function table(
  scope: Acting,
  due: readonly OpenInstalment[],
  withOwner: boolean,
): Promise<View['blocks'][number]> {
  const { columns } = texts[scope.locale].overdue
  const names = await namesOf(
    scope,
    due.map((one) => one.owner),
  )
  const left = (title: string) => ({ title, align: 'left' as const })
  const right = (title: string) => ({ title, align: 'right' as const })
  return {
    kind: 'table',
    columns: [
      left(columns.number),
      left(columns.customer),
      right(columns.open),
      left(columns.due),
      right(columns.days),
      ...(withOwner ? [left(columns.owner)] : []),
    ],
    rows: due.map((one) =>
      [
        numberOf(one),
        one.customer,
        showShort(one.openMinor, one.currency, scope.locale),
        one.dueOn,
        String(daysBetween(one.dueOn, scope.today)),
        ...(withOwner ? [names.get(one.owner) ?? ''] : []),
      ].map((cell) => [plain(cell)]),
    ),
  }
}
