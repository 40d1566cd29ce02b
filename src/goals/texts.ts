import type { Both } from '../kernel/locale.ts'
import { changing } from './texts/changing.ts'
import { checkingIn } from './texts/checking-in.ts'
import { naming } from './texts/naming.ts'
import { setting } from './texts/setting.ts'
import { showing } from './texts/showing.ts'
import { smartTexts } from './texts/smart.ts'
import { staleTexts } from './texts/stale.ts'
import { standingTexts } from './texts/standing.ts'

const en = {
  ...naming.en,
  ...setting.en,
  ...changing.en,
  ...showing.en,
  ...checkingIn.en,
  ...smartTexts.en,
  ...staleTexts.en,
  ...standingTexts.en,
}

const zh: typeof en = {
  ...naming['zh-CN'],
  ...setting['zh-CN'],
  ...changing['zh-CN'],
  ...showing['zh-CN'],
  ...checkingIn['zh-CN'],
  ...smartTexts['zh-CN'],
  ...staleTexts['zh-CN'],
  ...standingTexts['zh-CN'],
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
