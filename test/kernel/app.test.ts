import { expect, test } from 'vitest'
import type { Feature } from '../../src/kernel/feature.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { actions, say } from '../../src/view/view.ts'
import { startTeam } from '../support/team.ts'

/** A small slice that greets, so that the app itself can be tried without the product. */
const greetings: Feature = {
  name: 'greetings',
  commands: [
    {
      name: 'greet',
      aliases: ['问好'],
      summary: { en: 'Say hello', 'zh-CN': '打个招呼' },
      subcommands: [
        {
          name: '',
          aliases: [],
          summary: { en: 'Say hello', 'zh-CN': '打个招呼' },
          reads: async (scope) => say(`你好，${scope.person.name}`),
        },
        {
          name: 'all',
          aliases: ['大家'],
          usage: { en: '[words]', 'zh-CN': '[话]' },
          summary: { en: 'Greet everybody', 'zh-CN': '向大家问好' },
          writes: async (scope, { text }) => {
            const post = { to: { channel: 'sales' as const }, view: say(`${scope.person.name}: ${text}`) }
            await scope.post(post)
            return text === '' ? new Refusal('说点什么吧') : say('发了')
          },
        },
      ],
    },
  ],
}

const helloTeam = () => startTeam({ features: [greetings] })

test('a command is answered, and the same words work as a message', async () => {
  const team = await helloTeam()
  expect((await team.says('李雷', '/greet')).text).toBe('你好，李雷')
  expect((await team.says('李雷', '问好')).text).toBe('你好，李雷')
})

test('an unknown word is answered with the nearest one', async () => {
  const team = await helloTeam()
  expect((await team.says('李雷', 'gret')).text).toContain('greet')
  expect((await team.says('李雷', '/greet al')).text).toContain('/greet all')
  expect((await team.says('李雷', '问好 大佳')).text).toContain('问好 大家')
})

test('a delivery that comes three times happens once and gets the same answer', async () => {
  const team = await helloTeam()
  for (let time = 0; time < 3; time++) {
    expect((await team.says('李雷', '/greet all 早上好', 'delivery-1')).text).toBe('发了')
  }
  expect(team.posts({ in: 'sales' }).map((post) => post.text)).toEqual(['李雷: 早上好'])
})

test('a refusal takes back what was already written', async () => {
  const team = await helloTeam()
  expect((await team.says('李雷', '/greet all')).text).toBe('说点什么吧')
  expect(team.posts()).toEqual([])
})

test('buttons that no longer exist say so', async () => {
  const team = await helloTeam()
  const old = { summary: '', blocks: [actions({ label: '旧', action: 'gone.long-ago' })] }
  expect((await team.presses('李雷', old, '旧')).text).toContain('失效')
})
