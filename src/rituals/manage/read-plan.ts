import { isZone } from '../../kernel/calendar.ts'
import { overlong } from '../../kernel/longest.ts'
import type { Scope } from '../../kernel/scope.ts'
import { everyone } from '../../people/store.ts'
import type { Team } from '../../people/teams.ts'
import { type FormErrors, type FormValues, many, one } from '../../view/form.ts'
import type { Asks, Audience } from '../asked/question.ts'
import type { Plan } from '../made-store.ts'
import type { Ritual, Template } from '../ritual.ts'
import { titleOf } from '../serve.ts'
import { allRituals } from '../store.ts'
import { texts } from './made-texts.ts'
import { AUDIENCES, CHANNELS } from './plan-form.ts'
import { readTypedSchedule } from './schedule-typed.ts'

/** What stands where a field was left empty: the template's, or how the ritual is. */
export interface Usual {
  template: Pick<Template, 'title' | 'asks'>
  team: Team
  asks: Asks | undefined
  schedule: string
  channel: Ritual['channel']
  catchUpHours: number
  /** Its own id, where it is there already. */
  id: string | undefined
}

/** Reads how a ritual is to take place, or what is wrong, by field. */
export async function readPlan(
  scope: Scope,
  values: FormValues,
  usual: Usual,
): Promise<{ plan: Plan } | { errors: FormErrors }> {
  const words = texts[scope.locale]
  const errors: FormErrors = {}
  const name = await readName(scope, values, usual, errors)
  const typed = one(values, 'schedule')
  const read = typed === undefined ? { written: usual.schedule } : readTypedSchedule(typed)
  if ('unread' in read) errors.schedule = words.scheduleUnread[read.unread](typed ?? '')
  const zone = one(values, 'zone')
  if (zone !== undefined && !isZone(zone)) errors.zone = words.zoneUnread(zone)
  const channel = CHANNELS.find((known) => known === one(values, 'channel')) ?? usual.channel
  const catchUpHours = readCount(scope, values, 'catchUp', [1, 168], usual.catchUpHours, errors)
  const asks = usual.asks && (await readAsks(scope, values, usual.asks, errors))
  if (Object.keys(errors).length > 0 || 'unread' in read) return { errors }
  return { plan: { name, asks, schedule: read.written, zone, channel, catchUpHours } }
}

/** A name of its own; undefined for a ritual that asks in its own way, and is called after that. */
async function readName(
  scope: Scope,
  values: FormValues,
  { template, team, id, asks }: Usual,
  errors: FormErrors,
): Promise<string | undefined> {
  if (!asks) return undefined
  const words = texts[scope.locale]
  const name = (one(values, 'name') ?? template.title[scope.workspace.locale]).replace(/\s+/gu, ' ')
  const tooLong = overlong(name, 'name', scope.locale)
  if (tooLong) errors.name = tooLong
  const others = (await allRituals(scope)).filter((other) => other.team.id === team.id && other.id !== id)
  if (others.some((other) => titleOf(other, scope.workspace.locale).toLowerCase() === name.toLowerCase()))
    errors.name = words.nameTaken(name)
  return name
}

async function readAsks(scope: Scope, values: FormValues, asks: Asks, errors: FormErrors): Promise<Asks> {
  const openDays = readCount(scope, values, 'openDays', [1, 20], asks.openDays, errors)
  return { ...asks, openDays, audience: await readAudience(scope, values, asks.audience, errors) }
}

async function readAudience(
  scope: Scope,
  values: FormValues,
  usual: Audience,
  errors: FormErrors,
): Promise<Audience> {
  const wanted = one(values, 'audience')
  const kind = AUDIENCES.find((known) => known === wanted) ?? usual.kind
  if (kind !== 'people') return { kind }
  const chosen = new Set(many(values, 'people'))
  const people = (await everyone(scope)).map(({ id }) => id).filter((id) => chosen.has(id))
  if (people.length === 0) errors.people = texts[scope.locale].peopleMissing
  return { kind, people }
}

function readCount(
  scope: Scope,
  values: FormValues,
  field: string,
  [least, most]: [number, number],
  usual: number,
  errors: FormErrors,
): number {
  const typed = one(values, field)?.normalize('NFKC')
  if (typed === undefined) return usual
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  if (count < least || count > most) errors[field] = texts[scope.locale].numberUnread(least, most)
  return count
}
