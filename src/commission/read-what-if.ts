import { fieldName, sortFields } from '../deals/fields.ts'
import { partsOf } from '../deals/shares.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { readAmount, wordsInOrder } from '../kernel/words.ts'
import type { ImaginedDeal } from './imagined.ts'
import { readOwnShare } from './read-own-share.ts'
import { texts } from './texts.ts'

/** What can be said of imagined deals, as it is typed. */
export type Said = Partial<Record<'split' | 'product' | 'channel', string>> & { customer?: 'new' | 'repeat' }

/** An imagined deal as it was said: the whole amount, and the asker's part of it. */
export type Tried = ImaginedDeal

interface Draft {
  wholeMinor: number
  said: Said
}

const MOST_DEALS = 10 // more is a forecast, not a question in passing

/**
 * Reads `50k split=60 30k product=CRM`: what is said after amounts holds for those since the last amount of which
 * something was said; what is said before the first one, and `common`, for all. Refuses what cannot be read.
 */
export async function readWhatIf(scope: Acting, text: string, common: Said = {}): Promise<Tried[] | Refusal> {
  const words = texts[scope.locale]
  const drafts: Draft[] = []
  const forAll: Said = { ...common }
  let group: Draft[] = []
  let closed = false
  for (const { key, word } of wordsInOrder(text)) {
    const said = readSaid(scope, key, word)
    if (said instanceof Refusal) return said
    if (said) {
      if (drafts.length === 0) Object.assign(forAll, said)
      for (const draft of group) Object.assign(draft.said, said)
      closed = true
      continue
    }
    const amounts = readAmounts(scope, word)
    if (amounts instanceof Refusal) return amounts
    if (closed) group = []
    closed = false
    const added = amounts.map((wholeMinor): Draft => ({ wholeMinor, said: {} }))
    drafts.push(...added)
    group.push(...added)
  }
  if (drafts.length === 0) return new Refusal(words.whatIfEmpty)
  if (drafts.length > MOST_DEALS) return new Refusal(words.whatIfTooMany(MOST_DEALS))
  const tried: Tried[] = []
  for (const { wholeMinor, said } of drafts) {
    const one = await triedFrom(scope, wholeMinor, { ...forAll, ...said })
    if (one instanceof Refusal) return one
    tried.push(one)
  }
  return tried
}

const KINDS: Record<string, 'new' | 'repeat'> = {
  new: 'new',
  repeat: 'repeat',
  新客: 'new',
  新客户: 'new',
  老客: 'repeat',
  老客户: 'repeat',
}

/** A word about deals rather than one of them; undefined: it is an amount, or meant as one. */
function readSaid(scope: Acting, key: string | undefined, word: string): Said | Refusal | undefined {
  if (key === undefined) {
    const customer = KINDS[word.toLowerCase()]
    return customer && { customer }
  }
  const sorted = sortFields({ [key]: word }, ['split', 'product', 'channel'])
  if ('unknown' in sorted) {
    const chinese = scope.locale !== 'en'
    const known = (['split', 'product', 'channel'] as const).map((field) => `${fieldName(field, chinese)}=`)
    return new Refusal(texts[scope.locale].whatIfUnknown(sorted.unknown, known))
  }
  const said: Said = {}
  for (const field of ['split', 'product', 'channel'] as const) {
    const value = sorted[field]
    if (value !== undefined) said[field] = value
  }
  return said
}

/** One amount, or several in one word: `5万、3万`. */
function readAmounts(scope: Acting, word: string): number[] | Refusal {
  const words = texts[scope.locale]
  const { currency } = scope.workspace
  if (/^(?:<@|[@＠])/.test(word)) return new Refusal(words.whatIfOwn)
  const whole = readAmount(word, currency)
  const pieces = whole ? [word] : word.split(/[+、，;；]/).filter((piece) => piece !== '')
  const amounts: number[] = []
  for (const piece of pieces) {
    const amount = readAmount(piece, currency)
    if (!amount) return new Refusal(words.whatIfUnread(piece))
    if (amount.currency !== currency) return new Refusal(words.whatIfCurrency(piece, currency))
    amounts.push(amount.minor)
  }
  return amounts
}

async function triedFrom(
  scope: Acting,
  wholeMinor: number,
  { split, product, channel, customer }: Said,
): Promise<Tried | Refusal> {
  const shareBps = split === undefined ? 10_000 : await readOwnShare(scope, split)
  if (shareBps instanceof Refusal) return shareBps
  const rest = shareBps < 10_000 ? [{ person: '', bps: 10_000 - shareBps }] : []
  const [own = wholeMinor] = partsOf(wholeMinor, [{ person: scope.person.id, bps: shareBps }, ...rest])
  return {
    wholeMinor: BigInt(wholeMinor),
    minor: BigInt(own),
    shareBps,
    product: product || undefined,
    channel: channel || undefined,
    customer,
  }
}
