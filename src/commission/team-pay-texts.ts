import type { Both } from '../kernel/locale.ts'
import { before } from './figures.ts'
import type { Overlay } from './overlay.ts'
import type { Override } from './override.ts'
import type { Pool } from './pool.ts'

type Scope = Pool['scope']

/** What everybody who shares a pool may know of it; all pieces are shown already. */
interface PoolFigures {
  scope: Scope
  size: string
  carriedIn: string | undefined
  attainment: string
  release: string
  released: string
  eligible: number
}

interface OverrideFigures {
  team: string | undefined
  people: number
  measure: Override['of']
  of: string
  rate: string
}

const en = {
  overlay: (of: Overlay['of'], credit: string) =>
    of === 'split'
      ? `a shared deal counts at ${credit} of the whole deal, for the tier and for pay, unless one’s share is larger`
      : `${credit} of what one’s teammates sign counts as well, for the tier and for pay`,
  override: ({ of, scope }: Override, rate: string) =>
    `who leads a team gets ${rate} of what ${scope === 'direct' ? 'its members' : 'its members, and those of all teams below,'} ${of === 'credit' ? 'sign' : 'earn by their own deals'}; own deals not among it`,
  heldBack: (share: string) => `team pool: ${share} of everyone’s commission is held back for it`,
  fromBonus: (share: string, bonus: string) =>
    `team pool: ${share} of everyone’s bonus “${bonus}” goes into it`,
  onTop: (share: string, scope: Scope) =>
    `team pool: the company adds ${share} of the ${scope}’s commission on top`,
  fixed: (amount: string) => `team pool: the company puts ${amount} in, on top`,
  released: (scope: Scope, from: string, to: string) =>
    `the attainment of the ${scope} releases the pool: below ${from} nothing, from there as much as the attainment, at most ${to}`,
  releasedInSteps: (scope: Scope, steps: string) =>
    `the attainment of the ${scope} releases the pool: ${steps}`,
  step: (at: string, releases: string) => `from ${at} on ${releases} of it`,
  betweenSteps: ', ',
  eligible: (share: string) => `who is below ${share} of their own target gets nothing of the pool`,
  divided: {
    equally: 'the pool is divided equally',
    'by-commission': 'the pool is divided by commission',
    'by-weights': 'the pool is divided by weights that the plan sets',
  },
  dividedByWeights: (weights: string) => `the pool is divided by weights: ${weights}`,
  unreleased: {
    forfeited: 'what is not released of the pool is forfeited',
    carried: 'what is not released of the pool goes into the next one',
  },
  overlayLine: (amount: string, of: Overlay['of']) =>
    of === 'split'
      ? `Beyond one’s shares the plan counts ${amount} more of shared deals.`
      : `Beyond one’s own deals the plan counts ${amount} that teammates have signed.`,
  overrideRow: ({ team, people, measure, of, rate }: OverrideFigures) =>
    `Override, ${team ?? 'a team'} (${people} ${people === 1 ? 'person' : 'people'}): ${measure} ${of} × ${rate}`,
  poolPutIn: 'Put into the team pool',
  poolShare: 'Share of the team pool',
  poolOwn: (putIn: string | undefined, share: string) =>
    `Team pool: ${putIn === undefined ? '' : `${putIn} put in, `}${share} back.`,
  pool: ({ scope, size, carriedIn, attainment, release, released, eligible }: PoolFigures) => {
    const whole = `It holds ${size}${carriedIn === undefined ? '' : `, of which ${carriedIn} from before`}; the ${scope} is at ${attainment}`
    if (eligible === 0) return `${whole}, but nobody is eligible: nothing is released.`
    return `${whole}, which releases ${release}: ${released} for ${eligible} ${eligible === 1 ? 'person' : 'people'}.`
  },
  poolNotEntitled: 'As it stands there is no claim to a share of it.',
  provisionalByOthers: (pay: string) =>
    `${pay} of it is provisional: others’ deals that it depends on wait for confirmation.`,
  ownAlone: 'The table is for one’s own deals alone, without what comes from the deals of others.',
}

const scopes: Record<Scope, string> = { team: '本组', department: '本部门', company: '全公司' }

const zh: typeof en = {
  overlay: (of, credit) =>
    of === 'split'
      ? `分单的单按整单的 ${credit} 计入，定档和发放都按它；自己的份额更大就按份额`
      : `同组队友签的另计 ${credit}，定档和发放都算`,
  override: ({ of, scope }, rate) =>
    `管理提成：带团队的人拿${scope === 'direct' ? '直接带的组员' : '组员和下面各组组员'}${of === 'credit' ? '签约额' : '自己那份提成'}的 ${rate}，本人的单不算`,
  heldBack: (share) => `团队奖金池：每人提成的 ${share} 先留进池里`,
  fromBonus: (share, bonus) => `团队奖金池：每人奖励「${bonus}」的 ${share} 放进池里`,
  onTop: (share, scope) => `团队奖金池：公司另出${scopes[scope]}提成的 ${share}`,
  fixed: (amount) => `团队奖金池：公司另出 ${amount}`,
  released: (scope, from, to) =>
    `奖金池按${scopes[scope]}达成来放：没到 ${from} 不放，到了之后达成多少放多少，最多 ${to}`,
  releasedInSteps: (scope, steps) => `奖金池按${scopes[scope]}达成来放：${steps}`,
  step: (at, releases) => `达到 ${at} 放 ${releases}`,
  betweenSteps: '，',
  eligible: (share) => `自己没到目标的 ${share}，这一期不分池`,
  divided: {
    equally: '奖金池平分',
    'by-commission': '奖金池按各人提成分',
    'by-weights': '奖金池按方案定的权重分',
  },
  dividedByWeights: (weights) => `奖金池按权重分：${weights}`,
  unreleased: {
    forfeited: '池里没放出来的作废',
    carried: '池里没放出来的转到下一期',
  },
  overlayLine: (amount, of) =>
    of === 'split'
      ? `分单的单，方案在份额之外另计 ${amount}。`
      : `自己的单之外，方案另计队友签的 ${amount}。`,
  overrideRow: ({ team, people, measure, of, rate }) =>
    `管理提成，${team ?? '一个组'}（${people} 人）：${measure === 'credit' ? '计入' : '提成'} ${of} × ${rate}`,
  poolPutIn: '留进团队奖金池',
  poolShare: '团队奖金池分到',
  poolOwn: (putIn, share) => `团队奖金池：${putIn === undefined ? '' : `留进 ${putIn}，`}分到 ${share}。`,
  pool: ({ scope, size, carriedIn, attainment, release, released, eligible }) => {
    const whole = `池里共 ${size}${carriedIn === undefined ? '' : `（上期转来 ${carriedIn}）`}，${scopes[scope]}达成 ${attainment}`
    if (eligible === 0) return `${whole}，没有人够条件，这一期不放。`
    return `${whole}，放出 ${release}，就是 ${released}，${eligible} 人分。`
  },
  poolNotEntitled: '按方案的条件，自己目前还不能分。',
  provisionalByOthers: (pay) => `其中 ${before(pay)}还是暂计：别人有签约等主管确认，会影响到它。`,
  ownAlone: '表里只算自己的单，别人的单带来的不在内。',
}

/** Pools, overrides and overlays: how a plan says them. */
export const teamPayTexts: Both<typeof en> = { en, 'zh-CN': zh }
