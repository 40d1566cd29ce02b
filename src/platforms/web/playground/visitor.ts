import type { Database } from '../../../db/database.ts'
import { dateAt } from '../../../kernel/calendar.ts'
import type { Clock } from '../../../kernel/time.ts'
import { Declined } from '../declined.ts'
import {
  channelsOf,
  headCountOf,
  type Residence,
  type Resident,
  residences,
  residentsOf,
  settleIn,
} from './residents-store.ts'

/** A workspace as it is entered: who is there, and where they talk. */
export interface House extends Residence {
  people: Resident[]
  channels: string[]
}

/** Someone in a house on whose behalf a request is made. */
export interface Visitor extends House {
  person: Resident
}

/** Finds who is meant by a request's `as` and `workspace`. */
export function createReception(database: Database, clock: Clock) {
  const { reads } = database
  /** The ids of workspaces by how many people they had when all of them last had an identity. */
  const settled = new Map<string, number>()

  return { settleAll, houses, house, visitor }

  /** Lets everyone in every workspace be written to, whether or not somebody has opened their page. */
  async function settleAll(): Promise<void> {
    for (const residence of await houses()) await enter(residence)
  }

  /** Every workspace that can be entered, the demo first. */
  function houses(): Promise<Residence[]> {
    return residences(reads)
  }

  /** The workspace of that id or name; without one, the first. Declines when there is none. */
  async function house(workspace: string | undefined): Promise<House> {
    const all = await houses()
    const found = workspace
      ? all.find((one) => one.workspace.id === workspace || one.workspace.name === workspace)
      : all[0]
    if (found) return enter(found)
    throw new Declined(404, (errors) => (workspace ? errors.noWorkspace(workspace) : errors.nobodyHome))
  }

  /**
   * The person of that id or name; where no workspace is named, in the first one that has somebody so called.
   * Declines when there is nobody, or more than one.
   */
  async function visitor(as: string, workspace: string | undefined): Promise<Visitor> {
    if (workspace) return among(await house(workspace), as)
    for (const residence of await houses()) {
      const here = await enter(residence)
      if (named(here.people, as).length > 0) return among(here, as)
    }
    throw new Declined(404, (errors) => errors.noPerson(as))
  }

  function among(here: House, as: string): Visitor {
    const [person, another] = named(here.people, as)
    if (!person) throw new Declined(404, (errors) => errors.noPerson(as))
    if (another) throw new Declined(409, (errors) => errors.severalPeople(as))
    return { ...here, person }
  }

  async function enter(residence: Residence): Promise<House> {
    const { workspace } = residence
    const today = dateAt(clock.now(), workspace.zone)
    const headCount = await headCountOf(reads, workspace.id)
    if (settled.get(workspace.id) !== headCount) {
      await database.write((tables) => settleIn(tables, residence, clock.now()))
      settled.set(workspace.id, headCount)
    }
    const [people, channels] = await Promise.all([
      residentsOf(reads, residence, today),
      channelsOf(reads, residence),
    ])
    return { ...residence, people, channels }
  }
}

export type Reception = ReturnType<typeof createReception>

function named(people: readonly Resident[], as: string): Resident[] {
  const wanted = as.trim().replace(/^@/, '')
  const byId = people.filter((one) => one.id === wanted)
  return byId.length > 0 ? byId : people.filter((one) => one.name === wanted)
}
