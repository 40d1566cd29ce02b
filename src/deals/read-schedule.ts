import { allocate, type Minor, showShort } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { readAmount, readDate } from '../kernel/words.ts'
import type { Deal, Instalment } from './deal.ts'
import { isProblem, type Problem } from './problem.ts'
import { inBasisPoints } from './read-split.ts'
import { WHOLE_BPS } from './shares.ts'
import { texts } from './texts.ts'

const MOST = 36
const REST = ['rest', '余款', '尾款', '剩余', '其余']
const NONE = ['none', 'off', '无', '取消', '不分期']

type Part = { dueOn: LocalDate; typed: string } & ({ bps: number } | { minor: Minor } | { rest: true })

/**
 * Instalments as people type them, adding up to the deal's amount exactly: `50%@2026-12-01 50%@2027-01-15`,
 * `6万@12-01 余款@01-15`; shares in percent with up to two decimals. A day without its year is the first one after the
 * signing. `none` gives none.
 */
export function readSchedule(scope: Scope, deal: Deal, text: string): Instalment[] | Problem {
  const words = texts[scope.locale].schedule
  const pieces = text.split(/[\s、;；，]+/u).filter((piece) => piece !== '')
  if (pieces.length === 1 && NONE.includes(pieces[0]?.toLowerCase() ?? '')) return []
  if (pieces.length > MOST) return words.tooMany(MOST)
  const parts: Part[] = []
  for (const piece of pieces) {
    const part = readPart(scope, deal, piece.normalize('NFKC'))
    if (!part) return words.unread(piece)
    if (parts.some((one) => one.dueOn === part.dueOn))
      return words.dateTwice(showPeriod(part.dueOn, scope.locale, scope.today))
    parts.push(part)
  }
  parts.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const amounts = amountsOf(scope, deal, parts)
  if (isProblem(amounts)) return amounts
  return parts
    .map(({ dueOn }, index) => ({ dueOn, minor: amounts[index] ?? 0 }))
    .filter(({ minor }) => minor > 0)
}

function readPart(scope: Scope, deal: Deal, piece: string): Part | undefined {
  const [typed = '', date, ...more] = piece.split('@')
  const yearless = /^\d{1,2}(?:[-/.]|月)\d{1,2}(?:日|号)?$/.test(date ?? '')
  const dueOn = date && readDate(date, yearless ? deal.signedOn : scope.today, 'future')
  if (!dueOn || more.length > 0) return undefined
  if (REST.includes(typed.toLowerCase())) return { dueOn, typed, rest: true }
  const percent = /^(\d{1,3}(?:\.\d{1,2})?)%$/.exec(typed)?.[1]
  const bps = percent === undefined ? undefined : inBasisPoints(percent)
  if (bps !== undefined) return bps > 0 && bps <= WHOLE_BPS ? { dueOn, typed, bps } : undefined
  const amount = readAmount(typed, deal.currency)
  return amount?.currency === deal.currency ? { dueOn, typed, minor: amount.minor } : undefined
}

/** What each part comes to; shares are laid out by largest remainder. */
function amountsOf(scope: Scope, deal: Deal, parts: readonly Part[]): Minor[] | Problem {
  const words = texts[scope.locale].schedule
  const rests = parts.filter((part) => 'rest' in part).length
  const inPercent = parts.some((part) => 'bps' in part)
  if (rests > 1) return words.restTwice
  if (inPercent && parts.some((part) => 'minor' in part)) return words.mixed
  const whole = inPercent ? WHOLE_BPS : deal.amountMinor
  const said = parts.map((part) => ('bps' in part ? part.bps : 'minor' in part ? part.minor : 0))
  const sum = said.reduce((total, one) => total + one, 0)
  if (sum > whole || (rests === 0 && sum < whole)) {
    const show = (value: number) =>
      inPercent ? showPercent(value) : showShort(value, deal.currency, scope.locale)
    return words.sum(show(sum), show(whole))
  }
  const filled = parts.map((part, index) => ('rest' in part ? whole - sum : (said[index] ?? 0)))
  return inPercent ? allocate(BigInt(deal.amountMinor), filled.map(BigInt)).map(Number) : filled
}
