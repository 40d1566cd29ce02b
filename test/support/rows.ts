import { plainText, type View } from '../../src/view/view.ts'

/** The rows of every table in a view, as words. */
export function rowsIn(view: View | undefined): string[][] {
  const blocks = view?.blocks ?? []
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(plainText)) : [],
  )
}
