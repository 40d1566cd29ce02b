import names from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' }

/**
 * A reaction's name as its Unicode emoji: `crown` is 👑. Skin tones are dropped. A name that Slack's own set
 * does not have is a custom emoji of the workspace and stays as it is.
 */
export function emojiOf(reaction: string): string {
  const [name = reaction] = reaction.split('::')
  return byName().get(name) ?? name
}

let known: Map<string, string> | undefined

function byName(): Map<string, string> {
  known ??= new Map(
    Object.entries(names).flatMap(([hexcode, shortcodes]) =>
      [shortcodes].flat().map((name): [string, string] => [name, character(hexcode)]),
    ),
  )
  return known
}

/** `2694` is ⚔️: where the data leaves the presentation selector out, it is added. */
function character(hexcode: string): string {
  const bare = String.fromCodePoint(...hexcode.split('-').map((code) => Number.parseInt(code, 16)))
  return /^\p{RGI_Emoji}$/v.test(bare) ? bare : `${bare}\ufe0f`
}
