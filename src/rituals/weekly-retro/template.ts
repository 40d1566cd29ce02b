import type { Template } from '../ritual.ts'
import { abandonRetro, closeRetro, endLate, forgetNameless } from './close.ts'
import { nudge, nudgeAbroad } from './nudge.ts'
import { openRetro } from './open.ts'
import { texts } from './texts.ts'

/** Friday afternoon: what the week was, what is still open, and what each one wants to do better. */
export const weeklyRetro: Template = {
  name: 'weekly-retro',
  title: { en: texts.en.name, 'zh-CN': texts['zh-CN'].name },
  schedule: 'weekly fri 16:00',
  channel: 'retro',
  catchUpHours: 24,
  open: openRetro,
  abandon: abandonRetro,
  removed: forgetNameless,
  stages: { nudge, 'nudge-abroad': nudgeAbroad, close: closeRetro, late: endLate },
}
