import { type Feature, mayUse } from '../../../kernel/feature.ts'
import type { Person } from '../../../kernel/scope.ts'

/** What the composer can complete for a person, in their language: only what their roles may do. */
export function commandsFor(features: readonly Feature[], person: Person) {
  const { locale } = person
  return features
    .flatMap((feature) => feature.commands ?? [])
    .map(({ name, aliases, summary, subcommands }) => ({
      name,
      aliases,
      summary: summary[locale],
      subcommands: subcommands
        .filter((one) => mayUse(person, one))
        .map((one) => ({
          name: one.name,
          aliases: one.aliases,
          usage: one.usage?.[locale] ?? '',
          summary: one.summary[locale],
        })),
    }))
    .filter((command) => command.subcommands.length > 0)
}
