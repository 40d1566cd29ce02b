/** What a board ranks by. Attainment is the default: it is fair to newcomers. */
export const METRICS = ['attainment', 'signed', 'collected', 'deals', 'new'] as const
export type Metric = (typeof METRICS)[number]

/** Words that mean a metric, besides its own. */
const WORDS: Record<Metric, readonly string[]> = {
  attainment: ['attainment %', 'attainment%', '%', '达成', '达成率', '完成率'],
  signed: ['签约', '签约额', '签单', '签单额', '业绩'],
  collected: ['回款', '回款额'],
  deals: ['单数', '签单数', '成交单数'],
  new: ['new customers', 'new-customers', '新客', '新客户', '新客数'],
}

export function readMetric(word: string): Metric | undefined {
  const typed = word.normalize('NFKC').trim().toLowerCase()
  return METRICS.find((metric) => metric === typed || WORDS[metric].includes(typed))
}

/** Every word that can be typed for a metric, for guessing at a mistyped one. */
export const metricWords = (): string[] => METRICS.flatMap((metric) => [metric, ...WORDS[metric]])
