import type { Locale } from './locale.ts'
import { kindOf, type Period, spanOf } from './period.ts'

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
)

/**
 * A period in words: `11 月`, `2027 年 1 月`, `2026 年第 4 季度`; `November`, `January 2027`, `Q4 2026`. A month of the
 * year that `today` lies in is named without its year. Where the fiscal year does not start in January, its quarters and
 * years say which months they are: `2026 财年第 3 季度（2026 年 10 月至 12 月）`, `FY2026 (April 2026 to March 2027)`.
 */
export function showPeriod(period: Period, locale: Locale, today = '', fiscalStartMonth = 1): string {
  const year = period.slice(0, 4)
  const zh = locale === 'zh-CN'
  if (fiscalStartMonth !== 1 && /^\d{4}(-Q\d)?$/.test(period))
    return fiscalPeriod(period, locale, fiscalStartMonth)
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

function fiscalPeriod(period: Period, locale: Locale, fiscalStartMonth: number): string {
  const year = period.slice(0, 4)
  const quarter = period.slice(6)
  const { from, to } = spanOf(period, fiscalStartMonth)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const [first, last] = [from, to].map((date) => showPeriod(date.slice(0, 7), locale))
  if (locale === 'zh-CN') {
    const end = sameYear ? `${Number(to.slice(5, 7))} 月` : last
    return `${year} 财年${quarter && `第 ${quarter} 季度`}（${first}至 ${end}）`
  }
  return `${quarter && `Q${quarter} `}FY${year} (${sameYear ? first?.slice(0, -5) : first} to ${last})`
}
