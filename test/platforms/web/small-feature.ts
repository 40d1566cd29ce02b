import type { Feature } from '../../../src/kernel/feature.ts'
import { Refusal } from '../../../src/kernel/refusal.ts'
import { one } from '../../../src/view/form.ts'
import { actions, person, say, spans, text } from '../../../src/view/view.ts'

/** A slice of a few lines that does all that a platform has to carry: answers, posts, forms, buttons, reactions. */
export const drum: Feature = {
  name: 'drum',
  commands: [
    {
      name: 'drum',
      aliases: ['打鼓'],
      summary: { en: 'Beat the drum', 'zh-CN': '敲鼓' },
      subcommands: [
        {
          name: '',
          aliases: [],
          usage: { en: '<words>', 'zh-CN': '<话>' },
          summary: { en: 'Beat it once', 'zh-CN': '敲一下' },
          writes: async (scope, { text: typed, channel }) => {
            if (typed === '') return new Refusal('还没说要敲什么。')
            await scope.post({ to: { channel: 'deals' }, view: cheer(typed), subject: `beat:${typed}` })
            return say(`${scope.person.name} 敲了：${typed}（${channel ?? '私聊'}）`, {
              label: '再敲',
              action: 'drum.again',
              value: typed,
            })
          },
        },
        {
          name: 'long',
          aliases: [],
          summary: { en: 'Beat it for long', 'zh-CN': '敲很久' },
          writes: async (scope) => {
            await scope.progress(1, 2)
            return say('敲完了。', { label: '再敲', action: 'drum.long' })
          },
        },
        {
          name: 'later',
          aliases: [],
          usage: { en: '<words>', 'zh-CN': '<话>' },
          summary: { en: 'Beat it in a minute', 'zh-CN': '一分钟后再敲' },
          writes: async (scope, { text: typed }) => {
            const dueAt = new Date(Date.parse(scope.now) + 60_000).toISOString()
            const [post = ''] = await scope.post({ to: { channel: 'deals' }, view: cheer(typed), dueAt })
            await scope.post({ to: { thread: post }, view: say(`跟在「${typed}」后面`), dueAt })
            await scope.post({ to: { person: scope.person.id }, view: say(`敲过了：${typed}`), dueAt })
            return say('好，一分钟后敲。')
          },
        },
        {
          name: 'form',
          aliases: [],
          summary: { en: 'Fill a form in', 'zh-CN': '填一张表' },
          roles: ['manager'],
          reads: async () => ({
            form: {
              form: 'drum.form',
              title: '敲鼓',
              submit: '敲',
              state: 'kept',
              fields: [
                { kind: 'text', name: 'words', label: '敲什么' },
                { kind: 'person', name: 'for', label: '给谁', optional: true },
              ],
            },
          }),
        },
      ],
    },
  ],
  actions: [
    {
      name: 'drum.again',
      writes: async (_scope, { value }) => ({ view: say(`又敲了：${value}`), replace: say('敲过两次了。') }),
    },
    {
      name: 'drum.long',
      writes: async (scope) => {
        await scope.progress(3, 4)
        return say('够了。')
      },
    },
    {
      name: 'drum.cheer',
      writes: async (scope, { post }) => say(`${scope.person.name} 为 ${post?.subject} 喝彩`),
    },
  ],
  forms: [
    {
      name: 'drum.form',
      writes: async (_scope, { values, state }) =>
        one(values, 'words') === '吵'
          ? { errors: { words: '太吵了。' } }
          : say(`${one(values, 'words')} ${state}`),
    },
  ],
  reactions: [
    {
      name: 'drum',
      run: async (scope, { emoji, added, author, post }) =>
        emoji === '🥁'
          ? say(`${scope.person.name} ${added} ${author ?? ''} ${post?.subject ?? ''}`)
          : undefined,
    },
  ],
}

const cheer = (typed: string) => ({
  summary: typed,
  blocks: [
    text(spans(typed, ' ', person({ id: 'nobody', name: '大家' }))),
    actions({ label: '喝彩', action: 'drum.cheer' }),
  ],
})
