import { monthlyCalibration } from './calibration/template.ts'
import { monthlyDataReview } from './data-review/template.ts'
import type { Ritual, Template } from './ritual.ts'
import { weeklyRetro } from './weekly-retro/template.ts'

/** Every kind of ritual; each team gets one of each. */
export const templates: readonly Template[] = [weeklyRetro, monthlyCalibration, monthlyDataReview]

export function templateOf(ritual: Ritual): Template {
  const found = templates.find((template) => template.name === ritual.template)
  if (!found) throw new Error(`No template is called ${ritual.template}.`)
  return found
}
