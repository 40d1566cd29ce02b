import type { Instant } from '../kernel/time.ts'

/** A person's check-in goal in a period; values are hundredths of its unit. */
export interface CheckinGoal {
  number: number
  name: string
  unit: string
  target: bigint
  /** The latest check-in; undefined: none yet. */
  reached: bigint | undefined
}

/** The same with every value that it was set to and that was checked in, oldest first. */
export interface RecordedCheckinGoal {
  number: number
  person: string
  name: string
  unit: string
  revisions: readonly RecordedValue[]
  checkins: readonly RecordedValue[]
}

export interface RecordedValue {
  value: number
  recordedAt: Instant
  recordedBy: string | null
}

/** What a goal was by what had been recorded; undefined before it was set. */
export function standingBy(
  { number, name, unit, revisions, checkins }: RecordedCheckinGoal,
  recorded: (value: RecordedValue) => boolean = () => true,
): CheckinGoal | undefined {
  const [revision, checkin] = [revisions.findLast(recorded), checkins.findLast(recorded)]
  return (
    revision && {
      number,
      name,
      unit,
      target: BigInt(revision.value),
      reached: checkin && BigInt(checkin.value),
    }
  )
}

/** The one that is called so, without regard to case. */
export function ofName<Goal extends { name: string }>(
  goals: readonly Goal[],
  name: string,
): Goal | undefined {
  return goals.find((goal) => fold(goal.name) === fold(name))
}

const fold = (name: string) => name.normalize('NFKC').trim().toLowerCase()
