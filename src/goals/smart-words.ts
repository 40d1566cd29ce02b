import type { Locale } from '../kernel/locale.ts'
import { showMoney } from '../kernel/money.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { productOf, showGrowth } from './growing.ts'
import type { Draft } from './read-goal.ts'
import { showValue } from './show-value.ts'
import type { Smart } from './smart.ts'
import type { Fix } from './smart-fix.ts'
import { texts } from './texts.ts'
import type { Baseline, Grown } from './work-out.ts'

const MAX_QUOTED = 80 // characters of a sentence that are said back

/** What keeps a goal from being stored, in sentences. */
export function problemsOf(draft: Draft, smart: Smart, locale: Locale): string[] {
  const words = texts[locale]
  const { specific, measurable, timeBound, owned } = smart
  if ('missing' in specific && specific.missing === 'several')
    return [words.missing.several(draft.several.length)]
  const problems: string[] = []
  if ('missing' in specific) {
    const { missing, vague } = specific
    if (missing === 'vague' && vague)
      problems.push(words.missing.vague(quoted(draft.name || draft.text), words.proxies[vague][0]))
    else if (missing === 'milestone') problems.push(words.missing.milestone(quoted(draft.name)))
    else problems.push(missing === 'narrow' ? words.missing.narrow(quoted(draft.text)) : words.missing.metric)
  }
  if ('missing' in measurable) {
    const { missing } = measurable
    problems.push(
      missing === 'verb' && draft.verb ? words.verbAlone(draft.verb) : words.unmeasurable[missing],
    )
  }
  if ('missing' in timeBound) problems.push(words.missing[timeBound.missing])
  if ('missing' in owned) problems.push(words.missing.owner(owned.missing))
  return problems
}

const quoted = (text: string) => [...text].slice(0, MAX_QUOTED).join('')

interface Reading {
  locale: Locale
  today: LocalDate
  currency: string
}

/** The arithmetic behind the proposal. */
export function workedOut(
  draft: Draft,
  { measurable }: Smart,
  reading: Reading,
  fix: Fix | undefined,
): string[] {
  const words = texts[reading.locale].because
  const grown = 'missing' in measurable ? measurable.grown : undefined
  const sentences = grown ? grownIn(draft, grown, reading) : []
  if (fix?.because) sentences.push(fix.because)
  if (fix?.example && sentences.length === 0) sentences.push(words.example)
  return sentences
}

function grownIn(draft: Draft, grown: Grown, reading: Reading): string[] {
  const words = texts[reading.locale].because
  const { drivers } = draft
  const show = (value: number) =>
    showValue(
      { metric: draft.metric ?? 'signed', unit: grown.baseline?.unit ?? '' },
      value,
      reading.currency,
      reading.locale,
    )
  if (drivers?.kind === 'product' && grown.basis?.kind === 'product' && grown.value !== undefined) {
    const { count, average } = grown.basis
    const product = `${count.toLocaleString('en')} × ${showMoney(average, reading.currency, reading.locale)}`
    return [words.not(product, show(grown.value), show(grown.stated?.value ?? 0))]
  }
  if (drivers?.kind === 'growths' && grown.product) {
    const names = texts[reading.locale].drivers
    const product = drivers.growths
      .map(({ name, bps }) => `${names[name]} ${showGrowth(productOf([bps]))}`)
      .join(' × ')
    const total = showGrowth(grown.product)
    const said = grown.stated?.bps
    const first =
      grown.stated?.agrees === false && said !== undefined
        ? words.not(product, total, showGrowth(productOf([said])))
        : words.drivers(product, total)
    return [
      first,
      grown.value === undefined
        ? words.noBase
        : fromBase(grown.baseline, total, show(grown.value), show, reading),
    ]
  }
  if (grown.value === undefined) return []
  const more =
    draft.growth?.kind === 'share' && grown.basis?.kind === 'growth'
      ? showGrowth(productOf([grown.basis.bps]))
      : `+${draft.quantity?.text ?? ''}`
  return [fromBase(grown.baseline, more, show(grown.value), show, reading)]
}

function fromBase(
  baseline: Baseline | undefined,
  more: string,
  value: string,
  show: (value: number) => string,
  { locale, today }: Reading,
): string {
  const words = texts[locale].because
  if (!baseline) return ''
  const from = show(baseline.value)
  if (baseline.period === undefined) return words.given(from, more, value)
  const period = showPeriod(baseline.period, locale, today)
  return words.growth(baseline.over ? period : words.soFar(period), from, more, value)
}
