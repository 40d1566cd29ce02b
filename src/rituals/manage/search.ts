import { dateAt } from '../../kernel/calendar.ts'
import type { Answer, CommandInput, Press, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { everyone } from '../../people/store.ts'
import { isBlank } from '../../view/fit.ts'
import { one } from '../../view/form.ts'
import {
  actions,
  type Block,
  bold,
  context,
  heading,
  person,
  plain,
  quiet,
  type Spans,
  say,
  text,
  type View,
} from '../../view/view.ts'
import { OUTCOME } from '../asked/answer-store.ts'
import { mayRead, mayReadPrivate } from '../asked/audience.ts'
import { type Cursor, type Found, type Readable, searchAnswers } from '../asked/search-store.ts'
import { askedIn } from '../asked/store.ts'
import { allRituals, removedRituals } from '../store.ts'
import { texts } from './made-texts.ts'

const PAGE = 10
const LONGEST_SEARCHED = 100
/** So much of an answer stands around what was found. */
const AROUND = 60

/** `/ritual search price`: the answers in which it stands, of those that the actor may read. */
export async function search(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  if (isBlank(typed)) return new Refusal(words.searchEmpty)
  const wanted = typed.trim()
  if ([...wanted].length > LONGEST_SEARCHED) return new Refusal(words.searchLong(LONGEST_SEARCHED))
  return foundView(scope, wanted)
}

export async function askSearch(scope: Acting): Promise<Answer> {
  const words = texts[scope.locale]
  return {
    form: {
      form: 'ritual.search',
      title: words.searchTitle,
      submit: words.searchSubmit,
      fields: [{ kind: 'text', name: 'words', label: words.searchWords }],
    },
  }
}

export async function searchForm(scope: Acting, { values }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const wanted = one(values, 'words')
  if (!wanted) return { errors: { words: words.searchEmpty } }
  if ([...wanted].length > LONGEST_SEARCHED) return { errors: { words: words.searchLong(LONGEST_SEARCHED) } }
  return foundView(scope, wanted)
}

/** The next page: `<moment> <id> <what is searched>`. */
export async function searchOn(scope: Acting, { value }: Press): Promise<Answer> {
  const [, answeredAt = '', id = '', wanted = ''] = /^(\S+) (\S+) ([\s\S]+)$/u.exec(value) ?? []
  if (isBlank(wanted)) return new Refusal(texts[scope.locale].searchEmpty)
  return foundView(scope, wanted.slice(0, LONGEST_SEARCHED), { answeredAt, id })
}

async function foundView(scope: Acting, wanted: string, after?: Cursor): Promise<View> {
  const words = texts[scope.locale]
  const { found, next } = await searchAnswers(scope, wanted, await readableBy(scope), PAGE, after)
  const older = next && {
    label: words.older,
    action: 'ritual.search-on',
    value: `${next.answeredAt} ${next.id} ${wanted}`,
  }
  if (found.length === 0) {
    if (!next || !older) return say(words.notFound(wanted))
    const back = showPeriod(dateAt(next.answeredAt, scope.workspace.zone), scope.locale, scope.today)
    return say(words.notFoundYet(wanted, back), older)
  }
  const title = words.found(wanted)
  const blocks: Block[] = [heading(title)]
  for (const hit of found) blocks.push(...(await hitBlocks(scope, hit, wanted)))
  return { summary: title, blocks: [...blocks, ...(older ? [actions(older)] : [])] }
}

async function hitBlocks(scope: Acting, hit: Found, wanted: string): Promise<Block[]> {
  const words = texts[scope.locale]
  const asked = await askedIn(scope, hit.ritual, hit.occurrence)
  const question =
    hit.question === OUTCOME
      ? words.outcome
      : (asked?.asks.questions.find(({ id }) => id === hit.question)?.label ?? '')
  const period = showPeriod(hit.occurrence, scope.locale, scope.today)
  const who = (await everyone(scope)).find(({ id }) => id === hit.person)
  return [
    text([...(who ? [person(who), plain(' ')] : []), ...excerpt(hit.shown, wanted)]),
    context(words.hit(asked?.name ?? '', period, question)),
  ]
}

/** The words around what was found, and that in bold. */
function excerpt(shown: string, wanted: string): Spans {
  const at = shown.toLowerCase().indexOf(wanted.toLowerCase())
  if (at < 0) return [plain(shown.slice(0, 2 * AROUND))]
  const [from, to] = [Math.max(0, at - AROUND), at + wanted.length + AROUND]
  const [before, hit, behind] = [
    shown.slice(from, at),
    shown.slice(at, at + wanted.length),
    shown.slice(at + wanted.length, to),
  ]
  return [
    quiet(from > 0 ? '…' : ''),
    plain(before),
    bold(hit),
    plain(behind),
    quiet(to < shown.length ? '…' : ''),
  ].filter((span) => 'text' in span && span.text !== '')
}

/** What is for the actor to read: also of rituals that were taken away. */
async function readableBy(scope: Acting): Promise<Readable> {
  const rituals = [...(await allRituals(scope)), ...(await removedRituals(scope))].filter(({ asks }) => asks)
  const shared: string[] = []
  const priv: string[] = []
  for (const ritual of rituals) {
    if (await mayRead(scope, ritual)) shared.push(ritual.id)
    if (await mayReadPrivate(scope, ritual)) priv.push(ritual.id)
  }
  return { person: scope.person.id, shared, private: priv }
}
