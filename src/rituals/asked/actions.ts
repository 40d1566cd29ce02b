import type { Action, FormHandler } from '../../kernel/feature.ts'
import { answer, fill } from './answer.ts'
import { askOutcome, noteOutcome } from './workshop.ts'

export const askedActions: Action[] = [
  { name: 'asked.fill', reads: fill },
  { name: 'case.outcome', reads: askOutcome },
]

export const askedForms: FormHandler[] = [
  { name: 'asked.answer', writes: answer },
  { name: 'case.outcome', writes: noteOutcome },
]
