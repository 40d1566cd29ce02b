/** What a line without a subcommand means: a person or G-3 is looked up, anything else is a goal to set. */
export function meant(text: string): string {
  const words = text.trim()
  if (/^[gGｇＧ][-－]?\d+$/.test(words)) return ''
  const others = words.replace(/^(?:<@[^>]+>|@\S+)\s*/, '')
  return others === '' || (words.startsWith('@') && !/\d/.test(words)) ? '' : 'add'
}
