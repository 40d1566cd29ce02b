import { decimalsOf, type Minor, showShort } from '../../kernel/money.ts'
import type { Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { bold, plain, plainText, quiet, type Span, type Spans, person as whose } from '../../view/view.ts'
import { texts as ritualTexts } from '../texts.ts'
import type { Facts } from './facts.ts'
import { type Finding, isSmall, type Move, monthsInMean, type Weekday } from './findings.ts'
import { texts } from './texts.ts'

/** In whose words figures are said: names of people by id, and what a channel may not see. */
export interface Telling {
  scope: Scope
  facts: Facts
  names: ReadonlyMap<string, string>
}

/** A finding in a sentence, and with how many deals it says so. */
export function findingSpans(telling: Telling, finding: Finding): Spans {
  const words = texts[telling.scope.locale]
  const title = bold(`${words.kinds[finding.kind]}${words.colon}`)
  return [title, ...sentence(telling, finding), quiet(` · ${sampleWords(telling, finding)}`)]
}

/** The same without mark-up and sample: what a draft is for. */
export const findingWords = (telling: Telling, finding: Finding): string =>
  plainText(sentence(telling, finding)).trim()

/** What an improvement item from this finding says to begin with. */
export function draftOf(telling: Telling, finding: Finding): string {
  const words = texts[telling.scope.locale].drafts
  switch (finding.kind) {
    case 'people':
    case 'products':
    case 'channels': {
      const move = finding.up ?? finding.down
      return words[finding.kind](move ? bare(nameOf(telling, finding.kind, move.name)) : '')
    }
    case 'top-customer':
    case 'top-rep':
      return words[finding.kind](bare(nameOf(telling, finding.kind, finding.name)))
    case 'weekday':
      return words.weekday(ritualTexts[telling.scope.locale].weekday(finding.best.weekday))
    default:
      return words[finding.kind]()
  }
}

function sentence(telling: Telling, finding: Finding): Spans {
  const words = texts[telling.scope.locale]
  switch (finding.kind) {
    case 'people':
    case 'products':
    case 'channels':
      return movesOf(telling, finding)
    case 'top-customer': {
      const share = words.topCustomer(showPercent(finding.shareBps, 1), finding.among)
      return [
        nameOf(telling, finding.kind, finding.name),
        ...amount(telling, finding.minor),
        plain(` ${share}`),
      ]
    }
    case 'top-rep': {
      const share = words.topRep(showPercent(finding.shareBps, 1), finding.among)
      return [
        nameOf(telling, finding.kind, finding.name),
        ...amount(telling, finding.minor),
        plain(` ${share}`),
      ]
    }
    case 'repeat':
      return [plain(repeatWords(telling, finding))]
    case 'weekday': {
      const day = ({ weekday }: Weekday) => ritualTexts[telling.scope.locale].weekday(weekday)
      const { best, worst } = finding
      return [plain(words.weekday(day(best), rateOf(best), day(worst), rateOf(worst)))]
    }
    case 'average':
      return [plain(averageWords(telling, finding))]
    case 'refunds': {
      const { minor, deals, shareBps } = finding
      const share = shareBps === undefined ? words.refundNoShare : words.refundShare(showPercent(shareBps, 1))
      const money = hidden(telling) ? words.refundsHidden(deals) : words.refunds(show(telling, minor), deals)
      return [plain([money, share].join(words.join))]
    }
  }
}

function movesOf(
  telling: Telling,
  finding: Extract<Finding, { kind: 'people' | 'products' | 'channels' }>,
): Spans {
  const words = texts[telling.scope.locale]
  const part = (move: Move, said: string): Spans => {
    const change = changeWords(telling, move.now, move.before)
    const known = move.mean !== undefined && monthsInMean(telling.facts) > 1
    const values = [
      words.from(show(telling, move.before), show(telling, move.now)),
      ...(known ? [words.mean(show(telling, move.mean ?? 0))] : []),
    ]
    const aside = hidden(telling) ? '' : words.aside(values.join(words.join))
    return [plain(`${said} `), nameOf(telling, finding.kind, move.name), plain(` ${change}${aside}`)]
  }
  return [
    ...(finding.up ? part(finding.up, words.up) : []),
    ...(finding.up && finding.down ? [plain(words.join)] : []),
    ...(finding.down ? part(finding.down, words.down) : []),
  ]
}

function repeatWords(telling: Telling, finding: Extract<Finding, { kind: 'repeat' }>): string {
  const words = texts[telling.scope.locale]
  const { newDeals, repeatDeals, newMinor, repeatMinor } = finding.mix
  const share = Math.floor((newDeals * 10_000) / (newDeals + repeatDeals))
  const named = finding.byChannel.filter((one) => one.name !== '').slice(0, CHANNELS_SAID)
  const channels = named.map((one) => words.channelShare(one.name, one.newDeals, one.deals))
  return [
    words.repeat(newDeals, repeatDeals, showPercent(share, 1)),
    ...(hidden(telling) ? [] : [words.repeatMoney(show(telling, newMinor), show(telling, repeatMinor))]),
    ...(channels.length > 0 ? [`${words.byChannel}${channels.join(COMMA[telling.scope.locale])}`] : []),
  ].join(words.join)
}

function averageWords(telling: Telling, finding: Extract<Finding, { kind: 'average' }>): string {
  const words = texts[telling.scope.locale]
  const { now, before, mean } = finding
  const month = showPeriod(telling.facts.months[1] ?? '', telling.scope.locale, telling.scope.today)
  return [
    ...(hidden(telling) ? [] : [words.average(show(telling, now))]),
    ...(before === undefined ? [] : [words.against(changeWords(telling, now, before), month)]),
    ...(mean === undefined || monthsInMean(telling.facts) < 2
      ? []
      : [words.againstMean(changeWords(telling, now, mean), monthsInMean(telling.facts))]),
  ].join(words.join)
}

const CHANNELS_SAID = 6
const COMMA = { 'zh-CN': '、', en: ', ' }

function sampleWords({ scope }: Telling, finding: Finding): string {
  const words = texts[scope.locale]
  const [now = 0, before] = finding.sample
  const said = before === undefined ? words.sample(now) : words.samples(now, before)
  return isSmall(finding) ? `${said}${COMMA[scope.locale]}${words.smallSample}` : said
}

/** `+152,000 元，+50%`; where amounts are hidden only the share, and of nothing only the sign. */
export function changeWords(telling: Telling, now: Minor, before: Minor): string {
  const by = now - before
  const sign = by < 0 ? '-' : '+'
  const money = hidden(telling) ? [] : [`${sign}${show(telling, Math.abs(by))}`]
  const share = before > 0 ? [`${sign}${showPercent(Math.floor((Math.abs(by) * 10_000) / before), 1)}`] : []
  return [...money, ...share].join(COMMA[telling.scope.locale]) || sign
}

function nameOf({ scope, names }: Telling, kind: Finding['kind'], name: string): Span {
  const words = texts[scope.locale]
  switch (kind) {
    case 'people':
    case 'top-rep':
      return whose({ id: name, name: names.get(name) ?? name })
    case 'products':
      return bold(name === '' ? words.unnamedProduct : name)
    case 'channels':
      return bold(name === '' ? words.unnamedChannel : name)
    default:
      return bold(scope.workspace.settings.hideCustomers ? words.aCustomer : name)
  }
}

const bare = (span: Span): string => (span.kind === 'person' ? span.name : plainText([span]))

const amount = (telling: Telling, minor: Minor): Spans =>
  hidden(telling) ? [] : [plain(` ${show(telling, minor)}`)]

export const hidden = ({ scope }: Telling): boolean => scope.workspace.settings.hideAmounts === true

/** Without cents: a finding is no more exact than that. */
export function show({ scope, facts }: Telling, minor: Minor): string {
  const whole = 10 ** decimalsOf(facts.currency)
  return showShort(minor - (minor % whole), facts.currency, scope.locale)
}

const rateOf = ({ deals, days }: Weekday): string => String(Math.round((deals * 10) / days) / 10)
