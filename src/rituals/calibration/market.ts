/** The kinds of change in the market that are chosen from; own words go with any of them. */
export const MARKET_KINDS = [
  'price-cut',
  'rival',
  'policy',
  'promotion',
  'demand',
  'supply',
  'other',
] as const

export type MarketKind = (typeof MARKET_KINDS)[number]

export const isMarketKind = (word: string): word is MarketKind =>
  (MARKET_KINDS as readonly string[]).includes(word)
