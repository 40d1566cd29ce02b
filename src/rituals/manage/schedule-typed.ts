import { readSchedule, WEEKDAYS } from '../schedule.ts'

/** What stops a typed schedule: its day or its time is missing, or such a schedule cannot be kept. */
export type Unread = 'nothing' | 'time-missing' | 'day-missing' | 'not-kept'

/**
 * A schedule as people type it, as it is written: `每周五下午4点` and `every Friday at 4pm` are `weekly fri 16:00`,
 * `每月最后一个工作日 17:00` is `monthly last-workday 17:00`, `every quarter on the 15th, 9:30` is `quarterly 15 09:30`.
 */
export function readTypedSchedule(typed: string): { written: string } | { unread: Unread } {
  const text = plainly(typed)
  if (text === '') return { unread: 'nothing' }
  if (readSchedule(text)) return { written: text }
  if (NOT_KEPT.test(text)) return { unread: 'not-kept' }
  const { time, rest } = timeIn(text)
  const day = dayIn(rest)
  if (!day) return { unread: time ? 'day-missing' : 'nothing' }
  if (!time) return { unread: 'time-missing' }
  const written = `${day} ${time}`
  return readSchedule(written) ? { written } : { unread: 'not-kept' }
}

/** Every second week, every day of the week, several times: nothing that a schedule says. */
const NOT_KEPT =
  /隔|双周|两周|每两|每三|半月|every (?:other|second|two|2|three|3)|bi-?weekly|fortnight|twice|每天|每日(?!报)|\bdaily\b|every day\b|周[一二三四五六日天][、和,]/

function plainly(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[，。；]/g, ' ')
    .replace(/礼拜|星期/g, '周')
    .replace(/周天/g, '周日')
    .replace(/每(?:个|一)(?=[周月季年])/g, '每')
    .replace(/\s+/g, ' ')
    .trim()
}

const HOUR = '([01]?\\d|2[0-3])'

/** The clock in a text, and the text without it. */
function timeIn(text: string): { time: string | undefined; rest: string } {
  for (const [pattern, read] of CLOCKS) {
    const match = pattern.exec(text)
    const time = match && read(match)
    if (match && time) return { time, rest: text.replace(match[0], ' ').trim() }
  }
  return { time: undefined, rest: text }
}

const ZH_PART = '(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?'
const ZH_NUMBER = '(\\d{1,2}|[一二三四五六七八九十两]{1,3})'

const CLOCKS: [RegExp, (match: RegExpExecArray) => string | undefined][] = [
  [
    new RegExp(
      `${ZH_PART}\\s*${ZH_NUMBER}\\s*[点时]\\s*(?:钟|整)?\\s*(半|一刻|三刻|[0-5]?\\d(?=\\s*分)|[0-5]\\d)?\\s*分?`,
    ),
    ([, part, hour = '', minutes]) => afternoon(part, chineseNumber(hour), chineseMinutes(minutes)),
  ],
  [
    /(?:\bat )?\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s*([ap])\.?m\b\.?/,
    ([, hour, minutes, half]) => clock((Number(hour) % 12) + (half === 'p' ? 12 : 0), Number(minutes ?? 0)),
  ],
  [
    new RegExp(`${ZH_PART}\\s*(?:\\bat )?(?<![\\d-])${HOUR}:([0-5]\\d)(?!\\d)`),
    ([, part, hour, minutes]) => afternoon(part, Number(hour), Number(minutes)),
  ],
  [/(?:\bat )?\b(noon|midday)\b/, () => '12:00'],
]

function afternoon(part: string | undefined, hour: number | undefined, minutes: number): string | undefined {
  if (hour === undefined || hour > 23) return undefined
  const later = part !== undefined && /下午|傍晚|晚/.test(part) && hour < 12
  const noon = part === '中午' && hour < 3
  return clock(hour + (later || noon ? 12 : 0), minutes)
}

