import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'

/** How a team wants its retro. */
export interface Setting {
  /** 0: answers carry names. Otherwise they carry none, and are shown from so many on. */
  minimum: number
  /** What becomes of it on the month's last two workdays. */
  monthEnd: 'short' | 'usual'
}

const USUAL: Setting = { minimum: 0, monthEnd: 'short' }

export async function settingOf(scope: Scope, ritual: string): Promise<Setting> {
  const row = await rowsOf(scope)
    .selectFrom('retro_setting')
    .select(['minimum', 'month_end'])
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .executeTakeFirst()
  return row ? { minimum: row.minimum, monthEnd: row.month_end } : USUAL
}

/** Stores it for the weeks that are opened from now on. */
export async function changeSetting(
  scope: WriteScope,
  ritual: string,
  setting: Setting,
  by: string,
): Promise<void> {
  const columns = {
    minimum: setting.minimum,
    month_end: setting.monthEnd,
    set_by: by,
    set_at: scope.now,
  }
  const before = await settingOf(scope, ritual)
  await rowsOf(scope)
    .insertInto('retro_setting')
    .values({ workspace: scope.workspace.id, ritual, ...columns })
    .onConflict((conflict) => conflict.columns(['workspace', 'ritual']).doUpdateSet(columns))
    .execute()
  await scope.record('retro.setting', `ritual:${ritual}`, before, setting)
}
