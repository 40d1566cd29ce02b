/** What stands behind a surname when people are called by what they do: 王经理, 陈总. */
const TITLES = /(?:总经理|总监|经理|主管|会计|老师|主任|总)$/u

/** What an avatar shows of a name: 李雷 → 李雷, 欧阳娜娜 → 娜娜, 王经理 → 王, Dustin Brinkmann → DB. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s·.]+/u)
  if (/\p{Script=Han}/u.test(name)) return [...(words[0] ?? '').replace(TITLES, '')].slice(-2).join('') || '?'
  const [first = '?'] = words[0] ?? ''
  const [last = ''] = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (first + last).toUpperCase()
}