const clock = (hour: number, minutes: number) =>
  `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`

const chineseMinutes = (word: string | undefined) =>
  word === undefined ? 0 : word === '半' ? 30 : word === '一刻' ? 15 : word === '三刻' ? 45 : Number(word)

/** 四 → 4, 十五 → 15, 二十 → 20, 9 → 9. */
function chineseNumber(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word)
  const digit = (one: string) => '零一二三四五六七八九'.indexOf(one === '两' ? '二' : one)
  const [, tens, ones] = /^([一二三四五六七八九两]?十)?([一二三四五六七八九两])?$/.exec(word) ?? []
  if (tens === undefined && ones === undefined) return undefined
  const ten = tens === undefined ? 0 : tens === '十' ? 10 : digit(tens.charAt(0)) * 10
  return ten + (ones === undefined ? 0 : digit(ones))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day of a schedule, as it is written: `weekly fri`, `monthly 15`, `workdays`. */
function dayIn(text: string): string | undefined {
  const every =
    /季/.test(text) || /quarter/.test(text)
      ? 'quarterly'
      : /每年|年度|一年一次|year|annual/.test(text)
        ? 'yearly'
        : /每月|月度|月底|月初|月末|month/.test(text)
          ? 'monthly'
          : undefined
  const workday = workdayIn(text)
  if (every) return every === 'yearly' ? yearly(text, workday) : monthly(every, text, workday)
  const weekday = weekdayIn(text)
  if (weekday) return `weekly ${weekday}`
  return /工作日|上班日|(?:work|week|business) ?days?/.test(text) ? 'workdays' : undefined
}

function workdayIn(text: string): string | undefined {
  const named = /工作日|上班日|(?:work|business|working) ?day/.test(text)
  if (/(?:最后|末|last)/.test(text) && named) return 'last-workday'
  return /(?:首|第一|第1|头一|first)/.test(text) && named ? 'first-workday' : undefined
}

function monthly(every: string, text: string, workday: string | undefined): string | undefined {
  if (workday) return `${every} ${workday}`
  const day = dayOfMonth(text)
  return day === undefined ? undefined : `${every} ${day}`
}

function yearly(text: string, workday: string | undefined): string | undefined {
  if (workday) return `yearly ${workday}`
  const [, month, day] =
    /(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?/.exec(
      text,
    ) ?? []
  const numbers = [month, day].map((word) => (word === undefined ? undefined : chineseNumber(word)))
  if (numbers[0] && numbers[1]) return `yearly ${numbers[0]}-${numbers[1]}`
  const [, iso] = /\b(\d{1,2}-\d{1,2})\b/.exec(text) ?? []
  if (iso) return `yearly ${iso}`
  const at = MONTHS.findIndex((name) => new RegExp(`\\b${name}[a-z]*\\b`).test(text))
  const [, inEnglish] = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text) ?? []
  return at >= 0 && inEnglish ? `yearly ${at + 1}-${inEnglish}` : undefined
}

function weekdayIn(text: string): string | undefined {
  const [, chinese] = /周([一二三四五六日])/.exec(text) ?? []
  if (chinese) return WEEKDAYS['一二三四五六日'.indexOf(chinese)]
  const named = WEEKDAYS.filter((name) => new RegExp(`\\b${name}[a-z]*\\b`).test(text))
  return named.length === 1 ? named[0] : undefined
}

/** `15 日`, `15号`, `day 15`, `the 15th`; the last day is the 31st, which a shorter month has earlier. */
function dayOfMonth(text: string): number | undefined {
  if (/最后一天|月底|月末|last day|end of/.test(text)) return 31
  if (/第一天|月初|first day/.test(text)) return 1
  const [, chinese] = /(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]/.exec(text) ?? []
  if (chinese) return chineseNumber(chinese)
  const [, english] = /\b(?:day |the |on )?(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text) ?? []
  return english ? Number(english) : undefined
}
