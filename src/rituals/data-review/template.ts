import type { Template } from '../ritual.ts'
import { abandonReview, closeOwn } from './close.ts'
import { holdAlone, openReview } from './open.ts'
import { texts } from './texts.ts'

/** The month that is over in figures: what moved, what it rests on, and what to make of it. */
export const monthlyDataReview: Template = {
  name: 'monthly-data-review',
  title: { en: texts.en.name, 'zh-CN': texts['zh-CN'].name },
  schedule: 'monthly 5th-workday 10:00',
  channel: 'sales',
  catchUpHours: 48,
  open: openReview,
  abandon: abandonReview,
  stages: { hold: holdAlone, close: closeOwn },
}
