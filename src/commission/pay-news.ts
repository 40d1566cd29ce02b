import type { News, WatchPay } from '../deals/watch-pay.ts'
import { dateAt, instantAt } from '../kernel/calendar.ts'
import { newId } from '../kernel/id.ts'
import { postsAbout } from '../kernel/outbox-store.ts'
import { addDays } from '../kernel/period.ts'
import type { Person, WriteScope } from '../kernel/scope.ts'
import { type Instant, secondsAfter } from '../kernel/time.ts'
import type { View } from '../view/view.ts'
import { crossedLine } from './crossed-line.ts'
import { showMark, showPay } from './figures.ts'
import { newsTexts } from './news-texts.ts'
import { newsView } from './news-view.ts'
import { type PaidNow, paidNow } from './paid-now.ts'
import { addNews, type ChangedPay, lastMessageTo, newsIn } from './pay-news-store.ts'

/** After a message, further changes wait for so long, and are one message then. */
const QUIET_SECONDS = 10 * 60

/** Compares pay before and after a change, and tells those whose pay it has changed: before, after, why. */
export const watchPay: WatchPay = async (scope, touched, part = 'signed') => {
  const others = touched.filter(({ person }) => person !== scope.person?.id)
  const before = await paidNow(scope, others, part)
  return async (person, news) => {
    if (person.id === scope.person?.id) return
    const theirs = others.filter((one) => one.person === person.id)
    const after = await paidNow(scope, theirs, part)
    const changes = [...after].flatMap(([key, now]) => changeOf(person, before.get(key), now, part, scope))
    if (changes.length > 0 || news.otherwise !== undefined) await tell(scope, person, news, changes)
  }
}

function changeOf(
  person: Person,
  then: PaidNow | undefined,
  now: PaidNow,
  part: ChangedPay['part'],
  scope: WriteScope,
): ChangedPay[] {
  const [was, is] = [then?.known, now.known]
  if (!is || (!was && is.minor === 0n)) return []
  if (was && is.minor - is.fromPool === was.minor - was.fromPool) return []
  const line = then && crossedLine(then, now)
  const reader = { ...scope, locale: person.locale }
  return [
    {
      period: now.period,
      part,
      beforeMinor: was?.minor,
      afterMinor: is.minor,
      beforePpm: was?.attainmentPpm,
      afterPpm: is.attainmentPpm,
      crossed:
        line &&
        newsTexts[person.locale].crossed(
          showPay(reader, line.worthMinor),
          showMark(line.mark, scope.workspace.currency, person.locale),
          line.lost,
        ),
    },
  ]
}

/** Of a thing told with others in the evening: less than a hundredth of the pay, and no line crossed. */
function isSmall({ beforeMinor, afterMinor, crossed }: ChangedPay): boolean {
  if (beforeMinor === undefined || crossed !== undefined) return false
  const moved = afterMinor > beforeMinor ? afterMinor - beforeMinor : beforeMinor - afterMinor
  return moved * 100n < (afterMinor > beforeMinor ? afterMinor : beforeMinor)
}

/** Into the message that still waits, else into a new one, which leaves some quiet after the one before. */
async function tell(
  scope: WriteScope,
  person: Person,
  { happened, otherwise, deal }: News,
  changes: readonly ChangedPay[],
): Promise<void> {
  const last = await lastMessageTo(scope, person.id)
  const [post] = last === undefined ? [] : await postsAbout(scope, subjectOf(last))
  const open =
    last !== undefined && post?.status === 'waiting'
      ? { message: last, post: post.id, dueAt: post.dueAt }
      : undefined
  const message = open?.message ?? newId(scope.now)
  const said = changes.length > 0 ? happened : (otherwise ?? '')
  const common = { person: person.id, message, deal }
  for (const [at, changed] of (changes.length > 0 ? changes : [undefined]).entries())
    await addNews(scope, { ...common, id: newId(scope.now), happened: at === 0 ? said : '', changed })
  const view = await newsView(scope, person, await newsIn(scope, message))
  if (!view) {
    if (open) await scope.cancel(open.post)
    return
  }
  const small = changes.length > 0 && changes.every(isSmall)
  if (open) {
    await scope.revise(open.post, view)
    if (!small && open.dueAt > secondsAfter(scope.now, QUIET_SECONDS)) await scope.hurry(open.post)
    return
  }
  const soonest = post ? laterOf(scope.now, secondsAfter(post.dueAt, QUIET_SECONDS)) : scope.now
  const dueAt = small ? laterOf(soonest, evening(scope, person)) : soonest
  await scope.post({
    to: { person: person.id },
    view,
    subject: subjectOf(message),
    dueAt,
    kind: 'pay-news',
  })
}

/** After the daily report, which takes along what waits until then; who gets none is told on its own. */
const EVENING = '18:30'

function evening({ now }: WriteScope, { zone }: Person): Instant {
  const today = dateAt(now, zone)
  const then = instantAt(today, EVENING, zone)
  return then > now ? then : instantAt(addDays(today, 1), EVENING, zone)
}

/**
 * What waits to be told to a person, to be told with something else: it is not sent by itself any more. Undefined: there
 * is nothing, or it is on its way already.
 */
export async function takeWaitingNews(scope: WriteScope, person: Person): Promise<View | undefined> {
  const last = await lastMessageTo(scope, person.id)
  const posts = last === undefined ? [] : await postsAbout(scope, subjectOf(last))
  const waiting = posts.filter(({ status }) => status === 'waiting')
  if (last === undefined || waiting.length === 0) return undefined
  const taken = await Promise.all(waiting.map(({ id }) => scope.cancel(id)))
  return taken.includes(true) ? newsView(scope, person, await newsIn(scope, last)) : undefined
}

const subjectOf = (message: string) => `pay-news:${message}`

const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other)
