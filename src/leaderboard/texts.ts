import type { Both } from '../kernel/locale.ts'
import type { Metric } from './metric.ts'

const en = {
  summary: 'Who leads: by attainment, signed, collected, deals or new customers',
  usage: '[signed] [2026-10] [team]',
  metrics: {
    attainment: 'attainment',
    signed: 'signed',
    collected: 'collected',
    deals: 'deals',
    new: 'new customers',
  } satisfies Record<Metric, string>,
  columns: { rank: 'Rank', name: 'Name' },
  /** A metric where it stands alone: over a column, on a button. */
  alone: (metric: string) => metric.charAt(0).toUpperCase() + metric.slice(1),
  title: ({ period, metric, team }: { period: string; metric: string; team: string | undefined }) =>
    `Leaderboard, ${period}: ${metric}${team ? `, ${team}` : ''}`,
  shared: (rank: number) => `${rank}, shared`,
  around: 'Around you',
  mine: (rank: string, value: string) => `You are number ${rank} with ${value}.`,
  notOnBoard: 'You are not on this board yet. Your next deal puts you there: /deal add Huawei 120k',
  notOnPastBoard: 'You were not on this board.',
  noTarget:
    'You are not on this board yet: it ranks attainment, and you have no target for it or nothing signed.',
  nobody: ({ period, metric }: { period: string; metric: string }) =>
    `Nobody is on the ${metric} board for ${period} yet. The first deal opens it: /deal add Huawei 120k`,
  nobodyWas: ({ period, metric }: { period: string; metric: string }) =>
    `Nobody was on the ${metric} board for ${period}.`,
  nobodyHasTarget: (period: string) =>
    `Nobody with a target has signed anything in ${period} yet, so attainment has nothing to rank. Ranked by amount: /leaderboard signed`,
  notUnderstood: ({
    understood,
    word,
    near,
  }: {
    understood: readonly string[]
    word: string
    near: string | undefined
  }) =>
    `${understood.length > 0 ? `I understood ${understood.join(', ')}, but ` : ''}${understood.length > 0 ? 'not' : 'I could not read'} “${word}”.${near ? ` Did you mean ${near}?` : ''} Try: /leaderboard signed 2026-10, or with a team’s name at the end`,
}

const zh: typeof en = {
  summary: '谁领先：按达成率、签约、回款、单数或新客',
  usage: '[签约] [2026-10] [团队]',
  metrics: { attainment: '达成率', signed: '签约', collected: '回款', deals: '单数', new: '新客' },
  columns: { rank: '名次', name: '姓名' },
  alone: (metric) => metric,
  title: ({ period, metric, team }) => `${team ? `${team} ` : ''}${period}${metric}排行榜`,
  shared: (rank) => `并列 ${rank}`,
  around: '我的前后',
  mine: (rank, value) => `你第 ${rank} 名，${value}。`,
  notOnBoard: '你还不在这张榜上，签下一单就上榜：签单 华为 12万',
  notOnPastBoard: '那时你不在这张榜上。',
  noTarget: '你还不在这张榜上：它按达成率排，而你还没有目标，或者还没有签约。',
  nobody: ({ period, metric }) => `${period}按${metric}还没有人上榜，第一单就能开榜：签单 华为 12万`,
  nobodyWas: ({ period, metric }) => `${period}按${metric}没有人上榜。`,
  nobodyHasTarget: (period) => `${period}有目标的人还没有签约，达成率暂时没得排。按金额看：排行榜 签约`,
  notUnderstood: ({ understood, word, near }) =>
    `${understood.length > 0 ? `看懂了${understood.join('、')}，但` : ''}「${word}」没读懂。${near ? `是不是想写「${near}」？` : ''}可以写成：排行榜 签约 2026-10，后面还可以加团队名`,
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
