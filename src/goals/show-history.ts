import { dateAt } from '../kernel/calendar.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById } from '../people/store.ts'
import {
  type Block,
  bold,
  heading,
  list,
  newline,
  plain,
  quiet,
  type Spans,
  text as textBlock,
} from '../view/view.ts'
import { goalNamed } from './find-goal.ts'
import type { Checkin } from './goal.ts'
import { wordsFor } from './names.ts'
import { checkinsOf, revisionsOf } from './store.ts'
import { texts } from './texts.ts'

/** `/goal history G-3`: every value it had, from when, by whom and why; and what was checked in. */
export async function showHistory(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const found = await goalNamed(scope, text)
  if (found instanceof Refusal) return found
  const named = await wordsFor(scope, found.goal)
  const title = words.historyTitle(named.label, named.name)
  const revisions = await revisionsOf(scope, found.goal.id)
  const items = await Promise.all(
    revisions.map(async (one) => {
      const from = showPeriod(one.effectiveOn, scope.locale, scope.today)
      return entry(scope, words.revision(from, named.show(one.value)), one, one.reason)
    }),
  )
  const checkinWords = ({ value, confidence }: Checkin) =>
    [named.show(value), ...(confidence ? [words.confidence[confidence]] : [])].join(' · ')
  const checkins = (await checkinsOf(scope, found.goal.id)).slice(0, MAX_CHECKINS)
  const noted = await Promise.all(checkins.map((one) => entry(scope, checkinWords(one), one, one.note)))
  const reported: Block[] = noted.length > 0 ? [textBlock([bold(words.checkins)]), list(noted)] : []
  return { summary: title, blocks: [heading(title), list(items, true), ...reported] }
}

const MAX_CHECKINS = 20 // the latest ones; the rest stay stored

async function entry(
  scope: Scope,
  what: string,
  one: { by: string | undefined; recordedAt: string },
  why: string | undefined,
): Promise<Spans> {
  const words = texts[scope.locale]
  const who = one.by ? ((await personById(scope, one.by))?.name ?? words.someone) : words.bot
  const on = showPeriod(dateAt(one.recordedAt, scope.workspace.zone), scope.locale, scope.today)
  const spans: Spans = [plain(what), newline, quiet(words.byWhom(who, on))]
  return why ? [...spans, newline, plain(why)] : spans
}
