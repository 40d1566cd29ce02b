import { nextNumber } from '../../../src/kernel/counter-store.ts'
import type { Feature } from '../../../src/kernel/feature.ts'
import { Refusal } from '../../../src/kernel/refusal.ts'
import { rowsOf, type Scope } from '../../../src/kernel/scope.ts'
import { type Form, many, one } from '../../../src/view/form.ts'
import { actions, list, person, say, spans, text } from '../../../src/view/view.ts'

const both = (words: string) => ({ 'zh-CN': words, en: words })
const about = { usage: both(''), summary: both('probe') }

const buttons = [
  { label: 'Count', action: 'probe.count', value: 'by button' },
  { label: 'Ask', action: 'probe.ask' },
  { label: 'Tell', action: 'probe.tell', value: 'a secret' },
]

const form: Form = {
  form: 'probe.form',
  title: 'Probe',
  submit: 'Send',
  state: 'carried "state"\n第二行',
  fields: [
    { kind: 'text', name: 'word', label: 'Word', initial: 'hello' },
    { kind: 'person', name: 'who', label: 'Who', optional: true },
    { kind: 'people', name: 'others', label: 'Others', optional: true },
    {
      kind: 'choice',
      name: 'colour',
      label: 'Colour',
      optional: true,
      options: [{ value: 'red', label: 'Red' }],
    },
  ],
}

/** A slice that shows what the platform carries to and fro. It counts in the database, so that doubles are seen. */
export const probe: Feature = {
  name: 'probe',
  commands: [
    {
      name: 'probe',
      aliases: ['探针'],
      summary: both('probe'),
      subcommands: [
        {
          name: '',
          aliases: [],
          ...about,
          reads: async (scope) => say(`I am ${scope.person.name}.`, ...buttons),
        },
        {
          name: 'echo',
          aliases: [],
          ...about,
          reads: async (scope, { text: words, channel }) => ({
            view: say(`${scope.person.name} in ${channel ?? 'private'}: ${words}`),
          }),
        },
        {
          name: 'count',
          aliases: [],
          ...about,
          writes: async (scope, { text: words }) => say(`${await nextNumber(scope, 'probe')} ${words}`),
        },
        {
          name: 'work',
          aliases: [],
          ...about,
          writes: async (scope) => {
            for (const done of [1, 2, 3]) await scope.progress(done, 4)
            return say('All done.', { label: 'Again', action: 'probe.work' })
          },
        },
        {
          name: 'form',
          aliases: ['表单'],
          ...about,
          reads: async (_, { text: words }) => ({ form: withPerson(words) }),
        },
        {
          name: 'long',
          aliases: [],
          ...about,
          reads: async () => ({
            summary: 'long',
            blocks: Array.from({ length: 60 }, (_, at) => text(`block ${at}`)),
          }),
        },
        {
          name: 'greet',
          aliases: [],
          ...about,
          reads: async (_, { text: words }) => {
            const id = /<@(.+)>/.exec(words)?.[1] ?? ''
            return say(spans('Hello ', person({ id, name: 'somebody' })))
          },
        },
        { name: 'refuse', aliases: [], ...about, writes: async () => new Refusal('No.') },
      ],
    },
  ],
  actions: [
    {
      name: 'probe.count',
      writes: async (scope, { value, post }) => ({
        replace: say(`${await nextNumber(scope, 'probe')} ${value} ${post?.subject ?? 'no subject'}`),
      }),
    },
    {
      name: 'probe.work',
      writes: async (scope) => {
        await scope.progress(1, 2)
        return { replace: say('Done again.') }
      },
    },
    { name: 'probe.ask', reads: async () => ({ form }) },
    { name: 'probe.tell', reads: async (_, { value }) => say(`Only for you: ${value}`) },
  ],
  forms: [
    {
      name: 'probe.form',
      writes: async (scope, { values, state }) => {
        const word = one(values, 'word') ?? ''
        if (word === 'bad') return { errors: { word: 'Not this one.', nowhere: 'And that.' } }
        if (word === 'next') return { form: { ...form, title: 'Second', fields: [...form.fields] } }
        const chosen = [one(values, 'who') ?? '-', ...many(values, 'others')].join(',')
        return say(`${await nextNumber(scope, 'probe')} ${word} ${chosen} ${state}`)
      },
    },
  ],
  reactions: [
    {
      name: 'probe',
      run: async (scope, { emoji, added, post, author }) => {
        const number = await nextNumber(scope, 'probe')
        const about = `${post?.subject ?? 'no subject'} ${author ?? 'no author'}`
        return say(`${number} ${emoji} ${added ? 'added' : 'removed'} ${about}`)
      },
    },
  ],
  home: async (scope) => [list([`${scope.person.name} counts ${await counted(scope)}`]), actions(...buttons)],
}

/** The form, with the person filled in whom a text mentions. */
function withPerson(words: string): Form {
  const who = /<@(.+)>/.exec(words)?.[1]
  const fields = form.fields.map((field) =>
    who !== undefined && field.kind === 'person' ? { ...field, initial: who } : field,
  )
  return { ...form, fields }
}

/** How often anything has been counted in this workspace. */
export async function counted(scope: Scope): Promise<number> {
  const row = await rowsOf(scope)
    .selectFrom('counter')
    .select('value')
    .where('workspace', '=', scope.workspace.id)
    .where('name', '=', 'probe')
    .executeTakeFirst()
  return row?.value ?? 0
}
