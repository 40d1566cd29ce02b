import type { Template } from '../ritual.ts'
import { openReport } from './open.ts'
import { texts } from './texts.ts'

/** The evening of a workday: what the day brought, where the month stands, and a line for each one privately. */
export const dailyReport: Template = {
  name: 'daily-report',
  title: { en: texts.en.name, 'zh-CN': texts['zh-CN'].name },
  schedule: 'workdays 18:00',
  channel: 'sales',
  catchUpHours: 5,
  open: openReport,
  stages: {},
}
