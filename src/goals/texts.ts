import type { Both } from '../kernel/locale.ts'
import { changing } from './texts/changing.ts'
import { checkingIn } from './texts/checking-in.ts'
import { holding } from './texts/holding.ts'
import { naming } from './texts/naming.ts'
import { phasing } from './texts/phasing.ts'
import { setting } from './texts/setting.ts'
import { showing } from './texts/showing.ts'
import { smartTexts } from './texts/smart.ts'
import { staleTexts } from './texts/stale.ts'
import { standingTexts } from './texts/standing.ts'
import { structure } from './texts/structure.ts'
import { tree } from './texts/tree.ts'

const en = {
  ...naming.en,
  ...setting.en,
  ...changing.en,
  ...showing.en,
  ...checkingIn.en,
  ...smartTexts.en,
  ...staleTexts.en,
  ...standingTexts.en,
  ...structure.en,
  ...phasing.en,
  ...holding.en,
  ...tree.en,
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
  ...structure['zh-CN'],
  ...phasing['zh-CN'],
  ...holding['zh-CN'],
  ...tree['zh-CN'],
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
