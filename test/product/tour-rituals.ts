import type { Form, FormValues } from '../../src/view/form.ts'
import type { Audience } from './audience.ts'
import type { Cast } from './tour.ts'

const KINDS: FormValues[] = [
  { type: 'number', unit: '%' },
  { type: 'choices' },
  { type: 'scale-10', visible: 'anonymous' },
  { type: 'person' },
  { type: 'date' },
  { type: 'text', marks: ['item', 'required'] },
  { type: 'long-text', visible: 'manager' },
  ...Array<FormValues>(5).fill({ type: 'text' }),
]

/** Makes a ritual of one's own questions, tries it out, holds it, and searches what was answered. */
export async function askQuestions(place: Audience, cast: Cast): Promise<void> {
  const { team, press } = place
  const { word } = cast
  const ritual = await makeOne(place, cast)
  for (const line of ['edit', 'questions', 'preview', 'test', 'search', 'answer'])
    for (const rest of ['', ` ${word()}`]) await team.says('王经理', `/ritual ${line}${rest}`)
  await tryItOut(place, cast, ritual)
  await team.says('王经理', `/ritual run ${ritual}`)
  const { form } = await press('王经理', 'asked.fill')
  await team.submits('王经理', form, {})
  await team.submits('王经理', form, filled(form, word, team.id('李雷')))
  for (const who of ['王经理', '李雷'])
    await team.submits(
      who,
      form,
      filled(form, () => `${word()} 8`, team.id('李雷')),
    )
  const edit = await team.says('王经理', `/ritual edit ${ritual}`)
  await team.submits('王经理', edit.form, { schedule: word(), zone: word(), name: word(), openDays: word() })
  await team.submits('王经理', edit.form, { audience: 'team', schedule: 'weekly mon 09:00' })
  await team.says('王经理', '/ritual')
  await press('王经理', 'ritual.new')
  await press('王经理', 'ritual.card')
  await press('王经理', 'ritual.edit')
  await press('王经理', 'ritual.ask-remove')
  for (const who of ['王经理', '李雷']) await team.says(who, '/ritual search 8')
  await press('王经理', 'ritual.search-on')
  await team.says('王经理', '/ritual')
  const search = await press('王经理', 'ritual.search')
  for (const words of ['8', word(), '']) await team.submits('王经理', search.form, { words })
  await team.until('2026-12-04T10:30:00.000Z')
  await team.says('王经理', `/ritual history ${ritual}`)
  await press('王经理', 'ritual.session')
  await holdAWorkshop(place, cast)
}

/** Gives its name. */
async function makeOne({ team, press }: Audience, { word }: Cast): Promise<string> {
  const { form } = await team.says('王经理', '/ritual new')
  const own = { template: 'custom-questions', team: firstOption(form, 'team') }
  await team.submits('王经理', form, {
    ...own,
    schedule: word(),
    zone: word(),
    people: [word()],
    catchUp: word(),
  })
  const people = { audience: 'people', people: [team.id('王经理'), team.id('李雷')] }
  const first = await team.submits('王经理', form, {
    ...own,
    ...people,
    name: '8',
    schedule: 'workdays 18:00',
  })
  let question = first.form
  for (const kind of KINDS) {
    const options = `${word()} 1\n${word()} 2`
    if (kind.type === 'choices') {
      await team.submits('王经理', question, { ...kind, label: '' })
      const written = { label: word(), options, unit: word(), low: word(), high: word() }
      await team.submits('王经理', question, { ...kind, ...written })
    }
    await team.submits('王经理', question, { ...kind, label: `${word()} ${++made}`, options: '1\n2' })
    question = (await press('王经理', 'ritual.question')).form
    question = { ...(question as Form), state: (question?.state ?? '').replace(/ \S+$/, ` ${nextId()}`) }
  }
  await team.says('王经理', '/ritual list 8')
  await press('王经理', 'ritual.questions')
  await press('王经理', 'ritual.question-up')
  await press('王经理', 'ritual.question-remove')
  await team.says('王经理', '/ritual resume 8')
  await press('王经理', 'ritual.preview')
  return '8'
}

let made = 0
const nextId = () => `${++made}`.padStart(22, '0')

async function tryItOut({ team, press }: Audience, { word }: Cast, ritual: string): Promise<void> {
  await team.says('王经理', `/ritual preview ${ritual}`)
  await press('王经理', 'ritual.try')
  const { form } = await press('王经理', 'trial.fill')
  await team.submits('王经理', form, filled(form, word, team.id('李雷')))
  await team.submits(
    '王经理',
    form,
    filled(form, () => `${word()} 8`, team.id('李雷')),
  )
  await press('王经理', 'trial.nudge')
  await press('王经理', 'trial.close')
}

async function holdAWorkshop({ team, press }: Audience, { word }: Cast): Promise<void> {
  const { form } = await team.says('王经理', '/ritual new')
  const people = { audience: 'people', people: [team.id('王经理')], openDays: '1', name: '9' }
  await team.submits('王经理', form, {
    template: 'case-workshop',
    team: firstOption(form, 'team'),
    ...people,
  })
  await team.says('王经理', '/ritual run 9')
  const asked = await press('王经理', 'asked.fill')
  await team.submits('王经理', asked.form, { situation: word(), tried: word(), result: `${word()} 8` })
  await team.submits('王经理', asked.form, {
    situation: `${word()} 8`,
    tried: `${word()} 8`,
    result: `${word()} 8`,
  })
  await team.until('2026-12-07T06:00:00.000Z')
  const outcome = await press('王经理', 'case.outcome')
  await team.submits('王经理', outcome.form, { outcome: word(), owner: word() })
  await team.submits('王经理', outcome.form, { outcome: `${word()} 8`, step: `${word()} 8` })
  await team.until('2026-12-08T10:00:00.000Z')
}

/** Something in every field, of the kind that it takes. */
function filled(form: Form | undefined, word: () => string, person: string): FormValues {
  const values: FormValues = {}
  for (const field of form?.fields ?? []) {
    if (field.kind === 'note') continue
    const { name, kind } = field
    if (kind === 'choices') values[name] = [field.options[0]?.value ?? '']
    else if (kind === 'choice' || kind === 'scale') values[name] = field.options[0]?.value ?? ''
    else if (kind === 'person') values[name] = person
    else if (kind === 'date') values[name] = '2026-12-31'
    else if (field.hint?.includes('%')) values[name] = '12'
    else if (field.hint?.includes('D-128')) values[name] = ''
    else values[name] = word()
  }
  return values
}

function firstOption(form: Form | undefined, name: string): string {
  const field = form?.fields.find((one) => one.kind === 'choice' && one.name === name)
  return field && 'options' in field ? (field.options[0]?.value ?? '') : ''
}
