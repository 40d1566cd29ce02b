/** What an avatar shows of a name: 李雷 → 李雷, 欧阳娜娜 → 娜娜, Dustin Brinkmann → DB. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s·.]+/u)
  const letters = [...(words[0] ?? '')]
  if (/\p{Script=Han}/u.test(name)) return letters.slice(-2).join('')
  const first = letters[0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
