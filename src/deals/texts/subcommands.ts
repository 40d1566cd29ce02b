import type { Both } from '../../kernel/locale.ts'

/** What the help says about `/deal`. */
export const summaries = {
  deal: { en: 'Log deals and look them up', 'zh-CN': '记单、查单、改单' },
  form: { en: 'Open the form for a new deal', 'zh-CN': '打开表单记一单' },
  add: { en: 'Log a deal', 'zh-CN': '记一单' },
  list: { en: 'Your deals of a period', 'zh-CN': '看一段时间的签单' },
  show: { en: 'All about one deal', 'zh-CN': '看一单的全部' },
  amend: { en: 'Change a deal', 'zh-CN': '改一单' },
  collect: { en: 'Enter money that came in', 'zh-CN': '登记回款' },
  refund: { en: 'Enter a refund', 'zh-CN': '登记退款' },
  void: { en: 'Take a deal out', 'zh-CN': '作废一单' },
  schedule: { en: 'Agree on instalments', 'zh-CN': '约定分期回款' },
  overdue: { en: 'What is due and has not come in', 'zh-CN': '看到期没回的款' },
  confirm: { en: 'Confirm your people’s deals', 'zh-CN': '确认团队的签单' },
  rate: { en: 'Set an exchange rate', 'zh-CN': '设定汇率' },
} satisfies Record<string, Both>

/** What follows each subcommand, as people would type it. */
export const usages = {
  add: {
    en: 'Huawei 120k [product=CRM] [channel=referral] [date=yesterday] [split=@Li Lei:60,@Han Meimei:40]',
    'zh-CN': '华为 12万 [产品=CRM] [渠道=转介绍] [日期=昨天] [分单=@李雷:60,@韩梅梅:40]',
  },
  list: { en: '[2026-11] [@Li Lei]', 'zh-CN': '[2026-11] [@李雷]' },
  show: { en: 'D-12', 'zh-CN': 'D-12' },
  amend: { en: 'D-12 amount=150k [reason]', 'zh-CN': 'D-12 金额=15万 [原因]' },
  collect: { en: 'D-12 50k [date=yesterday]', 'zh-CN': 'D-12 5万 [日期=昨天]' },
  refund: { en: 'D-12 [6k] reason', 'zh-CN': 'D-12 [6000] 原因' },
  void: { en: 'D-12 [reason]', 'zh-CN': 'D-12 [原因]' },
  schedule: { en: 'D-12 50%@2026-12-01 50%@2027-01-15', 'zh-CN': 'D-12 50%@2026-12-01 余款@2027-01-15' },
  overdue: { en: '[@Li Lei]', 'zh-CN': '[@李雷]' },
  confirm: { en: 'D-12 | all', 'zh-CN': 'D-12 | 全部' },
  rate: { en: 'USD 7.12 [from=2026-11-01]', 'zh-CN': 'USD 7.12 [起=2026-11-01]' },
} satisfies Record<string, Both>
