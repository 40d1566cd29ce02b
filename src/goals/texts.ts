import type { Both } from '../kernel/locale.ts'
import { changing } from './texts/changing.ts'
import { checkingIn } from './texts/checking-in.ts'
import { naming } from './texts/naming.ts'
import { setting } from './texts/setting.ts'
import { showing } from './texts/showing.ts'

const en = { ...naming.en, ...setting.en, ...changing.en, ...showing.en, ...checkingIn.en }

const zh: typeof en = {
  ...naming['zh-CN'],
  ...setting['zh-CN'],
  ...changing['zh-CN'],
  ...showing['zh-CN'],
  ...checkingIn['zh-CN'],
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
