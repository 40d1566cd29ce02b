import { isWholeCard } from './feishu/form.ts'
import type { Form } from './form.ts'
import type { Known } from './known.ts'
import { MAX_OPTIONS, MAX_VIEW_BLOCKS } from './slack/limits.ts'

/** Whether every platform shows each field of a form, and each option, in full. */
export function isWholeEverywhere(form: Form): boolean {
  const inSlack =
    form.fields.length <= MAX_VIEW_BLOCKS &&
    form.fields.every((field) => !('options' in field) || field.options.length <= MAX_OPTIONS)
  return inSlack && isWholeCard(form, NOBODY)
}

const NOBODY: Known = { mention: () => undefined, personOf: () => undefined, locale: 'zh-CN' }
