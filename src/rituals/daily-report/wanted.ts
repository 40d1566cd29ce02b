import type { Telling } from '../../kernel/feature.ts'
import type { Scope, WriteScope } from '../../kernel/scope.ts'
import { changePreferences, ownSettings } from '../../people/store.ts'

/** What the line is called among the kinds of news that a person can do without. */
export const DAILY_REPORT: Telling = {
  kind: 'daily-report',
  aliases: ['report', '战报', '日报'],
  label: { en: 'my line in the evening', 'zh-CN': '晚上我的那条战报' },
}

/** Whether somebody does without the line. */
export async function isOff(scope: Scope, person: string): Promise<boolean> {
  const { preferences } = await ownSettings(scope, person)
  return preferences.without?.includes(DAILY_REPORT.kind) === true
}

/** Switches a person's line off, or on again. False: that is so already. */
export async function setOff(scope: WriteScope, person: string, off: boolean): Promise<boolean> {
  const { preferences } = await ownSettings(scope, person)
  const without = (preferences.without ?? []).filter((kind) => kind !== DAILY_REPORT.kind)
  if ((await isOff(scope, person)) === off) return false
  await changePreferences(scope, person, { without: off ? [...without, DAILY_REPORT.kind] : without })
  return true
}
