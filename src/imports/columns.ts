import { parse } from 'yaml'
import { nearest } from '../kernel/understand.ts'
import { type Problem, Unreadable } from './unreadable.ts'

/** The headers that mean a field without a mapping file, folded: lower case, without spaces, `_` and `-`. */
export type KnownHeaders<Field extends string> = Record<Field, readonly string[]>

/** Where each field stands in a row. */
export type Columns<Field extends string> = Partial<Record<Field, { index: number; name: string }>>

/**
 * Finds each field's column by its header, or as a mapping file says: YAML lines of `field: header`.
 * Throws Unreadable naming everything that is missing or not understood.
 */
export function findColumns<Field extends string>(
  headers: readonly string[],
  known: KnownHeaders<Field>,
  required: readonly Field[],
  mapping?: string,
): Columns<Field> {
  const problems: Problem[] = []
  const fields = Object.keys(known) as Field[]
  const mapped: Partial<Record<Field, string>> =
    mapping === undefined ? {} : readMapping(mapping, fields, headers, problems)
  const found: Columns<Field> = {}
  for (const field of fields) {
    const wanted = mapped[field]
    const fitting = headers.flatMap((name, index) =>
      (wanted === undefined ? known[field].includes(fold(name)) : name === wanted) ? [{ index, name }] : [],
    )
    const [first, second] = fitting
    if (first && second)
      problems.push({
        says: `Two columns could be ${field}: “${first.name}” and “${second.name}”. Say which with --map (a file with “${field}: your header”), or rename one.`,
      })
    else if (first) found[field] = first
  }
  for (const field of required) {
    if (!found[field] && !problems.some(({ says }) => says.startsWith(`Two columns could be ${field}:`)))
      problems.push({
        says: `There is no column for ${field}. Known headers: ${known[field].join(', ')}; or name yours with --map (a file with “${field}: your header”).`,
      })
  }
  if (problems.length > 0) throw new Unreadable(problems)
  return found
}

function readMapping<Field extends string>(
  yaml: string,
  fields: readonly Field[],
  headers: readonly string[],
  problems: Problem[],
): Partial<Record<Field, string>> {
  const mapped: Partial<Record<Field, string>> = {}
  for (const [key, value] of Object.entries(mappingLines(yaml))) {
    const field = fields.find((one) => one.toLowerCase() === key.toLowerCase())
    if (!field) {
      const close = nearest(key, fields)
      problems.push({
        says: `The mapping names “${key}”, which is no field${close ? `; did you mean ${close}?` : `. Fields: ${fields.join(', ')}.`}`,
      })
    } else if (!headers.includes(value)) {
      problems.push({
        says: `The mapping says that ${field} is “${value}”, but the file has no such header.`,
      })
    } else mapped[field] = value
  }
  return mapped
}

function mappingLines(yaml: string): Record<string, string> {
  let read: unknown
  try {
    read = parse(yaml)
  } catch (error) {
    throw new Unreadable([
      {
        says: `The mapping file is not YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
      },
    ])
  }
  if (read === null || typeof read !== 'object' || Array.isArray(read))
    throw new Unreadable([{ says: 'The mapping file must have lines of “field: header”.' }])
  return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, String(value)]))
}

const fold = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
