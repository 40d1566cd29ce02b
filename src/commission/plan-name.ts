import type { Locale } from '../kernel/locale.ts'
import { planTexts } from './plan-texts.ts'
import { BUILT_IN } from './readings.ts'

/** What people read as a plan's name: the built-in one is called something in every language. */
export const planName = ({ name }: { name: string }, locale: Locale): string =>
  name === BUILT_IN ? planTexts[locale].builtIn : name
