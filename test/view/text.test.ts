import { expect, test } from 'vitest'
import { toText } from '../../src/view/text.ts'
import { plain, type View } from '../../src/view/view.ts'

const view: View = {
  summary: '',
  blocks: [
    {
      kind: 'table',
      columns: [
        { title: '项目', align: 'left' },
        { title: '金额', align: 'right' },
      ],
      rows: [
        [[plain('本期所得')], [plain('0 元')]],
        [[plain('2026 年 12 月：D-161 退款（王经理），客户把三台都退回来了')], [plain('-4,800.05 元')]],
      ],
    },
  ],
}

test('a long cell of a table goes on below, and nothing of it is left out', () => {
  expect(toText(view).split('\n').slice(2)).toEqual([
    `本期所得${' '.repeat(38)}0 元`,
    `2026 年 12 月：D-161${' '.repeat(18)}-4,800.05 元`,
    '退款（王经理），客户把三台都退回来了',
  ])
})
