import type { Event, Outcome } from '../../src/kernel/event.ts'
import type { View } from '../../src/view/view.ts'
import { buttonsOf, type Posted, type Said, startTeam, type Team, type TeamOptions } from '../support/team.ts'
import { noting } from './registry.ts'
import type { Shown } from './shown.ts'

/** A company whose every answer and post is kept, with what was asked of the product to get there. */
export interface Audience {
  team: Team
  /** Everything that somebody got to see, with what it came after. */
  seen: (Shown & { after: string })[]
  /** What has been asked of the product, by its name in the registry. */
  used: Set<string>
  /**
   * Presses the latest button of that action: one shown to this person alone, or else one that everybody sees. Where
   * there is none yet, it may still be on its way to them, for some hours.
   */
  press(name: string, action: string, delivery?: string): Promise<Said>
  /** Moves the clock without letting anything happen on the way, as a downtime does. */
  sleepUntil(moment: string): Promise<void>
}

const LONGEST_WAIT_HOURS = 5

/** What a test does around each event: it gets the event and the way to let it happen. */
export type Around = (event: Event, happen: () => Promise<Outcome>) => Promise<Outcome>

export async function audience(options: TeamOptions = {}, around?: Around): Promise<Audience> {
  const used = new Set<string>()
  const team = await startTeam({ ...options, features: noting(used) })
  const seen: Audience['seen'] = []
  /** What has buttons, in the order in which it appeared: an answer to one person, or a post. */
  const pressable: { by: string | undefined; on: Posted | View }[] = []
  const { receive } = team.app
  const { deliver } = team.chat

  team.app.receive = async (event) => {
    const happen = () => receive(event)
    const outcome = await (around ? around(event, happen) : happen())
    for (const shown of shownIn(outcome)) {
      seen.push({ ...shown, after: inWords(event) })
      if ('view' in shown) pressable.push({ by: event.by.name, on: shown.view })
    }
    return outcome
  }
  team.chat.deliver = async (delivery) => {
    const { view, locale } = delivery
    const delivered = await deliver.call(team.chat, delivery)
    seen.push({ as: 'message', view, locale, after: `a post to ${JSON.stringify(delivery.to)}` })
    const post = 'message' in delivered && team.posts().find((one) => one.id === delivered.message)
    if (post) pressable.push({ by: undefined, on: post })
    return delivered
  }

  const shownTo = (name: string, action: string) => {
    const offered = pressable.filter(({ on }) =>
      buttonsOf('place' in on ? on.view : on).some((button) => button.action === action),
    )
    return (
      offered.findLast(({ by, on }) => ('place' in on ? on.place : by) === name) ??
      offered.findLast(({ on }) => 'place' in on && ['deals', 'sales', 'retro'].includes(on.place))
    )
  }

  return {
    team,
    seen,
    used,

    async press(name, action, delivery) {
      let latest = shownTo(name, action)
      for (let hours = 0; !latest && hours < LONGEST_WAIT_HOURS; hours++) {
        await team.anHourLater()
        latest = shownTo(name, action)
      }
      if (!latest) throw new Error(`${name} sees no button ${action}.`)
      return team.presses(name, latest.on, action, delivery)
    },

    async sleepUntil(moment) {
      team.clock.moveTo(moment)
      await team.app.tick()
      await team.app.deliverDue()
    },
  }
}

function shownIn({ view, replace, home, form, errors, locale = 'zh-CN' }: Outcome): Shown[] {
  return [
    ...[view, replace].flatMap((one) => (one ? [{ as: 'message', view: one, locale } as const] : [])),
    ...(home ? [{ as: 'home', view: home, locale } as const] : []),
    ...(form ? [{ as: 'form', form, locale } as const] : []),
    ...(errors ? [{ as: 'errors', errors, locale } as const] : []),
  ]
}

function inWords(event: Event): string {
  const who = (event.by.name ?? event.by.id).slice(0, 20)
  switch (event.kind) {
    case 'command':
      return `${who}: /${event.name} ${event.text.slice(0, 100)}`
    case 'message':
      return `${who}: ${event.text.slice(0, 100)}`
    case 'action':
      return `${who} presses ${event.action} (${event.value.slice(0, 100)})`
    case 'submit':
      return `${who} submits ${event.form} ${JSON.stringify(event.values).slice(0, 200)}`
    case 'reaction':
      return `${who} reacts ${event.emoji}`
    case 'home':
      return `${who} opens the home tab`
  }
}
