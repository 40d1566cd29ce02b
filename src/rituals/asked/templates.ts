import type { Locale } from '../../kernel/locale.ts'
import type { AskedName, Template } from '../ritual.ts'
import { abandonAsked, closeAsked } from './close.ts'
import { nudgeAsked } from './nudge.ts'
import { openAsked } from './open.ts'
import { presets } from './presets.ts'
import type { AnswerType, Asks, Question } from './question.ts'
import { presentCases } from './workshop.ts'

type Written = [key: string, type: AnswerType['type'], ...marks: ('required' | 'item' | 'manager')[]]

/** What a retro asks: each word its question, the marked one becomes an improvement item. */
const retro = (name: AskedName, ...questions: Written[]): Template =>
  asked(name, 'weekly fri 16:00', { questions, openDays: 1 })

/** The kinds of rituals that somebody makes: retros by other formats, two workshops, and one's own questions. */
export const askedTemplates: readonly Template[] = [
  retro(
    'pdca',
    ['plan', 'long-text'],
    ['done', 'long-text', 'required'],
    ['check', 'long-text'],
    ['act', 'text', 'required', 'item'],
  ),
  retro(
    'four-ls',
    ['liked', 'long-text', 'required'],
    ['learned', 'long-text'],
    ['lacked', 'long-text'],
    ['longed', 'text', 'item'],
  ),
  retro(
    'start-stop-continue',
    ['start', 'text', 'required', 'item'],
    ['stop', 'text'],
    ['continue', 'long-text'],
  ),
  retro(
    'highlights',
    ['highlight', 'long-text', 'required'],
    ['shortfall', 'long-text', 'manager'],
    ['improvement', 'text', 'required', 'item'],
  ),
  asked('case-workshop', 'quarterly first-workday 10:00', {
    questions: [
      ['situation', 'long-text', 'required'],
      ['tried', 'long-text', 'required'],
      ['result', 'long-text', 'required'],
      ['deal', 'deal'],
    ],
    openDays: 5,
    workshop: true,
  }),
  asked('leadership-workshop', 'yearly first-workday 10:00', {
    questions: [
      ['now', 'long-text', 'required'],
      ['growth', 'number', 'required'],
      ['move1', 'text', 'required', 'item'],
      ['date1', 'date'],
      ['move2', 'text', 'item'],
      ['date2', 'date'],
      ['needs', 'long-text', 'manager'],
    ],
    openDays: 10,
    audience: 'managers',
  }),
  asked('custom-questions', 'weekly fri 16:00', { questions: [], openDays: 1 }),
]

function asked(
  name: AskedName,
  schedule: string,
  asking: { questions: Written[]; openDays: number; workshop?: boolean; audience?: 'team' | 'managers' },
): Template {
  const { openDays, workshop = false, audience = 'team' } = asking
  return {
    name,
    title: { en: presets.en[name].title, 'zh-CN': presets['zh-CN'][name].title },
    schedule,
    channel: workshop || audience === 'managers' ? 'sales' : 'retro',
    catchUpHours: 24,
    asks: (locale): Asks => ({
      questions: asking.questions.map((one) => questionOf(name, one, locale)),
      audience: { kind: audience },
      openDays,
      workshop,
    }),
    open: openAsked,
    abandon: abandonAsked,
    stages: { nudge: nudgeAsked, present: presentCases, close: closeAsked },
  }
}

function questionOf(name: AskedName, [key, type, ...marks]: Written, locale: Locale): Question {
  const { questions, unit } = presets[locale][name]
  return {
    id: key,
    label: questions[key] ?? key,
    answer: type === 'number' ? { type, unit: unit ?? '' } : ({ type } as AnswerType),
    required: marks.includes('required'),
    visible: marks.includes('manager') ? 'manager' : 'thread',
    makesItem: marks.includes('item'),
  }
}
