import type { Database } from '../../src/db/database.ts'
import { features } from '../../src/features.ts'
import { advance } from '../../src/kernel/advance.ts'
import { type App, createApp } from '../../src/kernel/app.ts'
import { dateAt, instantAt, timeAt } from '../../src/kernel/calendar.ts'
import type { Delivered, Delivery } from '../../src/kernel/platform.ts'
import type { Instant } from '../../src/kernel/time.ts'
import { changeWorkspace } from '../../src/people/store.ts'
import { ensureRituals } from '../../src/rituals/ensure.ts'
import { toText } from '../../src/view/text.ts'
import { buttonsOf, type Posted, type Said, startTeam, Team } from '../support/team.ts'
import { type Crashes, type Going, mortal } from './mortal.ts'
import { BEGINS, type Deed, ENDS, STORY } from './quarter.ts'

/** A post, or another wording of one, as it arrived. */
export interface Arrived {
  at: Instant
  place: string
  kind: 'post' | 'answer' | 'change'
  text: string
}

export interface Lived {
  team: Team
  arrived: Arrived[]
  /** What was answered to each deed. */
  said: [deed: Deed, text: string][]
}

const ZONE = 'Asia/Shanghai'

/** Lives through the quarter on a database; with crashes, the process dies again and again and is started anew. */
export async function live(database: Database, crashes?: Crashes): Promise<Lived> {
  const founded = await startTeam({ at: onWall(BEGINS), database })
  await founded.write('赵敏', (scope) => changeWorkspace(scope, { workdays: 'china' }))
  await founded.write('赵敏', ensureRituals)
  const arrived: Arrived[] = []
  const said: Lived['said'] = []
  const chat = keeping(founded, arrived)
  let team = restarted()
  let deliveries = 0
  for (const deed of STORY) {
    await until(onWall(deed[0]))
    said.push([deed, await does(deed)])
  }
  await until(onWall(ENDS))
  return { team, arrived, said }

  function restarted(): Team {
    const { clock, failures } = founded
    const life = mortal(database, chat, crashes)
    const open = () =>
      createApp({
        database: life.database,
        features,
        clock,
        onFailure: (what, error) => void (life.isDead() || failures.push(what, error)),
      })
    const app = noting(open(), crashes)
    app.connect(life.platform)
    return new Team(app, life.database, clock, founded.chat, failures, open)
  }

  /** Nothing is run at moments at which nothing falls due. */
  async function until(moment: Instant): Promise<void> {
    if (moment === team.clock.now()) return
    const next = await team.app.nextDue()
    if (next === undefined || next > moment) team.clock.moveTo(moment)
    else await surviving(() => advance(team.app, team.clock, moment))
  }

  /** Does it again where the process has died meanwhile. */
  async function surviving<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      const deaths = crashes?.deaths ?? 0
      try {
        const result = await work()
        if ((crashes?.deaths ?? 0) === deaths) return result
      } catch (error) {
        if ((crashes?.deaths ?? 0) === deaths) throw error
      }
      team = restarted()
    }
  }

  /** Each event is delivered again until it was answered. */
  async function does([, who, what]: Deed): Promise<string> {
    const event = (work: (delivery: string) => Promise<Said>) => {
      const delivery = `deed ${++deliveries}`
      return surviving(() => work(delivery))
    }
    const [verb = '', ...rest] = what.split(' ')
    const [first = '', second = '', third = '', fourth = ''] = rest
      .join(' ')
      .split('|')
      .map((part) => part.trim())
    const presses = (on: Posted, button: string) =>
      event((delivery) => team.presses(who, on, button, delivery))
    const fills = async (on: Posted, button: string, values: Record<string, string>, goal?: string) => {
      const { form } = await presses(on, button)
      const chosen = form?.fields.flatMap((field) => (field.kind === 'choice' ? field.options : []))
      const option = goal && chosen?.find(({ label }) => label.includes(`${goal} `))?.value
      if (goal && !option) throw new Error(`${goal} cannot be chosen: ${JSON.stringify(chosen)}`)
      return event((delivery) =>
        team.submits(who, form, { ...values, ...(option ? { goal: option } : {}) }, delivery),
      )
    }
    switch (verb) {
      case '复盘':
      case '补交':
        return answered(
          await fills(lastWith('retro.fill', who), 'retro.fill', {
            highlight: first,
            improvement: second,
            ...(third ? { shortfall: third } : {}),
          }),
        )
      case '写变化':
        return answered(
          await fills(lastWith('calibration.contribute', 'sales', '校准会 · 销售一部'), '写变化', {
            kind: first,
            market: second,
            action: third,
            due: fourth,
          }),
        )
      case '提议改目标':
        return answered(
          await fills(
            lastWith('calibration.target', 'sales'),
            '提议改目标',
            { value: second, why: third },
            first,
          ),
        )
      case '提议改分期':
        return answered(
          await fills(
            lastWith('calibration.phases', 'sales'),
            '提议改分期',
            { phases: second, why: third },
            first,
          ),
        )
      case '同意': {
        const card = founded.posts().findLast(({ subject }) => subject?.startsWith('proposal:'))
        if (!card) throw new Error('Nothing is proposed.')
        return buttonsOf(card.view).some(({ label }) => label === '同意')
          ? answered(await presses(card, '同意'))
          : '—'
      }
      default:
        return answered(await event((delivery) => team.says(who, what, delivery)))
    }
  }

  function lastWith(action: string, place: string, words = ''): Posted {
    const found = founded
      .posts({ in: place })
      .findLast(({ view, text }) => text.includes(words) && JSON.stringify(view).includes(`"${action}"`))
    if (!found) throw new Error(`${place} has no message with ${action}.`)
    return found
  }
}

