import type { Share } from '../deals/deal.ts'
import { isProblem } from '../deals/problem.ts'
import { readSplit } from '../deals/read-split.ts'
import { sayShares } from '../deals/words.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import { addDays } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { readDate } from '../kernel/words.ts'
import { personById } from '../people/store.ts'
import { isAbove, nameOf, namesOf } from '../people/who.ts'
import { say } from '../view/view.ts'
import { daysOf, protects, type Registration } from './registration.ts'
import { putRegistration, registrationOf } from './store.ts'
import { texts } from './texts.ts'
import { type Named, readCustomer } from './which-customer.ts'

const FROM = ['from', '从', '起', '自']

/**
 * `/register split 华为 @李雷:60,@韩梅梅:40 from 2026-12-01`: how deals signed from that day on are split where they say
 * nothing. A customer that nobody holds is registered for the first of them.
 */
export async function splitCustomer(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const read = readCustomer(scope, text)
  if (read instanceof Refusal) return read
  const { typed, date } = splitAndDate(read)
  const from = date === undefined ? scope.today : readDate(date, scope.today, 'future')
  if (!from) return new Refusal(words.splitNotSaved(words.dateUnread(date ?? ''), words.splitExample))
  const shares = await readSplit(scope, typed)
  if (isProblem(shares)) return new Refusal(words.splitNotSaved(shares.said, shares.hint))
  const before = await registrationOf(scope, read.customerKey)
  const held = before && protects(before, scope.today) ? before : undefined
  const people = [...shares.map((share) => share.person), ...(held ? [held.holder] : [])]
  for (const person of people) if (!(await isAbove(scope, person))) return new Refusal(words.splitNotYours)
  const after = withSplit(scope, read, held, shares, from)
  await putRegistration(scope, after)
  await scope.record('registration.split', `customer:${read.customerKey}`, before, after)
  await tellThem(scope, people, after.customer, shares, from)
  const until = showPeriod(after.untilOn, scope.locale, scope.today)
  const line = await saySplit(scope, after.customer, shares, from)
  const holder = held ? [] : [words.splitHolder(await nameOf(scope, after.holder), until)]
  return say(joinSentences([line, ...holder], scope.locale))
}

/** The date stands last, after a word such as `from`, or is named. */
function splitAndDate({ rest, named }: Named): { typed: string; date: string | undefined } {
  const at = rest.findIndex((word) => FROM.includes(word.toLowerCase()))
  const date = named.from ?? named.从 ?? named.起 ?? (at < 0 ? undefined : rest.slice(at + 1).join(' '))
  return { typed: (at < 0 ? rest : rest.slice(0, at)).join(' '), date }
}

function withSplit(
  scope: Scope,
  { customer, customerKey }: Named,
  held: Registration | undefined,
  shares: Share[],
  from: LocalDate,
): Registration {
  const registration = held ?? {
    customerKey,
    customer,
    holder: shares[0]?.person ?? '',
    note: null,
    fromOn: scope.today,
    untilOn: addDays(scope.today, daysOf(scope.workspace)),
    splits: [],
  }
  return { ...registration, splits: [...registration.splits, { from, shares }] }
}

async function saySplit(
  scope: Scope,
  customer: string,
  shares: readonly Share[],
  from: LocalDate,
): Promise<string> {
  const names = await namesOf(
    scope,
    shares.map((share) => share.person),
  )
  const parts = joinNames(sayShares(shares, names), scope.locale)
  return texts[scope.locale].splitSet(customer, parts, showPeriod(from, scope.locale, scope.today))
}

async function tellThem(
  scope: Acting<WriteScope>,
  people: readonly string[],
  customer: string,
  shares: readonly Share[],
  from: LocalDate,
): Promise<void> {
  for (const id of new Set(people)) {
    const person = id === scope.person.id ? undefined : await personById(scope, id)
    if (!person) continue
    const line = await saySplit({ ...scope, locale: person.locale }, customer, shares, from)
    const view = say(texts[person.locale].splitTold(scope.person.name, line))
    await scope.post({ to: { person: id }, view, kind: 'team-news' })
  }
}
