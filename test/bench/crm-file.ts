import { createWriteStream, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'

const DAY_MS = 86_400_000
const USUAL_DAYS = 400
const PRODUCTS = [
  'GTX Basic',
  'GTX Pro',
  'GTX Plus Basic',
  'GTX Plus Pro',
  'MG Special',
  'MG Advanced',
  'GTK 500',
]

export interface CrmShape {
  rows: number
  agents: number
  customers: number
  /** Of a hundred rows, so many are won. */
  wonPercent: number
  /** The last day, and how many days before it the first one is; somewhat more than a year where not said. */
  today: Date
  days?: number
}

/** Reps in teams of ten, a hundred to an office. */
export function writePeople(file: string, agents: number): void {
  const lines = Array.from({ length: agents }, (_, index) =>
    [
      agentName(index),
      `Manager ${Math.floor(index / 10) + 1}`,
      `Office ${Math.floor(index / 100) + 1}`,
    ].join(),
  )
  writeFileSync(file, `sales_agent,manager,regional_office\n${lines.join('\n')}\n`)
}

/** A CRM's export: opportunities spread over its days, the latest ones of the last. */
export async function writeDeals(file: string, shape: CrmShape): Promise<void> {
  await pipeline(lines(shape), createWriteStream(file))
}

export function agentName(index: number): string {
  return `Rep ${index + 1}`
}

const ROWS_AT_ONCE = 1000

function* lines({
  rows,
  agents,
  customers,
  wonPercent,
  today,
  days = USUAL_DAYS,
}: CrmShape): Generator<string> {
  yield 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n'
  const last = today.getTime()
  let batch = ''
  for (let row = 0; row < rows; row += 1) {
    const closed = last - Math.floor((1 - row / rows) * days) * DAY_MS
    const engaged = closed - (7 + (row % 60)) * DAY_MS
    const won = row % 100 < wonPercent
    batch += [
      row.toString(36).toUpperCase().padStart(8, '0'),
      agentName((row * 7919) % agents),
      PRODUCTS[row % PRODUCTS.length],
      `Account ${(row * 104_729) % customers}`,
      won ? 'Won' : 'Lost',
      american(engaged),
      american(closed),
      won ? 500 + ((row * 31) % 9500) : 0,
    ].join()
    batch += '\n'
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) {
      yield batch
      batch = ''
    }
  }
  yield batch
}

function american(moment: number): string {
  const [year, month, day] = new Date(moment).toISOString().slice(0, 10).split('-').map(Number)
  return `${month}/${day}/${year}`
}
