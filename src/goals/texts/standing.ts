import type { Both } from '../../kernel/locale.ts'
import type { Confidence } from '../confidence.ts'

const en = {
  forecast: (value: string, share: string) => `Heading for ${value}, ${share} of the goal.`,
  method: {
    average: (days: number, recent: number | undefined) =>
      recent === undefined
        ? `At the average of ${workdays(days)} so far.`
        : `At the average of ${workdays(days)} so far, of which the last ${recent} count half.`,
    reported: (days: number) => `At the average of ${workdays(days)} until the last check-in.`,
    phases: (days: number) => `By what the phases expect after ${workdays(days)}.`,
    level: 'A rate does not add up over time, so it is taken as it is now.',
  },
  tooEarly: (days: number, needed: number) =>
    `Too early to say: a forecast takes ${workdays(needed)}, this rests on ${days}.`,
  confidence: { high: 'confident', medium: 'fairly sure', low: 'not sure' } satisfies Record<
    Confidence,
    string
  >,
  lastCheckin: (on: string, value: string, sure: string | undefined, note: string | undefined) =>
    `Checked in ${on}: ${[value, sure].filter(Boolean).join(', ')}${note ? `. “${note}”` : ''}`,
  checkinLine: (on: string, who: string, value: string, sure: string | undefined, note: string | undefined) =>
    `${on}, ${who}: ${[value, sure].filter(Boolean).join(', ')}${note ? `. “${note}”` : ''}`,
  howJudged: 'How the status is found',
  judged: (forecast: string, value: string, share: string) =>
    `${forecast} of ${value} by the end makes ${share}.`,
  thresholds: (onTrack: string, atRisk: string, ahead: string) =>
    `By the forecast: ${onTrack} of the goal or more is on track, ${atRisk} or more at risk, less is behind; from ${ahead} on it is ahead. Days are workdays, make-up days included; a person’s leave is taken out of their own goals.`,
  basis: {
    growth: (on: string | undefined, from: string, growths: string) =>
      `Set as ${growths} on ${on === undefined ? from : `${from} (${on})`}.`,
    product: (name: string, count: number, average: string) =>
      `Set as ${count.toLocaleString('en')} ${name} × ${average}.`,
  },
}

const workdays = (count: number) => `${count} ${count === 1 ? 'workday' : 'workdays'}`

const zh: typeof en = {
  forecast: (value, share) => `照这样到期末 ${value}，是目标的 ${share}。`,
  method: {
    average: (days, recent) =>
      recent === undefined
        ? `按前 ${days} 个工作日的平均速度。`
        : `按前 ${days} 个工作日的平均速度，最近 ${recent} 个占一半。`,
    reported: (days) => `按最近一次报数前 ${days} 个工作日的平均速度。`,
    phases: (days) => `按分期安排里前 ${days} 个工作日该到的份额。`,
    level: '比率不会越攒越多，按现在的水平算。',
  },
  tooEarly: (days, needed) => `还早，说不准：满 ${needed} 个工作日才估期末，现在只有 ${days} 个。`,
  confidence: { high: '有把握', medium: '一般', low: '没把握' },
  lastCheckin: (on, value, sure, note) =>
    `${on}报的：${[value, sure].filter(Boolean).join('，')}${note ? `。「${note}」` : ''}`,
  checkinLine: (on, who, value, sure, note) =>
    `${on}，${who}：${[value, sure].filter(Boolean).join('，')}${note ? `。「${note}」` : ''}`,
  howJudged: '状态怎么定的',
  judged: (forecast, value, share) => `期末预计 ${forecast}，目标 ${value}，是 ${share}。`,
  thresholds: (onTrack, atRisk, ahead) =>
    `看期末预计：达到目标的 ${onTrack} 算正常，${atRisk} 以上有风险，再低就是落后；${ahead} 起算超前。时间按工作日算，调休上班也算；个人的目标会减去本人的休假。`,
  basis: {
    growth: (on, from, growths) =>
      `这样定的：${on === undefined ? '' : `${on} `}${from}的基础上 ${growths}。`,
    product: (name, count, average) => `这样定的：${name} ${count.toLocaleString('en')} × ${average}。`,
  },
}

/** Where a goal is heading, by which method, and what decides its status. */
export const standingTexts: Both<typeof en> = { en, 'zh-CN': zh }