const answered = ({ text, errors }: Said) => (errors ? JSON.stringify(errors) : text)

/** Says to what kills it what is going on. */
function noting(app: App, crashes: Crashes | undefined): App {
  const during = <T>(going: Going, work: () => Promise<T>): Promise<T> => {
    if (crashes) crashes.going = going
    return work()
  }
  return {
    ...app,
    receive: (event) => during('event', () => app.receive(event)),
    tick: () => during('tick', () => app.tick()),
    deliverDue: () => during('deliver', () => app.deliverDue()),
  }
}

/** What is delivered is kept, unless it stands there already; a message that was sent can be found again. */
function keeping({ chat, clock }: Team, arrived: Arrived[]) {
  const sent = new Map<string, Delivered & { outcome: 'sent' }>()
  return {
    ...chat,
    async deliver(delivery: Delivery): Promise<Delivered> {
      const { to } = delivery
      const text = toText(delivery.view, delivery.locale)
      const stood = 'update' in to && chat.posted.find(({ id }) => id === to.update.message)?.text
      const delivered = await chat.deliver(delivery)
      if (delivered.outcome !== 'sent') return delivered
      sent.set(delivery.id, delivered)
      if (stood === text) return delivered
      arrived.push({
        at: clock.now(),
        place: delivered.channel,
        kind: 'update' in to ? 'change' : 'thread' in to ? 'answer' : 'post',
        text,
      })
      return delivered
    },
    find: async (delivery: Delivery) => sent.get(delivery.id),
  }
}

/** `2026-10-10 18:00` on the wall in Shanghai. */
export function onWall(when: string): Instant {
  const [date = '', time = ''] = when.split(' ')
  return instantAt(date, time, ZONE)
}

const CHANNELS = new Set(['sales', 'deals', 'retro'])
const MARKS = { post: '', answer: '↳ ', change: '✎ ' }
const LONGEST = 150

/** A line for each post, by time and place: channels as `#sales`, people as `@李雷`, answers in threads `↳`, new wordings `✎`. */
export function chronicle(arrived: readonly Arrived[], toMinutes = 1, longest = LONGEST): string[] {
  const lines = arrived.map(({ at, place, kind, text }) => {
    const date = dateAt(at, ZONE)
    const [hour = '', minute = ''] = timeAt(at, ZONE).split(':')
    const floored = String(Math.floor(Number(minute) / toMinutes) * toMinutes).padStart(2, '0')
    const where = CHANNELS.has(place) ? `#${place}` : `@${place}`
    const words = text.replaceAll(/=+/g, '').replaceAll(/\s+/g, ' ').trim()
    const shown = [...words].length > longest ? `${[...words].slice(0, longest).join('')}…` : words
    return `${date} ${hour}:${floored} ${where} ${MARKS[kind]}${shown}`
  })
  return lines.sort()
}
