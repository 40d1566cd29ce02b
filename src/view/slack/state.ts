import { NOTHING } from '../fit.ts'
import type { FormValues } from '../form.ts'
import type { Known } from '../known.ts'

/** The `action_id` of every input; the `block_id` is the field's name. */
export const VALUE = 'value'

/** What travelled in a modal's `private_metadata`. */
export function readSlackMetadata(privateMetadata: string): { state: string; extra: Record<string, string> } {
  const end = privateMetadata.indexOf('\n')
  if (end < 0) return { state: '', extra: {} }
  return { state: privateMetadata.slice(end + 1), extra: JSON.parse(privateMetadata.slice(0, end)) }
}

/** `view.state.values` of a submitted modal, as far as it is read here. */
export type SlackState = Record<string, Record<string, SlackValue>>

interface SlackValue {
  type?: string
  value?: string | null
  selected_date?: string | null
  selected_user?: string | null
  selected_users?: string[]
  selected_conversation?: string | null
  selected_option?: { value?: string } | null
  selected_options?: { value?: string }[]
}

/** A submitted modal's values by field name; people by their own ids, or by Slack's where nobody knows them. */
export function fromSlackState(values: SlackState, known: Pick<Known, 'personOf'>): FormValues {
  const read: FormValues = {}
  for (const [name, inputs] of Object.entries(values)) {
    const input = inputs[VALUE]
    const value = input && chosenIn(input, known)
    if (value !== undefined && value.length > 0) read[name] = value
  }
  return read
}

/** Slack's ids of everyone chosen in a submitted modal, to be looked up before it is read. */
export function slackPeopleIn(values: SlackState): string[] {
  const inputs = Object.values(values).flatMap((fields) => Object.values(fields))
  return inputs.flatMap((input) => [
    ...(input.selected_user ? [input.selected_user] : []),
    ...(input.selected_users ?? []),
  ])
}

function chosenIn(input: SlackValue, known: Pick<Known, 'personOf'>): string | string[] | undefined {
  const personId = (external: string) => known.personOf(external) ?? external
  if (input.selected_users) return input.selected_users.map(personId)
  if (input.selected_user) return personId(input.selected_user)
  if (input.selected_options) return input.selected_options.flatMap((option) => optionValue(option) ?? [])
  return (
    optionValue(input.selected_option) ??
    input.selected_conversation ??
    input.selected_date ??
    input.value ??
    undefined
  )
}

/** The value of an option; the stand-in for an empty one reads as nothing chosen. */
function optionValue(option: { value?: string } | null | undefined): string | undefined {
  return option?.value === NOTHING ? undefined : option?.value
}
