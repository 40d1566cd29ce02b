import { type Block, context, list } from '../view/view.ts'
import { money, type Reader } from './figures.ts'
import type { Pay } from './pay-line.ts'
import { balancesInWords, termsLabel } from './terms-line-words.ts'
import { termsTexts } from './terms-texts.ts'

/** How what was earned becomes what is paid, line by line, and what runs on; nothing where all of it is paid at once. */
export function termsBlocks(reader: Reader, pay: Pay): Block[] {
  const words = termsTexts[reader.locale]
  const lines = pay.lines.flatMap((one) => (one.kind === 'terms' ? [one.line] : []))
  const earnedMinor = lines.reduce((sum, line) => sum - line.minor, pay.totalMinor)
  const row = (label: string, minor: bigint) => words.row(label, money(reader, minor))
  return [
    ...(lines.length > 0
      ? [
          list([
            row(words.earnedRow, earnedMinor),
            ...lines.map((line) =>
              line.minor === 0n ? termsLabel(reader, line) : row(termsLabel(reader, line), line.minor),
            ),
            row(words.paidRow, pay.totalMinor),
          ]),
        ]
      : []),
    ...balanceBlocks(reader, pay),
  ]
}

/** What runs on to the next periods. */
export const balanceBlocks = (reader: Reader, { balances }: Pick<Pay, 'balances'>): Block[] =>
  balances ? balancesInWords(reader, balances).map((sentence) => context(sentence)) : []
