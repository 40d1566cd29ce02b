/** An address that may stand behind a link: absolute http or https, normalised; undefined for anything else. */
export function webAddress(url: string, maxLength = 3000): string | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined
  const address = parsed.href
    .replaceAll('|', '%7C')
    .replaceAll("'", '%27')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
  return address.length <= maxLength ? address : undefined
}
