import type { Both } from '../../kernel/locale.ts'
import type { Metric } from '../goal.ts'
import type { Pace } from '../pace.ts'

const en = {
  metrics: {
    signed: 'signed',
    collected: 'collected',
    deals: 'deals',
    'new-customers': 'new customers',
    'average-deal': 'average deal',
    attainment: 'attainment',
  } satisfies Record<Exclude<Metric, 'checkin'>, string>,
  sentence: (words: string) => `“${words}”`,
  company: 'Company',
  levels: { company: 'Company', team: 'Teams', person: 'People' },
  someone: 'somebody who has left',
  goalName: (owner: string, period: string, metric: string) => `${owner}: ${metric}, ${period}`,
  theirManager: 'their manager',
  you: 'you',
  pace: {
    ahead: 'ahead',
    'on-track': 'on track',
    'at-risk': 'at risk',
    behind: 'behind',
    reached: 'reached',
    missed: 'not reached',
    'not-begun': 'not begun',
    early: 'too early to say',
  } satisfies Record<Pace['state'], string>,
  bot: 'Drumbeat',
}

const zh: typeof en = {
  metrics: {
    signed: '签约',
    collected: '回款',
    deals: '签单数',
    'new-customers': '新客户',
    'average-deal': '客单价',
    attainment: '达成率',
  },
  sentence: (words) => `「${words}」`,
  company: '公司',
  levels: { company: '公司级', team: '部门级', person: '个人级' },
  someone: '已离开的同事',
  goalName: (owner, period, metric) => `${owner} ${period}${metric}`,
  theirManager: ' TA 的主管',
  you: '你',
  pace: {
    ahead: '超前',
    'on-track': '正常',
    'at-risk': '有风险',
    behind: '落后',
    reached: '已达成',
    missed: '未达成',
    'not-begun': '还没开始',
    early: '还早',
  },
  bot: '战鼓',
}

/** What goals, their owners, their metrics and their pace are called. */
export const naming: Both<typeof en> = { en, 'zh-CN': zh }
