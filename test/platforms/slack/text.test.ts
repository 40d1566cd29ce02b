import { describe, expect, test } from 'vitest'
import { emojiOf } from '../../../src/platforms/emoji.ts'
import { instantOf } from '../../../src/platforms/slack/events.ts'
import { readSlackText } from '../../../src/platforms/slack/text.ts'

describe('what people type', () => {
  test.each([
    ['华为 12万 &amp; more', '华为 12万 & more'],
    ['&lt;!channel&gt; *x* &lt;b&gt;', '<!channel> *x* <b>'],
    ['<!channel> <!here|here> <!subteam^S1|@sales>', '@channel here @sales'],
    ['<#C1|deals> <#C2>', '#deals #C2'],
    [
      '<https://a.cn/?x=1&amp;y=2> <https://b.cn|b.cn> <mailto:a@b.cn|a@b.cn>',
      'https://a.cn/?x=1&y=2 b.cn a@b.cn',
    ],
    ['<!date^1795420800^{date}|20 Nov>', '20 Nov'],
    ['&amp;lt; stays &lt;', '&lt; stays <'],
    ['  👍🏽 \u00a0龍 ', '👍🏽  龍'],
    ['', ''],
  ])('%j reads %j', (raw, text) => {
    expect(readSlackText(raw)).toEqual({ text, mentions: [] })
  })

  test('mentions are kept with their names, each once, without the bot’s own', () => {
    const read = readSlackText('<@U0BOT> split=<@U1|lilei>:60,<@U2>:40 <@U1|lilei>', 'U0BOT')
    expect(read.text).toBe('split=<@U1>:60,<@U2>:40 <@U1>')
    expect(read.mentions).toEqual([{ id: 'U1', name: 'lilei' }, { id: 'U2' }])
  })
})

describe('reactions', () => {
  test.each([
    ['crown', '👑'],
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['+1::skin-tone-4', '👍'],
    ['crossed_swords', '⚔️'],
    ['flag-cn', '🇨🇳'],
    ['star2', '🌟'],
    ['one', '1️⃣'],
    ['deal_king', 'deal_king'],
  ])(':%s: is %s', (name, emoji) => {
    expect(emojiOf(name)).toBe(emoji)
  })
})

test('a timestamp is an instant to the millisecond', () => {
  expect(instantOf('1795420800.123400')).toBe('2026-11-23T08:00:00.123Z')
})
