import { type Document, LineCounter, parseDocument, type YAMLParseError } from 'yaml'
import type { z } from 'zod'
import { compare, exactly, readFraction } from './fraction.ts'
import { type PlanDocument, planDocument } from './plan-document.ts'
import { planFrom, TooFine } from './plan-from.ts'
import { stretchProblems } from './stretch-problems.ts'
import { teamPayProblems } from './team-pay-problems.ts'
import { termsProblems } from './terms-problems.ts'

/** What is wrong with a plan file, and on which line (from 1). */
export interface PlanProblem {
  line: number
  sentence: string
}

/**
 * Reads a plan written in YAML. Every scalar is taken as it is written, so that 5% and 0.1 never pass through a float.
 * Gives the document, or every problem, by line.
 */
export function readPlanFile(text: string, currency: string): PlanDocument | PlanProblem[] {
  try {
    return readPlanText(text, currency)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ line: 1, sentence: TOO_DEEP }]
  }
}

const TOO_DEEP = 'fields are nested too deeply for a plan'

function readPlanText(text: string, currency: string): PlanDocument | PlanProblem[] {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { schema: 'failsafe', lineCounter: lines })
  const at = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line)
  if (yaml.errors.length > 0)
    return once(yaml.errors.map((error) => ({ line: at(error.pos[0]), sentence: yamlProblem(error) })))
  const lineOf = (path: readonly PropertyKey[]) => at(offsetOf(yaml, path))
  const written = plainValue(yaml)
  if (written === undefined) return [{ line: 1, sentence: 'too many aliases (&, *) for a plan' }]
  const read = planDocument.safeParse(written)
  if (!read.success) return read.error.issues.map((issue) => problemOf(issue, written, lineOf)).sort(byLine)
  const senseless = [
    ...targetProblems(read.data),
    ...sliceProblems(read.data),
    ...whichProblems(read.data),
    ...basisProblems(read.data),
    ...stretchProblems(read.data),
    ...teamPayProblems(read.data),
    ...termsProblems(read.data),
  ]
  if (senseless.length > 0)
    return senseless
      .map(({ path, sentence }) => ({ line: lineOf(path), sentence: `${named(path)}: ${sentence}` }))
      .sort(byLine)
  try {
    planFrom(read.data, currency)
    return read.data
  } catch (error) {
    if (!(error instanceof TooFine)) throw error
    return [{ line: lineOf(error.path), sentence: `${named(error.path)}: ${error.message}` }]
  }
}

/** The line on which a field of a plan file stands; the path as in the document. */
export function lineIn(text: string, path: readonly PropertyKey[]): number {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { schema: 'failsafe', lineCounter: lines })
  return lines.linePos(offsetOf(yaml, path)).line
}

/** Where a field begins, or what is nearest above it. */
function offsetOf(yaml: Document.Parsed, path: readonly PropertyKey[]): number {
  const keys = path.filter((key) => typeof key !== 'symbol')
  const node = keys.length === 0 ? yaml.contents : yaml.getIn(keys, true)
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  if (Array.isArray(range)) return range[0]
  return keys.length === 0 ? 0 : offsetOf(yaml, keys.slice(0, -1))
}

/** Stored plans may have one. */
function targetProblems({ target }: PlanDocument) {
  const value = target === undefined ? undefined : readFraction(target)
  return value?.num === 0n ? [{ path: ['target'], sentence: 'expected more than 0' }] : []
}

/** Slices that hold nothing: stored plans may have some, a file that is being written should not. */
function sliceProblems({ tiers }: PlanDocument) {
  return (tiers ?? []).flatMap(({ covers }, index) => {
    const path = ['tiers', index, 'covers']
    return isUpwards(covers) ? [] : [{ path, sentence: 'expected “to” to be above “from”' }]
  })
}

/** Days, or discounts, between which no deal can lie. */
function whichProblems({ rates, bonuses }: PlanDocument) {
  const all = [
    ...(rates ?? []).map(({ when }, index) => ({ which: when, path: ['rates', index, 'when'] })),
    ...(bonuses ?? []).map((bonus, index) => ({
      which: 'each' in bonus ? bonus.each : {},
      path: ['bonuses', index, 'each'],
    })),
  ]
  const sentence = 'expected “to” not to be below “from”'
  return all.flatMap(({ which: { from, to, discount }, path }) => [
    ...(from !== undefined && to !== undefined && to < from ? [{ path: [...path, 'to'], sentence }] : []),
    ...(discount && compare(exactly(discount.to), exactly(discount.from)) < 0
      ? [{ path: [...path, 'discount'], sentence }]
      : []),
  ])
}

/** What comes in, what goes back and the parts of others are amounts: nobody knows how much of them is margin. */
function basisProblems({ attain, basis = 'amount', overlay, clawback }: PlanDocument) {
  if (basis === 'amount') return []
  const takesBack = clawback?.attainment === 'keeps' || (clawback?.rate ?? 're-rate') !== 're-rate'
  const other =
    attain === 'collected'
      ? 'attain is collected'
      : overlay
        ? 'there is an overlay'
        : takesBack
          ? 'a refund does not re-rate its deal'
          : undefined
  return other ? [{ path: ['basis'], sentence: `expected amount where ${other}, not ${basis}` }] : []
}

const isShare = (height: string) => /[%％]$/.test(height.trim())

/** Heights of two kinds cannot be told apart without a target. */
function isUpwards({ from, to }: { from: string; to?: string | undefined }): boolean {
  const [low, high] = [readFraction(from), to === undefined ? undefined : readFraction(to)]
  if (!low || !high || to === undefined || (isShare(from) !== isShare(to) && low.num !== 0n)) return true
  return compare(high, low) > 0
}

/** One open bracket makes a complaint for each that it stands in. */
function once(problems: readonly PlanProblem[]): PlanProblem[] {
  const found = new Map(problems.map((one) => [`${one.line} ${one.sentence}`, one]))
  return [...found.values()]
}

function yamlProblem({ code, message }: YAMLParseError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins; one file holds one plan'
  if (/call stack/.test(message)) return TOO_DEEP
  return message.split(' at line ')[0] ?? message
}

/** Undefined where aliases would blow a few lines up to gigabytes. */
function plainValue(yaml: Document.Parsed): unknown {
  try {
    return yaml.toJS() ?? null
  } catch (error) {
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}

function problemOf(
  issue: z.core.$ZodIssue,
  written: unknown,
  lineOf: (path: readonly PropertyKey[]) => number,
): PlanProblem {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const where = path.length === 0 ? 'a plan' : named(path)
    return { line: lineOf([...path, key]), sentence: `${where} has no field “${key}”` }
  }
  const missing = path.length > 0 && valueAt(written, path) === undefined
  const sentence = missing ? `${named(path)} is missing` : `${named(path) || 'the file'}: ${expected(issue)}`
  return { line: lineOf(path), sentence }
}

function valueAt(written: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (value: unknown, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    written,
  )
}

/** Zod's own sentences, in this file's words. */
function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `expected ${issue.values.map(String).join(' or ')}`
  if (issue.code === 'invalid_type') return `expected ${KINDS[issue.expected] ?? issue.expected}`
  return issue.message
}

const KINDS: Record<string, string> = {
  string: 'a value',
  object: 'fields below it',
  array: 'a list, each item after a dash',
}

/** `tiers[2].unlock`, counted from 1 as people do. */
function named(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('')
}

const byLine = (a: PlanProblem, b: PlanProblem) => a.line - b.line
