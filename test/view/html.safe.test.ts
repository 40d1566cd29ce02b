import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formToHtml, toHtml } from '../../src/view/html.ts'
import { sealSvg } from '../../src/view/seal.ts'
import { toText } from '../../src/view/text.ts'
import { anyBlocks, anyForm, anyView, hostileText } from './arbitraries.ts'
import { htmlFaults } from './html-check.ts'

describe('whatever a view says, the page stays what it is', () => {
  test('blocks are well-formed and escaped, without style, script or handler', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(htmlFaults(toHtml(blocks, 'zh-CN'))).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('and so are forms, with hostile errors and values', () => {
    fc.assert(
      fc.property(anyForm, hostileText, (form, evil) => {
        const people = [{ id: evil, name: evil }]
        const place = {
          locale: 'en' as const,
          people,
          channels: people,
          errors: { field0: evil },
          values: { field1: evil },
        }
        expect(htmlFaults(formToHtml(form, place))).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('and so is a seal of anything', () => {
    fc.assert(
      fc.property(hostileText, (characters) => {
        expect(htmlFaults(sealSvg(characters, 'red'))).toEqual([])
      }),
    )
  })

  test('the check finds what it should', () => {
    expect(htmlFaults('<p class="a">x</p>')).toEqual([])
    expect(htmlFaults('<p style="color:red">x</p>')).toEqual(['unexpected attribute style'])
    expect(htmlFaults('<p onclick="x">x</p>')).toEqual(['unexpected attribute onclick'])
    expect(htmlFaults('<script>x</script>')).toEqual(['unexpected <script>', 'unexpected <script>'])
    expect(htmlFaults('<p><strong>x</p></strong>')).toEqual(['</p> closes <strong>', '</strong> closes <p>'])
    expect(htmlFaults('<p>a < b & c</p>')).toHaveLength(2)
    expect(htmlFaults('<a href="javascript:x">x</a>')).toEqual(['a link to javascript:x'])
  })
})

test('plain text carries no control character to a terminal, whatever a view says', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const text = toText(view)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      expect(text.isWellFormed()).toBe(true)
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

describe('a seal', () => {
  /** Where each character stands, by its centre. */
  const places = (characters: string) =>
    Object.fromEntries(
      [...sealSvg(characters, 'red').matchAll(/translate\(([\d.]+) ([\d.]+)\).*?>([^<]+)<\/text>/g)].map(
        ([, x, y, character]) => [character, [Math.round(Number(x)), Math.round(Number(y))]],
      ),
    )

  test('reads in columns from right to left', () => {
    expect(places('签单王')).toEqual({ 签: [70, 30], 单: [70, 70], 王: [30, 50] })
    expect(places('服务之星')).toEqual({ 服: [70, 30], 务: [70, 70], 之: [30, 30], 星: [30, 70] })
  })

  test('reads Latin letters in rows', () => {
    expect(places('KING')).toEqual({ K: [30, 30], I: [70, 30], N: [30, 70], G: [70, 70] })
  })

  test('takes at most six characters', () => {
    expect(Object.keys(places('年度销售冠军奖'))).toHaveLength(6)
  })
})
