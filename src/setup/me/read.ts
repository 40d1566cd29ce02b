import { isZone } from '../../kernel/calendar.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Hours } from '../../people/hours.ts'

const LANGUAGE_WORDS: Record<string, Locale> = {
  zh: 'zh-CN',
  'zh-cn': 'zh-CN',
  chinese: 'zh-CN',
  中文: 'zh-CN',
  汉语: 'zh-CN',
  en: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
}

export const readLanguage = (text: string): Locale | undefined => LANGUAGE_WORDS[plain(text).toLowerCase()]

/** Reads `10:00-19:00`, `10-19`, `10点到19点`, `22:00 – 06:00`. */
export function readHours(text: string): Hours | undefined {
  const [, from = '', to = ''] =
    /^(.+?)\s*(?:[-–—~～]|到|至|to|until)\s*(.+)$/u.exec(plain(text).toLowerCase()) ?? []
  const [begin, end] = [readTime(from), readTime(to)]
  return begin !== undefined && end !== undefined ? { from: begin, to: end } : undefined
}

/** Reads `9`, `09:00`, `9点半`; `24:00` is midnight. */
export function readTime(text: string): string | undefined {
  const [, hour, , minute, half] =
    /^(\d{1,2})(?:([:：.点])(?:(\d{2})分?|(半))?)?$/u.exec(plain(text).replace(/\s/g, '')) ?? []
  if (hour === undefined) return undefined
  const [hours, minutes] = [Number(hour), half ? 30 : Number(minute ?? 0)]
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return undefined
  return `${String(hours % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const A_DAY = 24 * 60

/** How long hours are, in minutes; past midnight where they end before they begin. */
export function lengthOf({ from, to }: Hours): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return (minutes(to) - minutes(from) + A_DAY) % A_DAY
}

const DAY_NAMES: string[][] = [
  ['mon', 'monday', '一', '周一', '星期一'],
  ['tue', 'tues', 'tuesday', '二', '周二', '星期二'],
  ['wed', 'wednesday', '三', '周三', '星期三'],
  ['thu', 'thur', 'thurs', 'thursday', '四', '周四', '星期四'],
  ['fri', 'friday', '五', '周五', '星期五'],
  ['sat', 'saturday', '六', '周六', '星期六'],
  ['sun', 'sunday', '日', '天', '周日', '周天', '星期日', '星期天'],
]

/** Reads `mon-fri`, `mon,wed,fri`, `周一到周四`, `周一、周三`: 1 Monday to 7 Sunday. */
export function readWeekdays(text: string): number[] | undefined {
  const found = new Set<number>()
  const parts = plain(text)
    .toLowerCase()
    .split(/[,，、;；\s和]+/u)
    .filter((part) => part !== '')
  for (const part of parts) {
    const [first = '', last] = part.split(/[-–—~～到至]/u)
    const [from, to] = [dayNamed(first), dayNamed(last ?? first)]
    if (from === 0 || to === 0) return undefined
    for (let day = from; ; day = (day % 7) + 1) {
      found.add(day)
      if (day === to) break
    }
  }
  return found.size > 0 ? [...found].sort((a, b) => a - b) : undefined
}

const dayNamed = (word: string): number => DAY_NAMES.findIndex((names) => names.includes(word)) + 1

/** A zone as its proper name, whatever its capitals. */
export function readZone(text: string): string | undefined {
  const typed = plain(text)
  if (!/^[\w+-]+(?:\/[\w+-]+)*$/.test(typed) || !isZone(typed)) return undefined
  return new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone
}

const DEFAULT_WORDS = ['default', 'usual', 'team', '默认', '取消', '恢复默认']

export const meansDefault = (text: string): boolean => DEFAULT_WORDS.includes(plain(text).toLowerCase())

const plain = (text: string): string => text.normalize('NFKC').trim()
