import { type Command, type Feature, mayUse, SAY, type Subcommand } from '../kernel/feature.ts'
import { joinNames, type Locale } from '../kernel/locale.ts'
import type { Acting } from '../kernel/scope.ts'
import { calledIn } from '../kernel/understand.ts'
import { actions, code, context, details, heading, list, type Span, spans, type View } from '../view/view.ts'
import { texts } from './texts.ts'

/** The word that leads here does not list itself. */
const HELP = 'help'

/** `/drumbeat`: every command that this person may use, each with its examples folded below it. */
export function help(scope: Acting, features: readonly Feature[]): View {
  const { person, locale } = scope
  const words = texts[locale]
  const commands = features.flatMap((feature) => feature.commands ?? [])
  const roles = joinNames(
    person.roles.map((role) => words.roles[role]),
    locale,
  )
  return {
    summary: words.helpTitle,
    blocks: [
      heading(words.helpTitle),
      ...commands.map((command) =>
        details(
          `${titleOf(command, locale)} · ${command.summary[locale]}`,
          list(
            command.subcommands
              .filter((one) => one.name !== HELP && mayUse(person, one))
              .map((one) => lineOf(command, one, locale)),
          ),
        ),
      ),
      context(words.helpLead(roles)),
      actions(
        { label: words.logDeal, action: SAY, value: '/deal' },
        { label: words.myCommission, action: SAY, value: '/commission' },
        { label: words.leaderboard, action: SAY, value: '/leaderboard' },
      ),
    ],
  }
}

function titleOf(command: Command, locale: Locale): string {
  return locale === 'en' ? `/${command.name}` : `${calledIn(locale, command)} /${command.name}`
}

function lineOf(command: Command, subcommand: Subcommand, locale: Locale): Span[] {
  const name = calledIn(locale, command)
  const typed = [
    locale === 'en' ? `/${name}` : name,
    calledIn(locale, subcommand),
    subcommand.usage?.[locale] ?? '',
  ]
  return spans(code(typed.filter((part) => part !== '').join(' ')), `  ${subcommand.summary[locale]}`)
}
