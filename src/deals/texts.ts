import type { Both } from '../kernel/locale.ts'
import { changing } from './texts/changing.ts'
import { confirming } from './texts/confirming.ts'
import { logging } from './texts/logging.ts'
import { reading } from './texts/reading.ts'
import { refusing } from './texts/refusing.ts'
import { scheduling } from './texts/scheduling.ts'
import { showing } from './texts/showing.ts'

const en = {
  ...reading.en,
  ...refusing.en,
  ...logging.en,
  ...changing.en,
  ...confirming.en,
  ...scheduling.en,
  ...showing.en,
}

const zh: typeof en = {
  ...reading['zh-CN'],
  ...refusing['zh-CN'],
  ...logging['zh-CN'],
  ...changing['zh-CN'],
  ...confirming['zh-CN'],
  ...scheduling['zh-CN'],
  ...showing['zh-CN'],
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
