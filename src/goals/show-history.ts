import { dateAt } from '../kernel/calendar.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById } from '../people/store.ts'
import { nameOf } from '../people/who.ts'
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
import { changesOf } from './change-store.ts'
import { changeWords } from './change-words.ts'
import { type Claim, claimsOf } from './claim-store.ts'
import { decisions, mayConfirm } from './confirm-checkin.ts'
import { anyGoalNamed } from './find-goal.ts'
import { type Checkin, type Goal, isObjective } from './goal.ts'
import { wordsFor } from './names.ts'
import { checkinsOf, revisionsOf } from './store.ts'
import { texts } from './texts.ts'

/** `/goal history G-3`: everything that was ever changed of it, from when, by whom and why; and what was checked in. */
export async function showHistory(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const found = await anyGoalNamed(scope, text)
  if (found instanceof Refusal) return found
  const { goal } = found
  const named = await wordsFor(scope, goal)
  const title = words.historyTitle(named.label, named.name)
  const revisions = isObjective(goal) ? [] : await revisionsOf(scope, goal.id)
  const values = await Promise.all(
    revisions.map(async (one) => {
      const from = showPeriod(one.effectiveOn, scope.locale, scope.today)
      return {
        at: one.recordedAt,
        line: await entry(scope, words.revision(from, named.show(one.value)), one, one.reason),
      }
    }),
  )
  const changes = await Promise.all(
    (await changesOf(scope, goal.id)).map(async (one) => ({
      at: one.recordedAt,
      line: await entry(scope, await changeWords(scope, goal, one), one, one.reason),
    })),
  )
  const all = [...values, ...changes].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const items = all.map((one) => one.line)
  const checkinWords = ({ value, confidence }: Checkin) =>
    [named.show(value), ...(confidence ? [words.confidence[confidence]] : [])].join(' · ')
  const checkins = (await checkinsOf(scope, goal.id)).slice(0, MAX_CHECKINS)
  const claims = await claimsOf(scope, goal.id)
  const noted = await Promise.all(
    checkins.map(async (one) => {
      const claim = claims.find((each) => each.state === 'confirmed' && each.decidedAt === one.recordedAt)
      const entered = claim && words.enteredBy(await nameOf(scope, claim.enteredBy))
      return entry(scope, [checkinWords(one), ...(entered ? [entered] : [])].join(' · '), one, one.note)
    }),
  )
  const reported: Block[] = noted.length > 0 ? [textBlock([bold(words.checkins)]), list(noted)] : []
  const unconfirmed = await notCounted(scope, goal, claims)
  const nothing = items.length === 0 ? [textBlock(words.noHistory)] : []
  const kept = items.length > 0 ? [list(items, true)] : []
  return { summary: title, blocks: [heading(title), ...nothing, ...kept, ...reported, ...unconfirmed] }
}

/** What was reported and waits to be confirmed, with the buttons for who may; and what never was. */
async function notCounted(scope: Acting, goal: Goal, claims: readonly Claim[]): Promise<Block[]> {
  const words = texts[scope.locale]
  const { show } = await wordsFor(scope, goal)
  const shown = claims.filter((one) => one.state !== 'confirmed').slice(0, MAX_CHECKINS)
  if (shown.length === 0) return []
  const lines = await Promise.all(
    shown.map((one) => {
      const state = one.state === 'confirmed' ? '' : words.claimStates[one.state]
      const reported = { by: one.enteredBy, recordedAt: one.enteredAt }
      return entry(scope, `${show(one.value)} · ${state}`, reported, one.note)
    }),
  )
  const open = shown.find((one) => one.state === 'open')
  const buttons = open && (await mayConfirm(scope, goal, open)) ? [decisions(open, scope.locale)] : []
  return [textBlock([bold(words.claims)]), list(lines), ...buttons]
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
