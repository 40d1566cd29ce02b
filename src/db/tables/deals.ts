import type { Generated } from 'kysely'
import type { Flag } from '../tables.ts'

export interface DealTables {
  product: {
    workspace: string
    name: string
    series: string | null
    price_minor: number | null
    created_at: string
  }
  exchange_rate: {
    workspace: string
    id: string
    currency: string
    from_on: string
    rate: string
    source: string
    recorded_at: string
    recorded_by: string | null
  }
  deal: {
    workspace: string
    id: string
    number: number
    customer: string
    customer_key: string
    product: string | null
    channel: string | null
    referrer: string | null
    contract: string | null
    note: string | null
    external_id: string | null
    currency: string
    amount_minor: number
    collected_minor: number
    base_minor: number
    base_collected_minor: number
    signed_on: string
    first_contact_on: string | null
    owner: string
    repeat_customer: Flag
    confirmed: Flag
    voided: Flag
    source: 'chat' | 'import'
    logged_by: string | null
    logged_at: string
    margin_minor: Generated<number | null>
    ex_vat_minor: Generated<number | null>
    discount_bps: Generated<number | null>
  }
  entry: {
    workspace: string
    deal: string
    sequence: number
    kind: 'signed' | 'amended' | 'scheduled' | 'confirmed' | 'collected' | 'refunded' | 'voided'
    effective_on: string
    recorded_at: string
    recorded_by: string | null
    amount_minor: number
    collected_minor: number
    base_minor: number
    base_collected_minor: number
    rate: string
    rate_source: string
    facts: string
    reason: string | null
    origin: string
  }
  credit: {
    workspace: string
    deal: string
    person: string
    share_bps: number
    base_minor: number
    base_collected_minor: number
    signed_on: string
    confirmed: Flag
    base_margin_minor: Generated<number | null>
    base_ex_vat_minor: Generated<number | null>
  }
  total: {
    workspace: string
    person: string
    period: string
    signed_minor: Generated<number>
    confirmed_minor: Generated<number>
    collected_minor: Generated<number>
    deals: Generated<number>
    confirmed_deals: Generated<number>
    new_customers: Generated<number>
    target_minor: number | null
    attainment_ppm: number | null
  }
}
