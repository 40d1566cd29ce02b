import type { Template } from '../ritual.ts'
import { abandonCalibration, closeCalibration } from './close.ts'
import { openCalibration } from './open.ts'
import { remind } from './remind.ts'
import { texts } from './texts.ts'

/** The month's first workday: where the goals stand, what has moved in the market, and what changes for it. */
export const monthlyCalibration: Template = {
  name: 'monthly-calibration',
  title: { en: texts.en.name, 'zh-CN': texts['zh-CN'].name },
  schedule: 'monthly first-workday 10:00',
  channel: 'sales',
  catchUpHours: 24,
  open: openCalibration,
  abandon: abandonCalibration,
  stages: { remind, close: closeCalibration },
}
