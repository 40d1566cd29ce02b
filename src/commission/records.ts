import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import type { CheckinGoal } from '../goals/checkin-goal.ts'
import type { Period } from '../kernel/period.ts'
import type { Workspace } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Employment } from '../people/store.ts'
import type { ActivePlan } from './active-plan.ts'
import type { Structure } from './structure.ts'

/**
 * What the calculation of pay asks: of the rows as they are now (live-records.ts), or of what had been recorded up to a
 * moment (statements/recorded.ts). Either of everything signed, or of what a manager has confirmed alone. Amounts are
 * minor units of the workspace's currency.
 */
export interface Records {
  readonly workspace: Pick<Workspace, 'currency' | 'fiscalStartMonth'>
  /** The plan in force for a person on a period's last day, with its stretches where it has changed within the period. */
  planFor(person: string, period: Period): Promise<ActivePlan | undefined>
  /** What a person is to sign, or to collect, in a period. */
  target(person: string, period: Period, metric: 'signed' | 'collected'): Promise<bigint | undefined>
  /** The sum of a person's credits of the period. */
  signed(person: string, period: Period): Promise<bigint>
  /** A person's parts of the deals signed in the period. */
  credits(person: string, period: Period): Promise<readonly DealCredit[]>
  /** What the whole deals come to of which a person has a part in the period, by deal. */
  wholes(person: string, period: Period): Promise<ReadonlyMap<string, bigint>>
  /** A person's collections and refunds that take effect in the period, with the parts of deals that they belong to. */
  moved(person: string, period: Period): Promise<readonly MoneyMoved[]>
  /** Refunds of the person's deals signed in the period, whenever they take effect, by day. */
  refunds(person: string, period: Period): Promise<readonly MoneyMoved[]>
  /** From when until when a person is there, as far as that has been said. */
  employment(person: string): Promise<Employment>
  /** The day on which somebody became a member of their first team; undefined: of none yet. */
  memberSince(person: string): Promise<LocalDate | undefined>
  /** A person's check-in goal of that name in the period, with what was checked in last; names without regard to case. */
  checkinGoal(person: string, period: Period, name: string): Promise<CheckinGoal | undefined>
  /** The company on the period's last day. */
  structure(period: Period): Promise<Structure>
  /** Says that these people's figures of a period will be asked for: they are read together then. */
  together(people: readonly string[], period: Period): Promise<void>
}
