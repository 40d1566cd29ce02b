import type { Form, FormValues } from '../../src/view/form.ts'
import type { Said, Team } from '../support/team.ts'

/** Makes a ritual of a template in 销售一部; gives the answer. */
export async function makes(team: Team, who: string, values: FormValues): Promise<Said> {
  const { form } = await team.says(who, '/ritual new')
  const teams = form?.fields.find((field) => field.kind !== 'note' && field.name === 'team')
  const options = teams && 'options' in teams ? teams.options : []
  const own = options.find(({ label }) => label === (values.team ?? '销售一部'))?.value ?? ''
  return team.submits(who, form, { ...values, team: own })
}

/** Adds questions to a ritual of one's own whose first question form is open. */
export async function asks(
  team: Team,
  who: string,
  form: Form | undefined,
  ...questions: FormValues[]
): Promise<Said> {
  let said: Said | undefined
  let open = form
  for (const question of questions) {
    said = await team.submits(who, open, question)
    if (said.errors) return said
    open = (await team.presses(who, said, '加一个问题')).form
  }
  if (!said) throw new Error('No question was asked.')
  return said
}

export const SURVEY: FormValues[] = [
  { label: '本周客户反馈', type: 'long-text', marks: ['required'] },
  { label: '拜访了几家', type: 'number', unit: '家' },
  { label: '心情', type: 'scale-5', low: '很差', high: '很好', visible: 'anonymous' },
  { label: '卡在哪', type: 'choice', options: '价格\n交付\n<!channel>' },
  { label: '谁帮了你', type: 'person' },
  { label: '只对主管说', type: 'long-text', visible: 'manager' },
  { label: '下周改一件事', type: 'text', marks: ['item'] },
  { label: '改好日期', type: 'date' },
]

/** The names of a form's fields by their labels. */
export function fieldsOf(form: Form | undefined): Record<string, string> {
  return Object.fromEntries(
    (form?.fields ?? []).flatMap((field) => (field.kind === 'note' ? [] : [[field.label, field.name]])),
  )
}

/** Answers by the questions' labels. */
export async function answers(
  team: Team,
  who: string,
  form: Form | undefined,
  said: FormValues,
  delivery?: string,
): Promise<Said> {
  const names = fieldsOf(form)
  const values = Object.fromEntries(
    Object.entries(said).map(([label, value]) => [names[label] ?? label, value]),
  )
  return team.submits(who, form, values, delivery)
}
