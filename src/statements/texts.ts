import type { Both } from '../kernel/locale.ts'
import type { ClosedPeriod } from './period-store.ts'

/** What can be done with a pay period, as it is typed. */
export type PayCommand = 'close' | 'approve' | 'paid' | 'reissue' | 'statement'

type State = ClosedPeriod['state'] | 'open'

const en = {
  closeSummary: 'What is unfinished in a period, and the button that freezes it',
  freezeSummary: 'Freeze a period at once and send everybody their statement',
  reissueSummary: 'Issue a frozen period’s statements again, with what has changed',
  approveSummary: 'Approve your people’s statements; the admin approves the period last',
  paidSummary: 'Note that an approved period has been paid',
  periodsSummary: 'Which periods are open, frozen, approved and paid',
  statementSummary: 'A statement as it was issued',
  usage: { period: '2026-10', statement: '[2026-10] [@Li Lei]', reissue: '2026-10 two deals confirmed late' },

  whichPeriod: (command: PayCommand) => `Which period? Try: /commission ${command} 2026-10`,
  notPayPeriod: (word: string, command: PayCommand) =>
    `Commission is closed by month, quarter or year; I could not read “${word}”. Try: /commission ${command} 2026-10`,
  notOver: (period: string) => `${period} is not over yet. It can be closed from the day after.`,
  closedAlready: (period: string, state: string) => `${period} is ${state} already: /commission periods`,
  closeFirst: (next: string) => `${next} comes first: periods are closed one after another.`,
  tooEarlyPeriod: (period: string, first: string) =>
    `${period} lies before ${first}, the first period that was closed, so it stays as it is.`,
  approveFirst: (before: string) => `${before} has to be approved first: /commission approve ${before}`,
  notFrozen: (period: string, state: string) =>
    `${period} is ${state}. Only a frozen period can be issued again or approved.`,
  notApproved: (period: string, state: string) =>
    `${period} is ${state}. It is paid once it has been approved.`,
  wordsLeft: (understood: string, left: string, command: PayCommand, code: string) =>
    `I read “${understood}”, but not “${left}”, so nothing has changed. Try: /commission ${command} ${code}`,
  reasonMissing: (period: string) => `Why? Try: /commission reissue ${period} two deals confirmed late`,
  states: { open: 'open', frozen: 'frozen', approved: 'approved', paid: 'paid' } satisfies Record<
    State,
    string
  >,

  checkTitle: (period: string, people: number, total: string) =>
    `Closing ${period}: ${people} ${people === 1 ? 'statement' : 'statements'}, ${total} in all (pre-tax).`,
  allFinished: 'Nothing is unfinished.',
  unfinished: 'Not finished yet, and so not in the statements:',
  unconfirmed: (count: number, deals: string, sum: string) =>
    `${count} ${count === 1 ? 'deal waits' : 'deals wait'} for confirmation, ${sum} in all: ${deals}`,
  disputesOpen: (count: number, which: string) =>
    `${count} open ${count === 1 ? 'dispute' : 'disputes'}: ${which}`,
  lacking: (count: number, deals: string) =>
    `${count} ${count === 1 ? 'deal lacks' : 'deals lack'} the figure that the plan counts (margin or amount without tax), and count nothing: ${deals}`,
  withoutPlan: (names: string) => `Without a plan: ${names}`,
  alone: (goals: string) =>
    `Pay depends on these goals, and the person has set or reported them alone: ${goals}. See each with /goal history`,
  goalOf: (number: number, name: string) => `G-${number} (${name})`,
  unconfirmedCheckins: (goals: string) => `Check-ins that wait to be confirmed do not count: ${goals}`,
  withoutTarget: (names: string) => `Without a target: ${names}`,
  andMore: (count: number) => `and ${count} more`,
  freeze: 'Freeze',
  freezeAnyway: 'Freeze all the same',
  freezeSure: (period: string) => `Freeze ${period} and send everybody their statement?`,
  frozen: ({ period, code, people, total }: Frozen) =>
    `${period} is frozen: ${people} ${people === 1 ? 'statement' : 'statements'} sent, ${total} in all (pre-tax). Next the managers approve: /commission approve ${code}`,
  reissued: (period: string, revision: number, changed: number) =>
    changed === 0
      ? `${period} is revision ${revision} now. No statement has changed.`
      : `${period} is revision ${revision} now. ${changed} changed ${changed === 1 ? 'statement has' : 'statements have'} been sent.`,

  approvedMine: (count: number, period: string) =>
    `You have approved ${count} ${count === 1 ? 'statement' : 'statements'} of ${period}.`,
  nothingToApprove: (period: string) => `Nothing of ${period} waits for you.`,
  ownByAbove: (manager: string) => `Your own statement is for ${manager} to approve.`,
  approvalMissing: (period: string, code: string, managers: string) =>
    `${period} still waits for its managers: ${managers}. They write: /commission approve ${code}`,
  managerWaits: (name: string, count: number) => `${name} (${count})`,
  disputesBlock: (period: string, which: string) =>
    `${period} has open disputes: ${which}. Settle them, or carry them over with a reason: /commission dispute 3 carry being looked into`,
  approved: (period: string, code: string) =>
    `${period} is approved and stays as it is. What changes from now on is an adjustment in the open period. After paying: /commission paid ${code}`,
  readyForAdmin: (period: string, code: string) =>
    `All managers have approved ${period}. Approve it for good: /commission approve ${code}`,
  paid: (period: string) => `Noted: ${period} has been paid.`,
  alreadyPaid: (period: string) => `${period} was noted as paid before.`,

  noPeriods: 'No period has been closed yet. An admin closes one with /commission close 2026-10',
  periodsTitle: 'Pay periods',
  periodColumns: {
    period: 'Period',
    state: 'State',
    revision: 'Revision',
    statements: 'Statements',
    total: 'Total',
  },
  openPeriod: (period: string) => `Open: ${period}. Later changes of approved periods are adjusted there.`,

  noStatement: (whose: string | undefined, period: string) =>
    `There is no statement of ${period} for ${whose ?? 'you'}.`,
  noStatements: (whose: string | undefined) =>
    `There is no statement for ${whose ?? 'you'} yet. The running figure: /commission`,
  statementTitle: ({ whose, period, total, state }: Titled) =>
    `${whose ? `${whose}: statement` : 'Statement'} ${period}, ${total} (pre-tax), ${state}`,
  issued: (period: string, total: string) =>
    `Your statement for ${period}: ${total} (pre-tax). Please look through it: is it right?`,
  issuedAgain: (period: string, revision: number, total: string, reason: string) =>
    `Your statement for ${period} was issued again (revision ${revision}): ${total} (pre-tax). Reason: ${reason}`,
  earned: 'Earned in the period',
  manual: (number: number, reason: string, by: string, approvedBy: string) =>
    `#${number} ${reason} (${by}, approved by ${approvedBy})`,
  total: 'Total',
  lineColumns: { line: 'Line', amount: 'Amount' },
  dealColumns: { number: 'Deal', customer: 'Customer', signed: 'Signed', credit: 'Credit' },
  otherDeals: (count: number) => `${count} more`,
  noCalculation: {
    'no plan': 'No plan was in force, so nothing was calculated.',
    'no target': 'There was no target, so nothing was calculated.',
    'other period': 'The plan counts in other periods; only adjustments stand here.',
  },
  planLine: (version: number, from: string) => `Plan version ${version}, from ${from}`,
  revisionLine: (revision: number, asOf: string) =>
    `Revision ${revision}, as recorded until ${asOf}; checksum `,
  notPaidYet: (deals: string) => `Not confirmed, so not in it: ${deals}`,
  right: 'Looks right',
  off: 'Something is off',
  rightNoted: (period: string) => `Thank you: ${period} is right for you.`,
  rightBefore: 'You have said so before.',
  answered: { right: 'Looked through: right', off: 'Something is off' },
  supersededStatement: 'That statement has been replaced since. The latest: /commission statement',
  noLongerOpen: (period: string) =>
    `${period} is approved. If something is off: /commission flag D-12 reason`,
  notYours: 'That statement is somebody else’s.',

  causes: {
    signed: 'signed late',
    amended: 'amended',
    confirmed: 'confirmed later',
    collected: 'collected',
    refunded: 'refunded',
    voided: 'void',
    scheduled: 'instalments agreed',
    target: 'target changed',
    plan: 'plan changed for that time',
    team: 'change of team',
    employment: 'joining or leaving date',
    'check-in': 'check-in',
    other: 'worked out anew',
  },
  adjustment: ({ period, deals, cause, by, reason }: AdjustmentNamed) =>
    `${period}: ${[deals, cause].filter((part) => part !== '').join(' ')}${by ? ` by ${by}` : ''}${reason ? ` (${reason})` : ''}`,
  adjustmentsTitle: (total: string) => `Adjustments, ${total}:`,
  withAdjustments: (total: string) => `With adjustments: ${total} (pre-tax).`,
  closedHere: (period: string, state: string, revision: number, total: string) =>
    `${period} is ${state}: statement revision ${revision}, ${total}.`,
  showStatement: 'Statement',
}

