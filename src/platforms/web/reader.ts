import type { Context } from 'hono'
import { type Locale, localeFrom } from '../../kernel/locale.ts'

/** The language that a browser asks for first. */
export const readerLocale = (c: Context): Locale => localeFrom(c.req.header('accept-language'))
