import { joinNames } from '../../kernel/locale.ts'
import type { Acting, Scope } from '../../kernel/scope.ts'
import { allTeams, everyone, memberships } from '../../people/store.ts'
import { actions, bold, context, heading, list, newline, plain, quiet, type View } from '../../view/view.ts'
import { memberTexts } from './texts.ts'

/** Every team with who leads it and who is in it today. */
export async function showTeams(scope: Acting): Promise<View> {
  const words = memberTexts[scope.locale]
  const teams = await allTeams(scope)
  if (teams.length === 0) return { summary: words.noTeams, blocks: [context(words.noTeams)] }
  const names = await namesByTeam(scope)
  return {
    summary: words.title,
    blocks: [
      heading(words.title),
      list(
        teams.map(({ id, name }) => {
          const [managers, members] = [names(id, 'manager'), names(id, 'member')]
          return [
            bold(name),
            ...(managers ? [newline, quiet(words.managers(managers))] : []),
            newline,
            plain(members ? words.members(members) : words.nobody),
          ]
        }),
      ),
      actions({ label: words.change, action: 'setup.change-members' }),
    ],
  }
}

async function namesByTeam(scope: Scope) {
  const people = new Map((await everyone(scope)).map((one) => [one.id, one.name]))
  const all = await memberships(scope, scope.today)
  return (team: string, part: 'member' | 'manager') => {
    const ids = all.filter((one) => one.team === team && one.part === part).map((one) => one.person)
    return joinNames(
      [...new Set(ids)].flatMap((id) => people.get(id) ?? []),
      scope.locale,
    )
  }
}
