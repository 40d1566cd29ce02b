import type { LocalDate } from '../kernel/time.ts'

/** How a file writes its dates: 2026-11-20, 11/20/2026, or 2026年11月20日 (also 2026/11/20). */
export type DateFormat = 'iso' | 'us' | 'chinese'

export const DATE_FORMATS: Record<DateFormat, { pattern: RegExp; order: 'ymd' | 'mdy'; example: string }> = {
  iso: { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d\d:\d\d.*)?$/, order: 'ymd', example: '2026-11-20' },
  us: { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: 'mdy', example: '11/20/2026' },
  chinese: {
    pattern: /^(\d{4})[年/.](\d{1,2})[月/.](\d{1,2})日?$/,
    order: 'ymd',
    example: '2026年11月20日',
  },
}

/** The format that a date is written in; no two formats look alike. */
export function formatOf(text: string): DateFormat | undefined {
  const formats = Object.keys(DATE_FORMATS) as DateFormat[]
  return formats.find((format) => DATE_FORMATS[format].pattern.test(text))
}

/** Reads a date in the file's format; undefined where it is written otherwise or is no day of the calendar. */
export function readFileDate(text: string, format: DateFormat): LocalDate | undefined {
  const { pattern, order } = DATE_FORMATS[format]
  const parts = pattern.exec(text)
  if (!parts) return undefined
  const [year, month, day] = order === 'ymd' ? [parts[1], parts[2], parts[3]] : [parts[3], parts[1], parts[2]]
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(date) ? date : undefined
}
