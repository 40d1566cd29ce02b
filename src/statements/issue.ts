import type { Prompt } from '../kernel/feature.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { type Instant, secondsAfter } from '../kernel/time.ts'
import { personById } from '../people/store.ts'
import { composeStatements, type OnStep } from './compose.ts'
import { documentOf, hashOf, type Statement, sumsOf } from './document.ts'
import { issuedCard } from './statement-view.ts'
import {
  addStatements,
  type Issued,
  noteParts,
  noteSigned,
  revisionsOfStatement,
  statementsOf,
} from './store.ts'

/**
 * The moment up to which what is recorded counts when statements are issued now: the last one before. What others record
 * in this very moment comes later, whether it is committed before or after.
 */
export const untilNow = ({ now }: Pick<WriteScope, 'now'>): Instant => secondsAfter(now, -0.001)

export interface IssuedAll {
  people: number
  totalMinor: bigint
  /** How many differ from the revision before. */
  changed: number
}

/**
 * Stores a revision of everybody's statement, worked out from what has been recorded until a moment, and sends each to its
 * person where it says something new. What was said to the revision before holds for a statement that is the same.
 */
export async function issueStatements(
  scope: WriteScope,
  period: Period,
  { revision, until, reason }: { revision: number; until: Instant; reason?: string },
): Promise<IssuedAll> {
  const before = new Map(
    (await statementsOf(scope, period, revision - 1)).map((one) => [one.person, one] as const),
  )
  const stage = (number: number) => stepsOf(scope, number)
  const { statements, parts, asStored } = await composeStatements(scope, period, until, stage(0))
  const issued: Issued[] = []
  for (const [index, statement] of statements.entries()) {
    await stage(1)(index, statements.length)
    issued.push(issuedFrom(statement, { revision, until, reason }, before))
  }
  await addStatements(scope, issued)
  const people = issued.map((one) => one.person)
  if (asStored) await noteSigned(scope, period, spanOf(period, scope.workspace.fiscalStartMonth), people)
  await noteParts(scope, parts)
  const changed = issued.filter((one) => before.get(one.person)?.hash !== one.hash)
  for (const [index, one] of changed.entries()) {
    await stage(2)(index, changed.length)
    await send(scope, one)
  }
  return {
    people: issued.length,
    totalMinor: issued.reduce((sum, one) => sum + BigInt(one.totalMinor), 0n),
    changed: changed.length,
  }
}

const STAGES = 3 // working out, writing down, sending
const WORTH_TELLING = 200 // statements: fewer are issued within a second
const TOLD_EVERY = 25

/** Tells how far it is, stage by stage, where there is much to do. */
function stepsOf(scope: WriteScope, stage: number): OnStep {
  return async (done, of) => {
    if (of >= WORTH_TELLING && done % TOLD_EVERY === 0) await scope.progress(stage * of + done, STAGES * of)
  }
}

function issuedFrom(
  statement: Statement,
  { revision, until, reason }: { revision: number; until: Instant; reason: string | undefined },
  earlier: ReadonlyMap<string, Issued>,
): Issued {
  const { person, period, currency } = statement
  const { earnedMinor, adjustedMinor, manualMinor, totalMinor } = sumsOf(statement)
  const document = documentOf(statement)
  const hash = hashOf(document)
  const before = earlier.get(person)
  const same = before?.hash === hash ? before : undefined
  return {
    person,
    period,
    currency,
    revision,
    reason,
    document,
    hash,
    earnedMinor: Number(earnedMinor),
    adjustedMinor: Number(adjustedMinor),
    manualMinor: Number(manualMinor),
    totalMinor: Number(totalMinor),
    asOf: until,
    answer: same?.answer,
    approvedBy: same?.approvedBy,
  }
}

async function send(scope: WriteScope, issued: Issued): Promise<void> {
  const { person, period, revision } = issued
  const reader = await personById(scope, person)
  if (!reader) return
  const view = issuedCard({ ...scope, locale: reader.locale }, issued)
  const subject = `statement:${period} ${person}`
  await scope.post({
    to: { person },
    view,
    subject,
    key: `statement ${period} ${person} ${revision}`,
    prompt: { name: 'statement', about: `${period} ${revision}` },
  })
}

/** Asked again as long as its reader has not said whether it is right; not where a later one has followed. */
export const statementAsked: Prompt = {
  name: 'statement',
  async asked(scope, about, person) {
    const [period = '', revision] = about.split(' ')
    const last = (await revisionsOfStatement(scope, period, person)).at(-1)
    return last !== undefined && last.revision === Number(revision) && last.answer === undefined
  },
}
