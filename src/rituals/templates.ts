import { askedTemplates } from './asked/templates.ts'
import { monthlyCalibration } from './calibration/template.ts'
import { dailyReport } from './daily-report/template.ts'
import { monthlyDataReview } from './data-review/template.ts'
import type { Ritual, Template } from './ritual.ts'
import { weeklyRetro } from './weekly-retro/template.ts'

/** Every kind of ritual: those of which each team gets one by itself, and those that somebody makes. */
export const templates: readonly Template[] = [
  weeklyRetro,
  monthlyCalibration,
  monthlyDataReview,
  dailyReport,
  ...askedTemplates,
]

export function templateOf(ritual: Pick<Ritual, 'template'>): Template {
  const found = templates.find((template) => template.name === ritual.template)
  if (!found) throw new Error(`No template is called ${ritual.template}.`)
  return found
}
