import { nearest } from '../kernel/understand.ts'

/** What can be said about a deal, by the names that people type before the equals sign; the first two are ours. */
const NAMES = {
  customer: ['customer', '客户', '客户名称'],
  amount: ['amount', '金额', '合同额', '签约金额'],
  product: ['product', '产品'],
  channel: ['channel', '渠道'],
  date: ['date', '日期', '签约日期', 'signed', 'on'],
  split: ['split', '分单', '分成'],
  owner: ['owner', '负责人', '销售'],
  referrer: ['referrer', '转介绍人', '介绍人'],
  contract: ['contract', '合同号', '合同'],
  firstContact: ['first-contact', '首次接触', 'first', 'firstcontact'],
  margin: ['margin', '毛利', '毛利额'],
  exVat: ['ex-vat', '未税金额', '未税', '不含税', 'exvat', 'net'],
  discount: ['discount', '折扣'],
  note: ['note', '备注'],
  reason: ['reason', '原因', '理由'],
  from: ['from', '起'],
} as const

export type FieldName = keyof typeof NAMES

/** What can be said about a new deal. */
export const DEAL_FIELDS: readonly FieldName[] = [
  'customer',
  'amount',
  'product',
  'channel',
  'date',
  'split',
  'owner',
  'referrer',
  'contract',
  'firstContact',
  'margin',
  'exVat',
  'discount',
  'note',
]

const BY_NAME = new Map<string, FieldName>(
  Object.entries(NAMES).flatMap(([field, names]) =>
    [field.toLowerCase(), ...names].map((name) => [name, field as FieldName] as const),
  ),
)

export type NamedFields = Partial<Record<FieldName, string>>

export interface UnknownField {
  unknown: string
  /** What was probably meant, in the language of what was typed. */
  nearest: string | undefined
}

/** Sorts `key=value` words by field, as far as a command takes them. The first key that it does not take is given back. */
export function sortFields(
  named: Record<string, string>,
  taken: readonly FieldName[],
): NamedFields | UnknownField {
  const fields: NamedFields = {}
  for (const [key, value] of Object.entries(named)) {
    const field = BY_NAME.get(key.normalize('NFKC').toLowerCase())
    if (!field || !taken.includes(field)) {
      const names = taken.flatMap((one) => [...NAMES[one]])
      return { unknown: key, nearest: nearest(key, names) }
    }
    fields[field] = value.trim()
  }
  return fields
}

/** A field's name in a language, as it can be typed. */
export const fieldName = (field: FieldName, chinese: boolean): string => NAMES[field][chinese ? 1 : 0]

/** The fields that are whatever somebody writes. */
export const TEXT_FIELDS = ['customer', 'product', 'channel', 'referrer', 'contract', 'note'] as const

type TextField = (typeof TEXT_FIELDS)[number]

/** How long such a field may be, in characters. */
export const LONGEST: Record<TextField, number> = {
  customer: 120,
  product: 80,
  channel: 80,
  referrer: 80,
  contract: 80,
  note: 400,
}

export const isTooLong = (field: TextField, text: string): boolean =>
  text.length > LONGEST[field] && [...text].length > LONGEST[field]
