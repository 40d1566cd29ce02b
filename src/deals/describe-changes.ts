import { joinNames } from '../kernel/locale.ts'
import type { Scope } from '../kernel/scope.ts'
import { namesOf } from '../people/who.ts'
import type { Standing } from './deal.ts'
import { sameShares } from './shares.ts'
import { texts } from './texts.ts'
import { amountOf, sayFigures, sayShares } from './words.ts'

/** What differs between two states of a deal, in the reader's language: `金额 12 万 → 15 万`. */
export async function describeChanges(scope: Scope, before: Standing, after: Standing): Promise<string[]> {
  const words = texts[scope.locale]
  const { labels } = words.form
  const names = await namesOf(
    scope,
    [before, after].flatMap((one) => [one.owner, ...one.shares.map((share) => share.person)]),
  )
  const [was, is] = [sayFigures(before, scope.locale), sayFigures(after, scope.locale)]
  const split = (one: Standing) => joinNames(sayShares(one.shares, names), scope.locale)
  const compared: [label: string, from: string | null | undefined, to: string | null | undefined][] = [
    [labels.customer, before.customer, after.customer],
    [labels.amount, amountOf(before, scope.locale), amountOf(after, scope.locale)],
    [labels.date, before.signedOn, after.signedOn],
    [labels.owner, names.get(before.owner), names.get(after.owner)],
    ...(sameShares(before.shares, after.shares) || after.shares.length + before.shares.length === 2
      ? []
      : [[labels.split, split(before), split(after)] as [string, string, string]]),
    [labels.product, before.product, after.product],
    [labels.channel, before.channel, after.channel],
    [labels.referrer, before.referrer, after.referrer],
    [labels.contract, before.contract, after.contract],
    [labels.firstContact, before.firstContactOn, after.firstContactOn],
    [labels.margin, was.margin, is.margin],
    [labels.exVat, was.exVat, is.exVat],
    [labels.discount, was.discount, is.discount],
    [labels.note, before.note, after.note],
  ]
  return compared
    .filter(([, from, to]) => from !== to)
    .map(([label, from, to]) => words.changed(label, from ?? words.none, to ?? words.none))
}
