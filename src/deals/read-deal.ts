import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Amount, readAmount, readDate } from '../kernel/words.ts'
import { everyone, personById } from '../people/store.ts'
import { whoIsMeant } from '../people/who.ts'
import { isBlank } from '../view/fit.ts'
import type { Share } from './deal.ts'
import { type FieldName, isTooLong, LONGEST, type NamedFields, TEXT_FIELDS } from './fields.ts'
import { mayLogFor } from './may.ts'
import type { NewDeal } from './new-deal.ts'
import { isProblem, type Problem } from './problem.ts'
import { rateOn } from './rate-store.ts'
import { readDiscount, readFigure } from './read-figures.ts'
import { readSplit } from './read-split.ts'
import { allFor } from './shares.ts'
import { texts } from './texts.ts'

export type Problems = Partial<Record<FieldName, Problem>>

/** What was read; a field that was not said is absent. */
export type ReadDeal = Partial<
  Pick<
    NewDeal,
    | 'customer'
    | 'product'
    | 'channel'
    | 'referrer'
    | 'contract'
    | 'note'
    | 'signedOn'
    | 'firstContactOn'
    | 'exchange'
    | 'shares'
    | 'splitSaid'
    | 'owner'
    | 'marginMinor'
    | 'exVatMinor'
    | 'discountBps'
  >
> & { amount?: Amount }

/**
 * Reads what was said about a deal, a new one or (with `known`) one that is there, whose values stand in for what was
 * not said. Whatever cannot be read is a problem of its field; what could be read is given beside the problems.
 */
export async function readDeal(
  scope: Acting,
  fields: NamedFields,
  known?: {
    amountMinor: number
    currency: string
    signedOn: LocalDate
    owner: string
    shares: readonly Share[]
  },
): Promise<{ read: ReadDeal; problems: Problems }> {
  const read: ReadDeal = {}
  const problems: Problems = {}
  readTexts(scope, fields, read, problems)
  readDates(scope, fields, read, problems, known?.signedOn)
  await readMoney(scope, fields, read, problems, known)
  readFigures(scope, fields, read, problems, known)
  await readPeople(scope, fields, read, problems, known)
  return { read, problems }
}

function readTexts(scope: Acting, fields: NamedFields, read: ReadDeal, problems: Problems): void {
  const words = texts[scope.locale].problems
  for (const name of TEXT_FIELDS) {
    const value = fields[name]?.trim()
    if (value === undefined || isBlank(value)) continue
    if (isTooLong(name, value)) problems[name] = words.tooLong(name, LONGEST[name])
    else read[name] = value
  }
}

function readDates(
  scope: Acting,
  fields: NamedFields,
  read: ReadDeal,
  problems: Problems,
  knownSigning: LocalDate | undefined,
): void {
  const words = texts[scope.locale].problems
  for (const [field, name] of [
    ['date', 'signedOn'],
    ['firstContact', 'firstContactOn'],
  ] as const) {
    const typed = fields[field]
    if (!typed) continue
    const date = readDate(typed, scope.today)
    if (date === undefined) problems[field] = words.date(typed)
    else if (date > scope.today) problems[field] = words.future(typed)
    else read[name] = date
  }
  const signedOn = read.signedOn ?? knownSigning ?? scope.today
  if (read.firstContactOn !== undefined && read.firstContactOn > signedOn) {
    delete read.firstContactOn
    problems.firstContact = words.contactAfterSigning
  }
}

async function readMoney(
  scope: Acting,
  fields: NamedFields,
  read: ReadDeal,
  problems: Problems,
  known: { currency: string; signedOn: LocalDate } | undefined,
): Promise<void> {
  const words = texts[scope.locale].problems
  if (!fields.amount) return
  const amount = readAmount(fields.amount, known?.currency ?? scope.workspace.currency)
  if (!amount) {
    problems.amount = words.amount(fields.amount)
    return
  }
  read.amount = amount
  if (amount.currency === scope.workspace.currency || amount.currency === known?.currency) return
  const signedOn = read.signedOn ?? known?.signedOn ?? scope.today
  const rate = await rateOn(scope, amount.currency, signedOn)
  if (rate) read.exchange = { rate: rate.rate, source: rate.source }
  else problems.amount = words.noRate(amount.currency, signedOn, await adminNames(scope))
}

function readFigures(
  scope: Acting,
  fields: NamedFields,
  read: ReadDeal,
  problems: Problems,
  known: { amountMinor: number; currency: string } | undefined,
): void {
  const words = texts[scope.locale].problems
  const currency = read.amount?.currency ?? known?.currency ?? scope.workspace.currency
  for (const [field, name] of [
    ['margin', 'marginMinor'],
    ['exVat', 'exVatMinor'],
  ] as const) {
    const typed = fields[field]
    if (!typed) continue
    const minor = readFigure(typed, currency, field === 'margin')
    if (minor === undefined) problems[field] = words.figure(field, typed)
    else if (minor > (read.amount?.minor ?? known?.amountMinor ?? minor))
      problems[field] = words.figureAbove(field)
    else read[name] = minor
  }
  if (!fields.discount) return
  const discount = readDiscount(fields.discount)
  if (discount === undefined) problems.discount = words.discount(fields.discount)
  else read.discountBps = discount
}

async function adminNames(scope: Acting): Promise<string[]> {
  return (await everyone(scope)).filter((one) => one.roles.includes('admin')).map((one) => one.name)
}

async function readPeople(
  scope: Acting,
  fields: NamedFields,
  read: ReadDeal,
  problems: Problems,
  known: { owner: string; shares: readonly Share[] } | undefined,
): Promise<void> {
  const words = texts[scope.locale].problems
  const shares = fields.split ? await readSplit(scope, fields.split) : undefined
  const named = fields.owner ? await whoIsMeant(scope, fields.owner) : undefined
  if (shares && isProblem(shares)) problems.split = shares
  else if (shares) read.shares = shares
  if (named instanceof Refusal) problems.owner = words.person(named)
  if (problems.split || problems.owner) return
  const owner = ownerOf(scope, named instanceof Refusal ? undefined : named, read.shares, known)
  if (owner !== known?.owner && !(await mayLogFor(scope, owner)))
    problems[fields.owner ? 'owner' : 'split'] = words.notYours(
      (await personById(scope, owner))?.name ?? owner,
    )
  else if (read.shares && !read.shares.some((share) => share.person === owner))
    problems.owner = words.ownerWithoutShare((await personById(scope, owner))?.name ?? owner)
  else if (!known)
    Object.assign(read, { owner, shares: read.shares ?? allFor(owner), splitSaid: read.shares !== undefined })
  else if (owner !== known.owner) read.owner = owner
}

/** Who is named; else who logs it, if they have a part or nobody else has; else the first of those who share it. */
function ownerOf(
  scope: Acting,
  named: Person | undefined,
  shares: readonly Share[] | undefined,
  known: { owner: string } | undefined,
): string {
  if (named) return named.id
  const usual = known?.owner ?? scope.person.id
  if (!shares || shares.some((share) => share.person === usual)) return usual
  return shares[0]?.person ?? usual
}