interface Frozen {
  period: string
  /** The period as it is typed. */
  code: string
  people: number
  total: string
}

interface Titled {
  whose: string | undefined
  period: string
  total: string
  state: string
}

interface AdjustmentNamed {
  period: string
  deals: string
  cause: string
  by: string | undefined
  reason: string | undefined
}

const COMMANDS: Record<PayCommand, string> = {
  close: '关账',
  approve: '批准',
  paid: '发放',
  reissue: '重发',
  statement: '对账单',
}

const zh: typeof en = {
  closeSummary: '看这一期还有什么没办完，然后关账',
  freezeSummary: '直接冻结一期，把对账单发给每个人',
  reissueSummary: '已冻结的一期重发对账单，带上新的变化',
  approveSummary: '审批自己团队的对账单，最后由管理员批准整期',
  paidSummary: '记下已批准的一期发放完毕',
  periodsSummary: '哪些期开着、冻结、已批准、已发放',
  statementSummary: '看发出的对账单原样',
  usage: { period: '2026-10', statement: '[2026-10] [@李雷]', reissue: '2026-10 有两单补确认' },

  whichPeriod: (command) => `是哪一期？可以写成：提成 ${COMMANDS[command]} 2026-10`,
  notPayPeriod: (word, command) =>
    `提成按月、季度或年关账，「${word}」没读懂。可以写成：提成 ${COMMANDS[command]} 2026-10`,
  notOver: (period) => `${period}还没过完，过完的第二天就可以关账。`,
  closedAlready: (period, state) => `${period}${state}了。看各期：提成 各期`,
  closeFirst: (next) => `要先关 ${next}，各期按顺序关。`,
  tooEarlyPeriod: (period, first) => `${period}在最早关账的 ${first}之前，就不再关了。`,
  approveFirst: (before) => `要先批准 ${before}：提成 批准 ${before}`,
  notFrozen: (period, state) => `${period}${state}。冻结的一期才能重发或批准。`,
  notApproved: (period, state) => `${period}${state}。批准以后才能发放。`,
  wordsLeft: (understood, left, command, code) =>
    `${understood}读懂了，「${left}」没读懂，什么都没有动。可以写成：提成 ${COMMANDS[command]} ${code}`,
  reasonMissing: (period) => `为什么重发？可以写成：提成 重发 ${period} 有两单补确认`,
  states: { open: '还开着', frozen: '已冻结', approved: '已批准', paid: '已发放' },

  checkTitle: (period, people, total) => `${period}关账：${people} 份对账单，共 ${total}（税前）。`,
  allFinished: '都办完了。',
  unfinished: '还没办完的，不进对账单：',
  unconfirmed: (count, deals, sum) => `${count} 单等确认，共 ${sum}：${deals}`,
  disputesOpen: (count, which) => `${count} 个疑问没有结论：${which}`,
  lacking: (count, deals) => `有 ${count} 单没填方案要按的毛利或未税金额，先不计：${deals}`,
  withoutPlan: (names) => `没有方案：${names}`,
  alone: (goals) => `这些目标关系到提成，是本人自己定或自己报的：${goals}。可以逐个看：目标 记录`,
  goalOf: (number, name) => `G-${number}（${name}）`,
  unconfirmedCheckins: (goals) => `这些目标有报数还没确认，先不计：${goals}`,
  withoutTarget: (names) => `没有目标：${names}`,
  andMore: (count) => `还有 ${count} 个`,
  freeze: '关账',
  freezeAnyway: '仍然关账',
  freezeSure: (period) => `冻结 ${period}，把对账单发给每个人？`,
  frozen: ({ period, code, people, total }) =>
    `${period}已冻结：发出 ${people} 份对账单，共 ${total}（税前）。接下来主管审批：提成 批准 ${code}`,
  reissued: (period, revision, changed) =>
    changed === 0
      ? `${period}现在是第 ${revision} 版，没有对账单变化。`
      : `${period}现在是第 ${revision} 版，${changed} 份有变化的对账单已经发出。`,

  approvedMine: (count, period) => `${period}的 ${count} 份对账单已批准。`,
  nothingToApprove: (period) => `${period}没有等你审批的。`,
  ownByAbove: (manager) => `你自己的那份由${manager}批。`,
  approvalMissing: (period, code, managers) =>
    `${period}还等主管审批：${managers}。请他们写：提成 批准 ${code}`,
  managerWaits: (name, count) => `${name}（${count} 份）`,
  disputesBlock: (period, which) =>
    `${period}还有疑问没有结论：${which}。先给结论，或者写明理由留到以后：提成 疑问 3 留 还在核对`,
  approved: (period, code) =>
    `${period}已批准，不再改。以后的变化算作当期的调整。发放以后写：提成 发放 ${code}`,
  readyForAdmin: (period, code) => `${period}主管都批了。请批准整期：提成 批准 ${code}`,
  paid: (period) => `记下了：${period}已发放。`,
  alreadyPaid: (period) => `${period}之前已经记为发放。`,

  noPeriods: '还没有关过账。管理员可以关：提成 关账 2026-10',
  periodsTitle: '各期状态',
  periodColumns: { period: '期', state: '状态', revision: '版', statements: '对账单', total: '合计' },
  openPeriod: (period) => `当期是 ${period}，已批准各期的变化在这里调整。`,

  noStatement: (whose, period) => `${whose ?? '你'} ${period}没有对账单。`,
  noStatements: (whose) => `${whose ?? '你'}还没有对账单。现在的数：提成`,
  statementTitle: ({ whose, period, total, state }) =>
    `${whose ? `${whose} ` : ''}${period}对账单：${total}（税前），${state}`,
  issued: (period, total) => `${period}的对账单：${total}（税前）。请看一下对不对得上。`,
  issuedAgain: (period, revision, total, reason) =>
    `${period}的对账单重发了（第 ${revision} 版）：${total}（税前）。原因：${reason}`,
  earned: '本期所得',
  manual: (number, reason, by, approvedBy) => `#${number} ${reason}（${by}提，${approvedBy}批）`,
  total: '合计',
  lineColumns: { line: '项目', amount: '金额' },
  dealColumns: { number: '单号', customer: '客户', signed: '签约日期', credit: '计入' },
  otherDeals: (count) => `另外 ${count} 单`,
  noCalculation: {
    'no plan': '当时没有方案，没有算提成。',
    'no target': '当时没有目标，没有算提成。',
    'other period': '方案按别的期算，这里只有调整。',
  },
  planLine: (version, from) => `方案第 ${version} 版，${from} 起`,
  revisionLine: (revision, asOf) => `第 ${revision} 版，按 ${asOf} 以前的记录；校验码 `,
  notPaidYet: (deals) => `没有确认，没算进来：${deals}`,
  right: '对得上',
  off: '有疑问',
  rightNoted: (period) => `谢谢，${period}你这边对上了。`,
  rightBefore: '之前已经记下了。',
  answered: { right: '本人已核对：对得上', off: '本人有疑问' },
  supersededStatement: '这份已经有新版了。看最新的：提成 对账单',
  noLongerOpen: (period) => `${period}已经批准。有疑问可以写：提成 有疑问 D-12 原因`,
  notYours: '这份对账单不是你的。',

  causes: {
    signed: '补记',
    amended: '改单',
    confirmed: '补确认',
    collected: '回款',
    refunded: '退款',
    voided: '作废',
    scheduled: '定了分期',
    target: '改目标',
    plan: '方案倒签',
    team: '换团队',
    employment: '入职或离职日期',
    'check-in': '打卡',
    other: '重新计算',
  },
  adjustment: ({ period, deals, cause, by, reason }) =>
    `${period}：${[deals, cause].filter((part) => part !== '').join(' ')}${by ? `（${by}）` : ''}${reason ? `，${reason}` : ''}`,
  adjustmentsTitle: (total) => `调整 ${total}：`,
  withAdjustments: (total) => `连调整一共 ${total}（税前）。`,
  closedHere: (period, state, revision, total) => `${period}${state}：对账单第 ${revision} 版，${total}。`,
  showStatement: '对账单',
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
