import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { explainCommission, explainPressed } from './explain-commission.ts'
import { explainDealsPressed } from './explain-deals.ts'
import { commissionAtHome } from './home.ts'
import { planTexts } from './plan-texts.ts'
import { remindManager, targetAsked } from './remind-manager.ts'
import { showCommission } from './show-commission.ts'
import { showPlan } from './show-plan.ts'
import { showTeam } from './show-team.ts'
import { texts } from './texts.ts'
import { whatIf, whatIfPressed, whatIfSubmitted } from './what-if.ts'

/** What I earn, how it adds up, and what the next deal would bring. */
export const commission: Feature = {
  name: 'commission',
  prompts: [targetAsked],
  commands: [
    {
      name: 'commission',
      aliases: ['提成'],
      summary: both(texts, (words) => words.commandSummary),
      subcommands: [
        {
          name: '',
          aliases: [],
          usage: { en: '[2026-10] [@Li Lei]', 'zh-CN': '[2026-10] [@李雷]' },
          summary: both(texts, (words) => words.commandSummary),
          reads: showCommission,
        },
        {
          name: 'explain',
          aliases: ['算法'],
          usage: { en: '[2026-10] [@Li Lei]', 'zh-CN': '[2026-10] [@李雷]' },
          summary: both(texts, (words) => words.explainSummary),
          reads: explainCommission,
        },
        {
          name: 'whatif',
          aliases: ['试算', 'what-if'],
          usage: { en: '50k 30k [split=60/40]', 'zh-CN': '5万 3万 [分单=60/40]' },
          summary: both(texts, (words) => words.whatIfSummary),
          reads: whatIf,
        },
        {
          name: 'team',
          aliases: ['团队'],
          usage: { en: '[2026-10] [team]', 'zh-CN': '[2026-10] [团队]' },
          summary: both(texts, (words) => words.teamSummary),
          roles: ['manager', 'finance', 'admin'],
          reads: showTeam,
        },
        {
          name: 'plan',
          aliases: ['方案'],
          usage: { en: '[2026-10] [@Li Lei]', 'zh-CN': '[2026-10] [@李雷]' },
          summary: both(planTexts, (words) => words.planSummary),
          reads: showPlan,
        },
      ],
    },
  ],
  actions: [
    { name: 'commission.explain', reads: explainPressed },
    { name: 'commission.explain-deals', reads: explainDealsPressed },
    { name: 'commission.whatif', reads: whatIfPressed },
    { name: 'commission.remind', writes: remindManager },
  ],
  forms: [{ name: 'commission.whatif', reads: whatIfSubmitted }],
  home: commissionAtHome,
}
