/** What people write where a product least expects it. */
export const HOSTILE: readonly string[] = [
  '<!channel> *x* <b>',
  "'; DROP TABLE deal; --",
  '👨‍👩‍👧‍👦🇨🇳👍🏽👨‍👩‍👧‍👦',
  '\u202eevil\u2066 \u200f\u200e',
  '\u200b\u200d\ufeff',
  '\ud83d lone \udc00',
  'a\r\nb\u2028c\td',
  `a${'\u0301'.repeat(90)}`,
  '&lt;<@U0BOSS> <at id=all></at> ~~x~~ ```b```',
  '=HYPERLINK("http://a.example")',
  '%s {0} $(x) \\n \\u0000 \u0000\u0007\u001b[31m',
  'https://a.example/|x>?q="\'<b> [a](javascript:alert(1))',
]

/** Ten thousand characters, in the ways in which a length can hurt: a word, a line of words, digits, graphemes, lines. */
export const ENDLESS: readonly string[] = [
  '长'.repeat(10_000),
  'long '.repeat(2000),
  '9'.repeat(10_000),
  '👨‍👩‍👧‍👦'.repeat(909),
  '<!channel>\n'.repeat(909),
  '的'.repeat(5000) + ' to'.repeat(1666),
]
