/** What stands in for a photo: 李雷 → 李雷, 欧阳娜娜 → 娜娜, Dustin Brinkmann → DB. */
export function initialsOf(name: string): string {
  const letters = [...name.trim()]
  if (/\p{Script=Han}/u.test(name)) return letters.slice(-2).join('')
  const words = name.trim().split(/\s+/)
  const initials =
    words.length > 1
      ? [words[0], words.at(-1)].map((word) => [...(word ?? '')][0] ?? '')
      : letters.slice(0, 2)
  return initials.join('').toUpperCase()
}
