import type { Locale } from './locale.ts'
import { kindOf, type Period } from './period.ts'

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
)

/**
 * A period in words: `11 月`, `2027 年 1 月`, `2026 年第 4 季度`; `November`, `January 2027`, `Q4 2026`. A month of the
 * year that `today` lies in is named without its year.
 */
export function showPeriod(period: Period, locale: Locale, today = ''): string {
  const year = period.slice(0, 4)
  const zh = locale === 'zh-CN'
  switch (kindOf(period)) {
    case 'year':
      return zh ? `${year} 年` : year
    case 'quarter':
      return zh ? `${year} 年第 ${period.slice(6)} 季度` : `Q${period.slice(6)} ${year}`
    case 'month': {
      const month = Number(period.slice(5))
      const bare = today.startsWith(year)
      if (zh) return bare ? `${month} 月` : `${year} 年 ${month} 月`
      return bare ? (MONTHS[month - 1] ?? '') : `${MONTHS[month - 1]} ${year}`
    }
    case 'week':
      return zh ? `${year} 年第 ${Number(period.slice(6))} 周` : `week ${Number(period.slice(6))} of ${year}`
    case 'day': {
      const [month, day] = [Number(period.slice(5, 7)), Number(period.slice(8))]
      if (zh) return today.startsWith(year) ? `${month} 月 ${day} 日` : `${year} 年 ${month} 月 ${day} 日`
      const name = (MONTHS[month - 1] ?? '').slice(0, 3)
      return today.startsWith(year) ? `${day} ${name}` : `${day} ${name} ${year}`
    }
  }
}
