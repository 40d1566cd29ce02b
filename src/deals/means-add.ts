import { nearest } from '../kernel/understand.ts'
import { splitWords } from '../kernel/words.ts'

const SUBCOMMANDS = [
  'add',
  'list',
  'show',
  'amend',
  'collect',
  'refund',
  'void',
  'confirm',
  'rate',
  'schedule',
  'overdue',
]

/**
 * `签单 华为 12万` means to add a deal: a customer and something like an amount. A mistyped subcommand, or anything that
 * names a deal, does not: `colect D-12 5万` must never become a customer.
 */
export function meansAdd(text: string): string | undefined {
  const { bare, named } = splitWords(text.normalize('NFKC'))
  const [first = ''] = bare
  if (bare.some((word) => /^D-\d+$/i.test(word))) return undefined
  if (nearest(first, SUBCOMMANDS) !== undefined) return undefined
  const words = Object.keys(named).length + bare.length
  return words >= 2 && /\d/.test(text) ? 'add' : undefined
}
