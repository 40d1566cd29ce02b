import type { AskedTables } from './tables/asked.ts'
import type { BadgeTables } from './tables/badges.ts'
import type { CommissionTables } from './tables/commission.ts'
import type { ConfirmCardTables } from './tables/confirm-card.ts'
import type { DealTables } from './tables/deals.ts'
import type { DisputeTables } from './tables/disputes.ts'
import type { EmploymentTables } from './tables/employment.ts'
import type { GoalTables } from './tables/goals.ts'
import type { ImprovementTables } from './tables/improvements.ts'
import type { InstalmentTables } from './tables/instalments.ts'
import type { MoneyMovedTables } from './tables/money-moved.ts'
import type { PayNewsTables } from './tables/pay-news.ts'
import type { PeopleTables } from './tables/people.ts'
import type { PlaygroundTables } from './tables/playground.ts'
import type { PostTables } from './tables/posts.ts'
import type { RegistrationTables } from './tables/registrations.ts'
import type { RetroTables } from './tables/retro.ts'
import type { RitualTables } from './tables/rituals.ts'
import type { StatementTables } from './tables/statements.ts'

/**
 * Every table's columns, one file for each migration. Money is minor units, instants are UTC ISO text,
 * dates are `YYYY-MM-DD`, flags are 0 or 1.
 */
export interface Tables
  extends PeopleTables,
    PostTables,
    DealTables,
    CommissionTables,
    BadgeTables,
    GoalTables,
    RetroTables,
    RitualTables,
    ImprovementTables,
    PayNewsTables,
    ConfirmCardTables,
    PlaygroundTables,
    InstalmentTables,
    MoneyMovedTables,
    EmploymentTables,
    StatementTables,
    DisputeTables,
    RegistrationTables,
    AskedTables {}

export type Flag = 0 | 1
