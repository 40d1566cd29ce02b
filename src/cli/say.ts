import { Misused, type Terminal } from '../cli.ts'
import type { App } from '../kernel/app.ts'
import type { Event } from '../kernel/event.ts'
import { newId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Person, Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { whoIsMeant } from '../people/who.ts'
import { toText } from '../view/text.ts'
import { chooseWorkspace, withApp } from './opening.ts'
import { progressWhenLong } from './progress.ts'

/** `drumbeat say --as <person> '/leaderboard'`: one command, its answer as text, or as a view with `--json`. */
export function sayOnce(
  terminal: Terminal,
  text: string,
  options: { as: string; workspace?: string; json?: boolean },
): Promise<void> {
  const answer = async (app: App) => {
    const workspace = chooseWorkspace(await app.workspaces(), options.workspace)
    const person = await speaker(await app.reading(workspace.id), options.as)
    const event = eventOf(workspace.id, person, text, app.clock.now())
    const working = options.json ? undefined : progressWhenLong(terminal, 'Working')
    const outcome = await app
      .receiveAs(workspace.id, person.id, event, working?.at)
      .finally(() => working?.done())
    if (options.json) return terminal.out(JSON.stringify(outcome, null, 2))
    if (outcome.view) terminal.out(toText(outcome.view, person.locale))
    if (outcome.form)
      terminal.out(`${outcome.form.title}: forms open in chat only; write the whole line instead.`)
  }
  return withApp(terminal, answer, { slices: true })
}

async function speaker(scope: Scope, name: string): Promise<Person> {
  const found = await whoIsMeant({ ...scope, locale: 'en' }, name)
  if (found instanceof Refusal) throw new Misused(found.view.summary)
  return found
}

function eventOf(workspace: string, person: Person, text: string, now: Instant): Event {
  const from = {
    platform: 'command-line',
    home: workspace,
    by: { id: person.id },
    at: now,
    delivery: newId(now),
  }
  const [, name, rest] = /^\/(\S+)\s*([\s\S]*)$/u.exec(text) ?? []
  return name === undefined
    ? { kind: 'message', text, ...from }
    : { kind: 'command', name, text: rest ?? '', ...from }
}
