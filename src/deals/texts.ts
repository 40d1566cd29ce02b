import type { Both } from '../kernel/locale.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { EntryKind } from './deal.ts'
import { type FieldName, fieldName } from './fields.ts'
import type { Problem } from './problem.ts'

/** What a refusal says about a person, to stand inside another sentence. */
const unstopped = (refusal: Refusal) => refusal.view.summary.replace(/[。.]\s*$/u, '')

const en = {
  problems: {
    amount: (typed: string): Problem => ({
      said: `I could not read the amount “${typed}”`,
      hint: 'Write it like 120000, 120,000.50, 120k or $3,000.',
    }),
    amountMissing: {
      said: 'the amount is missing',
      hint: 'Write it like 120000, 120k or $3,000.',
    } as Problem,
    customerMissing: { said: 'the customer is missing', hint: 'Who signed?' } as Problem,
    date: (typed: string): Problem => ({
      said: `I could not read the date “${typed}”`,
      hint: 'Write it like today, yesterday, 11-20 or 2026-11-20.',
    }),
    future: (typed: string): Problem => ({
      said: `the date “${typed}” lies in the future`,
      hint: 'Only what has happened is logged.',
    }),
    contactAfterSigning: {
      said: 'the first contact lies after the signing',
      hint: 'It is the day on which you first spoke with them.',
    } as Problem,
    split: (typed: string): Problem => ({
      said: `I could not read the split “${typed}”`,
      hint: 'Write it like @Li Lei:60,@Han Meimei:40.',
    }),
    splitSum: (sum: string): Problem => ({
      said: `the split adds up to ${sum}, not to 100%`,
      hint: 'Write it like @Li Lei:60,@Han Meimei:40.',
    }),
    splitTwice: (name: string): Problem => ({
      said: `${name} stands in the split twice`,
      hint: 'Once is enough.',
    }),
    person: (refusal: Refusal): Problem => ({
      said: unstopped(refusal),
      hint: 'Write the name or mention the person.',
    }),
    notYours: (name: string): Problem => ({
      said: `only a manager of ${name} or an admin can log a deal of ${name}’s`,
      hint: 'Log your own, or ask them to.',
    }),
    ownerWithoutShare: (name: string): Problem => ({
      said: `${name} owns the deal but has no share in it`,
      hint: 'Put the owner into the split, or name another owner.',
    }),
    noRate: (currency: string, on: string, admins: string[]): Problem => ({
      said: `there is no exchange rate for ${currency} on ${on} yet`,
      hint: `${admins.length > 0 ? admins.join(' or ') : 'An admin'} can set one: /deal rate ${currency} 7.12 from=${on}`,
    }),
    tooLong: (field: FieldName, longest: number): Problem => ({
      said: `${fieldName(field, false)} is longer than ${longest} characters`,
      hint: 'Please shorten it.',
    }),
  },
  notSaved: (said: string[], hint: string) => `${capital(said.join('; '))}, so nothing is saved. ${hint}`,
  tryAdd: 'Try: /deal add Huawei 120k',
  staleButton: 'This button no longer works. Type the command again to get a fresh one.',
  understood: (pairs: string[]) => `Understood: ${pairs.join(' · ')}`,
  unknownField: (typed: string, nearest: string | undefined) =>
    nearest
      ? `I do not know the field “${typed}”, so nothing is saved. Did you mean ${nearest}=…?`
      : `I do not know the field “${typed}”, so nothing is saved. These work: product= channel= date= split= owner= referrer= contract= first-contact= note=`,
  example: {
    show: 'Try: /deal show D-12',
    amend: 'Try: /deal amend D-12 amount=150k date=yesterday',
    collect: 'Try: /deal collect D-12 50k date=yesterday',
    refund: 'Try: /deal refund D-12 6k reason',
    void: 'Try: /deal void D-12 reason',
    confirm: 'Try: /deal confirm D-12, or /deal confirm all',
    list: 'Try: /deal list 2026-11 @Li Lei',
    rate: 'Try: /deal rate USD 7.12 from=2026-11-01',
  },
  numberMissing: (example: string) => `Which deal? ${example}`,
  notFound: (number: string, example: string) => `There is no deal ${number}. ${example}`,
  notToSee: (number: string) =>
    `${number} belongs to somebody else: those who share it, their managers, finance and admins see it. Yours are here: /deal list`,
  notToChange: (number: string, owner: string) =>
    `${number} belongs to ${owner}: only ${owner}, a manager of theirs or an admin can change it.`,
  notToConfirm: (number: string) =>
    `${number} is confirmed by a manager of its owner or by an admin. Yours are here: /deal list`,
  ownNotConfirmed: (number: string, managers: string[]) =>
    `${number} is your own, so someone else confirms it${managers.length > 0 ? `: ${managers.join(' or ')}` : ''}.`,
  obstacle: {
    voided: (number: string) => `${number} is void, so nothing more changes in it. A new one: /deal add`,
    nothingChanges: (number: string) =>
      `That is how ${number} stands already. Try: /deal amend ${number} amount=150k`,
    belowCollected: (number: string, collected: string) =>
      `${collected} of ${number} have been collected already, so it cannot be less. A refund: /deal refund ${number}`,
    currencyCollected: (number: string, collected: string) =>
      `${collected} of ${number} have been collected already, so its currency stays.`,
    overCollected: (number: string, left: string, collected: string) =>
      `That is more than is open on ${number}: ${collected} collected, ${left} to come. Nothing is saved.`,
    overRefunded: (number: string, signed: string) =>
      `${number} now stands at ${signed}, so no more than that can be refunded. Nothing is saved.`,
    alreadyConfirmed: (number: string) => `${number} has been confirmed already.`,
    ownerWithoutShare: (number: string) =>
      `The owner of ${number} must have a share in it. Try: /deal amend ${number} split=@Li Lei:60,@Han Meimei:40`,
    otherCurrency: (number: string, currency: string) =>
      `${number} is in ${currency}: please give the amount in ${currency}.`,
  },
  logged: (number: string, parts: string[]) => `Logged ${number}: ${parts.join(', ')}.`,
  loggedAlready: (number: string) => `That one has been logged already: ${number}.`,
  signedOn: (when: string) => `signed ${when}`,
  today: 'today',
  yesterday: 'yesterday',
  thisMonth: 'This month',
  ownersPeriod: (owner: string | undefined, period: string) =>
    owner ? `${owner}, ${period}:` : `${period}:`,
  attainment: (before: string, after: string) => `${before} → ${after}`,
  past: (mark: string) => `past the ${mark} line`,
  paySoFar: (pay: string) => `${pay} so far`,
  signedSoFar: (amount: string) => `${amount} signed so far`,
  sentence: (start: string, clauses: string[]) => `${start} ${clauses.join(', ')}.`,
  ownedBy: (owner: string) => `for ${owner}`,
  splitBetween: (parts: string[]) => `split ${parts.join(', ')}`,
  newCustomer: 'new customer',
  repeatCustomer: 'repeat customer',
  confirmedItself: 'Small enough to confirm itself.',
  waitsFor: (manager: string) => `Counts in the statement once ${manager} confirms it.`,
  waitsForAdmin: 'Counts in the statement once an admin confirms it.',
  announcedSoon: 'Announced in a minute; until then you can take it back.',
  rateUsed: (base: string, rate: string, source: string) => `${base} at ${rate} (${source})`,
  edit: 'Edit',
  undo: 'Undo',
  postNow: 'Post now',
  show: 'Show',
  undone: (number: string, customer: string) =>
    `Taken back: ${number} ${customer} does not count, and nothing was announced.`,
  undoTooLate: (number: string) =>
    `${number} has been announced already. To make it count for nothing: /deal void ${number}`,
  undoNotYours: (number: string) => `Only who logged ${number} can take it back.`,
  postedNow: (number: string, customer: string) => `${number} ${customer} is announced now.`,
  unusual: (amount: string, usual: string, owner: string | undefined) =>
    `${amount} is more than three times ${owner ? `${owner}’s` : 'your'} usual largest deal (${usual}). Is it right? Nothing is saved yet.`,
  unusualYes: (amount: string) => `Yes, ${amount}`,
  tooLongToAsk: 'Please shorten the note, so that I can ask about the amount first. Nothing is saved yet.',
  form: {
    title: 'Log a deal',
    amendTitle: (number: string) => `Amend ${number}`,
    submit: 'Log it',
    save: 'Save',
    splitHint: 'In percent, such as @Li Lei:60,@Han Meimei:40; leave it empty if it is one person’s.',
    amountHint: '120000, 120k or $3,000',
    error: (said: string, hint: string) => `${capital(said)}. ${hint}`,
    labels: {
      customer: 'Customer',
      amount: 'Amount',
      product: 'Product',
      channel: 'Channel',
      date: 'Signed on',
      split: 'Split',
      owner: 'Owner',
      referrer: 'Referrer',
      contract: 'Contract number',
      firstContact: 'First contact',
      note: 'Note',
      reason: 'Why',
      from: 'From',
    } as Record<FieldName, string>,
  },
  card: {
    signed: ' signed ',
    aDeal: 'a deal',
    summary: (owner: string, customer: string | undefined, amount: string | undefined) =>
      [`${owner} signed`, customer ?? 'a deal', amount].filter(Boolean).join(' '),
    with: 'with ',
    voided: 'This deal was taken out again.',
    refunded: (amount: string) => `${amount} of it were refunded.`,
    refundedInAll: 'It was refunded in full.',
    refundedPart: 'Part of it was refunded.',
  },
  amended: (number: string, changes: string[]) => `${number} amended: ${changes.join(', ')}.`,
  changed: (label: string, from: string, to: string) => `${label} ${from} → ${to}`,
  none: 'none',
  waitsAgain: 'It waits for confirmation again.',
  collected: (number: string, customer: string, amount: string, when: string) =>
    `${number} ${customer}: ${amount} collected ${when}.`,
  collectedSoFar: (collected: string, left: string) => `${collected} in, ${left} to come.`,
  collectedAll: (collected: string) => `All ${collected} are in.`,
  refunded: (number: string, customer: string, amount: string) =>
    `${number} ${customer}: ${amount} refunded.`,
  stillSigned: (signed: string, collected: string) => `${signed} still signed, ${collected} of it collected.`,
  voided: (number: string, customer: string, amount: string) =>
    `${number} ${customer} (${amount}) is void and counts for nothing.`,
  told: {
    amended: (number: string, customer: string, by: string, changes: string[]) =>
      `${by} amended ${number} ${customer}: ${changes.join(', ')}.`,
    refunded: (number: string, customer: string, by: string, amount: string) =>
      `${number} ${customer}: ${amount} refunded (entered by ${by}).`,
    voided: (number: string, customer: string, by: string) => `${by} voided ${number} ${customer}.`,
    signed: (number: string, customer: string, by: string, amount: string) =>
      `${by} logged ${number} ${customer}, ${amount}, with a part for you.`,
    reason: (reason: string) => `Why: ${reason}`,
  },
  confirmed: (count: number, amount: string) =>
    count === 1 ? `Confirmed: ${amount}.` : `Confirmed ${count} deals, ${amount} in all.`,
  nothingToConfirm: 'Nothing waits for your confirmation.',
  confirmRest: (count: number) => `${count} changed meanwhile and still wait: /deal confirm`,
  confirmCard: (count: number, amount: string) =>
    count === 1 ? `1 deal waits for you, ${amount}.` : `${count} deals wait for you, ${amount} in all.`,
  confirmOne: 'Confirm',
  confirmAll: (count: number) => (count === 1 ? 'Confirm it' : `Confirm all ${count}`),
  confirmHint: 'Anything odd? Look at it with /deal show D-12, change it with /deal amend.',
  more: (count: number) => `and ${count} more`,
  list: {
    title: (period: string, whose: string) => `${whose}, ${period}`,
    mine: 'Your deals',
    everyone: 'Everyone’s deals',
    of: (name: string) => `${name}: deals`,
    myPeople: 'Your and your people’s deals',
    sums: (deals: number, signed: string, confirmed: string, collected: string) =>
      `${deals} ${deals === 1 ? 'deal' : 'deals'}, ${signed} signed (${confirmed} confirmed), ${collected} collected.`,
    empty: (period: string) => `No deals in ${period} yet. Log one: /deal add Huawei 120k`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: 'Previous',
    next: 'Next',
    columns: {
      number: 'No.',
      date: 'Signed',
      customer: 'Customer',
      product: 'Product',
      amount: 'Amount',
      owner: 'Owner',
      state: 'State',
    },
    confirmed: 'confirmed',
    waiting: 'waiting',
    refunded: 'refunded',
    notUnderstood: (word: string) => `I could not read “${word}”. Try: /deal list 2026-11 @Li Lei`,
    notTheirs: (name: string) =>
      `${name}’s deals are seen by ${name}, their managers, finance and admins. Yours are here: /deal list`,
  },
  detail: {
    title: (number: string, customer: string) => `${number} ${customer}`,
    state: 'State',
    collected: 'Collected',
    base: 'Converted',
    customerKind: 'New or repeat',
    cycle: (first: string, days: number) => `${first}, ${days} ${days === 1 ? 'day' : 'days'} before signing`,
    voided: 'void',
    confirmed: 'confirmed',
    waiting: 'waits for confirmation',
    ledger: 'Ledger',
    imported: 'imported',
    itself: 'by itself, being small',
    theBot: 'by itself',
    kinds: {
      signed: 'signed',
      amended: 'amended',
      confirmed: 'confirmed',
      collected: 'collected',
      refunded: 'refunded',
      voided: 'voided',
    } as Record<EntryKind, string>,
    effective: (on: string) => `effective ${on}`,
  },
  rate: {
    set: (currency: string, rate: string, own: string, from: string) =>
      `From ${from} on, 1 ${currency} = ${rate} ${own}.`,
    none: 'No exchange rates yet. Set one: /deal rate USD 7.12',
    title: 'Exchange rates',
    line: (currency: string, rate: string, own: string, from: string, source: string) =>
      `1 ${currency} = ${rate} ${own}, from ${from} (${source})`,
    unreadCurrency: (typed: string) =>
      `I do not know the currency “${typed}”, so nothing is saved. Try: /deal rate USD 7.12`,
    ownCurrency: (currency: string) => `${currency} is the workspace’s own currency and needs no rate.`,
    unreadRate: (typed: string) =>
      `I could not read the rate “${typed}”, so nothing is saved. Try: /deal rate USD 7.12`,
    source: (name: string, from: string) => `${name}, ${from}`,
  },
  home: {
    add: 'Log a deal',
    list: 'My deals',
  },
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const zh: typeof en = {
  problems: {
    amount: (typed) => ({ said: `金额「${typed}」没读懂`, hint: '可以写 120000、12万、1.5w 或 $3,000。' }),
    amountMissing: { said: '没写金额', hint: '可以写 120000、12万 或 $3,000。' },
    customerMissing: { said: '没写客户', hint: '是哪家客户签的？' },
    date: (typed) => ({ said: `日期「${typed}」没读懂`, hint: '可以写 今天、昨天、11-20 或 2026-11-20。' }),
    future: (typed) => ({ said: `日期「${typed}」还没到`, hint: '签了再记。' }),
    contactAfterSigning: { said: '首次接触晚于签约日期', hint: '首次接触是第一次聊上的那天。' },
    split: (typed) => ({ said: `分单「${typed}」没读懂`, hint: '可以写 @李雷:60,@韩梅梅:40。' }),
    splitSum: (sum) => ({ said: `分单加起来是 ${sum}，不是 100%`, hint: '可以写 @李雷:60,@韩梅梅:40。' }),
    splitTwice: (name) => ({ said: `分单里「${name}」出现了两次`, hint: '每人写一次就行。' }),
    person: (refusal) => ({ said: unstopped(refusal), hint: '写名字，或用 @ 选人。' }),
    notYours: (name) => ({
      said: `${name} 的单只有 TA 的主管和管理员能代记`,
      hint: '记自己的，或请他们来记。',
    }),
    ownerWithoutShare: (name) => ({
      said: `负责人 ${name} 不在分单里`,
      hint: '把负责人写进分单，或换一位负责人。',
    }),
    noRate: (currency, on, admins) => ({
      said: `还没有 ${on} 的 ${currency} 汇率`,
      hint: `请管理员${admins.length > 0 ? ` ${admins.join('、')} ` : ''}记一条：签单 汇率 ${currency} 7.12 起=${on}`,
    }),
    tooLong: (field, longest) => ({
      said: `${fieldName(field, true)}超过了 ${longest} 个字`,
      hint: '请写短一些。',
    }),
  },
  notSaved: (said, hint) => `${said.join('；')}，这单还没记。${hint}`,
  tryAdd: '可以写成：签单 华为 12万',
  staleButton: '这个按钮已经失效了，重新输入一次命令就有新的。',
  understood: (pairs) => `读懂的：${pairs.join(' · ')}`,
  unknownField: (typed, nearest) =>
    nearest
      ? `没有「${typed}」这一项，什么都没有记。是不是想写 ${nearest}=…？`
      : `没有「${typed}」这一项，什么都没有记。可以写：产品= 渠道= 日期= 分单= 负责人= 转介绍人= 合同号= 首次接触= 备注=`,
  example: {
    show: '可以写成：签单 查看 D-12',
    amend: '可以写成：签单 改单 D-12 金额=15万 日期=昨天',
    collect: '可以写成：签单 回款 D-12 5万 日期=昨天',
    refund: '可以写成：签单 退款 D-12 6000 原因',
    void: '可以写成：签单 作废 D-12 原因',
    confirm: '可以写成：签单 确认 D-12，或：签单 确认 全部',
    list: '可以写成：签单 列表 2026-11 @李雷',
    rate: '可以写成：签单 汇率 USD 7.12 起=2026-11-01',
  },
  numberMissing: (example) => `是哪一单？${example}`,
  notFound: (number, example) => `没有 ${number} 这一单。${example}`,
  notToSee: (number) =>
    `${number} 是别人的单，只有分单的人、他们的主管、财务和管理员能看。你的在这里：签单 列表`,
  notToChange: (number, owner) => `${number} 是 ${owner} 的单，只有 ${owner} 本人、TA 的主管和管理员能改。`,
  notToConfirm: (number) => `${number} 由负责人的主管或管理员确认。你的在这里：签单 列表`,
  ownNotConfirmed: (number, managers) =>
    `${number} 是你自己的单，要别人来确认${managers.length > 0 ? `：${managers.join('、')}` : ''}。`,
  obstacle: {
    voided: (number) => `${number} 已经作废，不能再改了。要重记：签单 记一单`,
    nothingChanges: (number) => `${number} 本来就是这样，没有变化。可以写成：签单 改单 ${number} 金额=15万`,
    belowCollected: (number, collected) =>
      `${number} 已经回款 ${collected}，金额不能比这更少。要退款：签单 退款 ${number}`,
    currencyCollected: (number, collected) => `${number} 已经回款 ${collected}，币种不能再换。`,
    overCollected: (number, left, collected) =>
      `超过了 ${number} 的未回金额：已回 ${collected}，还差 ${left}。这笔回款还没记。`,
    overRefunded: (number, signed) => `${number} 现在只有 ${signed}，退不了更多。这笔退款还没记。`,
    alreadyConfirmed: (number) => `${number} 已经确认过了。`,
    ownerWithoutShare: (number) =>
      `${number} 的负责人要在分单里。可以写成：签单 改单 ${number} 分单=@李雷:60,@韩梅梅:40`,
    otherCurrency: (number, currency) => `${number} 是 ${currency} 的单，金额请也用 ${currency}。`,
  },
  logged: (number, parts) => `记好了：${number} ${parts.join('，')}。`,
  loggedAlready: (number) => `这单已经记过了：${number}。`,
  signedOn: (when) => `${when}签`,
  today: '今天',
  yesterday: '昨天',
  thisMonth: '本月',
  ownersPeriod: (owner, period) => (owner ? `${owner} ${period}` : period),
  attainment: (before, after) => `${before} → ${after}`,
  past: (mark) => `过了 ${mark} 线`,
  paySoFar: (pay) => `提成暂计 ${pay}`,
  signedSoFar: (amount) => `累计签了 ${amount}`,
  sentence: (start, clauses) => `${start}${/^\d/.test(clauses[0] ?? '') ? ' ' : ''}${clauses.join('，')}。`,
  ownedBy: (owner) => `负责人 ${owner}`,
  splitBetween: (parts) => `分单 ${parts.join('、')}`,
  newCustomer: '新客户',
  repeatCustomer: '老客户',
  confirmedItself: '金额不大，已自动确认。',
  waitsFor: (manager) => `${manager}确认后计入工资单。`,
  waitsForAdmin: '管理员确认后计入工资单。',
  announcedSoon: '一分钟后公布，之前可以撤回。',
  rateUsed: (base, rate, source) => `按 ${rate} 折 ${base}（${source}）`,
  edit: '改',
  undo: '撤回',
  postNow: '马上公布',
  show: '查看',
  undone: (number, customer) => `撤回了：${number} ${customer} 不算，也没有公布。`,
  undoTooLate: (number) => `${number} 已经公布了。不算这单的话：签单 作废 ${number}`,
  undoNotYours: (number) => `${number} 只有记单的人能撤回。`,
  postedNow: (number, customer) => `${number} ${customer} 已经公布。`,
  unusual: (amount, usual, owner) =>
    `${amount}，比${owner ?? '你'}平时最大的一单（${usual}）多三倍以上。没写错吧？这单还没记。`,
  unusualYes: (amount) => `没错，${amount}`,
  tooLongToAsk: '金额要先跟你确认一下，请把备注写短一些再发。这单还没记。',
  form: {
    title: '记一单',
    amendTitle: (number) => `改 ${number}`,
    submit: '记下',
    save: '保存',
    splitHint: '按百分比，比如 @李雷:60,@韩梅梅:40；一个人的单不用填。',
    amountHint: '120000、12万 或 $3,000',
    error: (said, hint) => `${said}。${hint}`,
    labels: {
      customer: '客户',
      amount: '金额',
      product: '产品',
      channel: '渠道',
      date: '签约日期',
      split: '分单',
      owner: '负责人',
      referrer: '转介绍人',
      contract: '合同号',
      firstContact: '首次接触',
      note: '备注',
      reason: '原因',
      from: '起',
    },
  },
  card: {
    signed: ' 签下 ',
    aDeal: '一单',
    summary: (owner, customer, amount) =>
      [`${owner} 签下`, customer ?? '一单', amount].filter(Boolean).join(' '),
    with: '一起签的：',
    voided: '这单后来作废了。',
    refunded: (amount) => `其中 ${amount} 已退款。`,
    refundedInAll: '后来全额退款了。',
    refundedPart: '后来退了一部分款。',
  },
  amended: (number, changes) => `改好了：${number} ${changes.join('，')}。`,
  changed: (label, from, to) => `${label} ${from} → ${to}`,
  none: '无',
  waitsAgain: '需要重新确认。',
  collected: (number, customer, amount, when) => `记好了：${number} ${customer} 回款 ${amount}，${when}。`,
  collectedSoFar: (collected, left) => `已回 ${collected}，还差 ${left}。`,
  collectedAll: (collected) => `${collected} 全部回齐。`,
  refunded: (number, customer, amount) => `记好了：${number} ${customer} 退款 ${amount}。`,
  stillSigned: (signed, collected) => `还剩签约 ${signed}，其中已回款 ${collected}。`,
  voided: (number, customer, amount) => `${number} ${customer}（${amount}）已作废，不再计算。`,
  told: {
    amended: (number, customer, by, changes) => `${by} 改了 ${number} ${customer}：${changes.join('，')}。`,
    refunded: (number, customer, by, amount) => `${number} ${customer} 退款 ${amount}（${by} 登记）。`,
    voided: (number, customer, by) => `${by} 把 ${number} ${customer} 作废了。`,
    signed: (number, customer, by, amount) => `${by} 记了 ${number} ${customer} ${amount}，有你的一份。`,
    reason: (reason) => `原因：${reason}`,
  },
  confirmed: (count, amount) => `确认了 ${count} 单，共 ${amount}。`,
  nothingToConfirm: '没有等你确认的单。',
  confirmRest: (count) => `还有 ${count} 单刚刚改过，没有一起确认：签单 确认`,
  confirmCard: (count, amount) => `${count} 单等你确认，共 ${amount}。`,
  confirmOne: '确认',
  confirmAll: (count) => (count === 1 ? '确认' : `全部确认（${count} 单）`),
  confirmHint: '有不对的，先看：签单 查看 D-12，再改：签单 改单 D-12',
  more: (count) => `还有 ${count} 单`,
  list: {
    title: (period, whose) => `${period}，${whose}`,
    mine: '我的签单',
    everyone: '全部签单',
    of: (name) => `${name} 的签单`,
    myPeople: '我和团队的签单',
    sums: (deals, signed, confirmed, collected) =>
      `${deals} 单，签约 ${signed}（已确认 ${confirmed}），回款 ${collected}。`,
    empty: (period) => `${period}还没有签单。记一单：签单 华为 12万`,
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    previous: '上一页',
    next: '下一页',
    columns: {
      number: '单号',
      date: '签约',
      customer: '客户',
      product: '产品',
      amount: '金额',
      owner: '负责人',
      state: '状态',
    },
    confirmed: '已确认',
    waiting: '待确认',
    refunded: '已退款',
    notUnderstood: (word) => `「${word}」没读懂。可以写成：签单 列表 2026-11 @李雷`,
    notTheirs: (name) => `${name} 的签单只有本人、主管、财务和管理员能看。你的在这里：签单 列表`,
  },
  detail: {
    title: (number, customer) => `${number} ${customer}`,
    state: '状态',
    collected: '回款',
    base: '折算',
    customerKind: '新客/老客',
    cycle: (first, days) => `${first}，签约前 ${days} 天`,
    voided: '已作废',
    confirmed: '已确认',
    waiting: '待确认',
    ledger: '流水',
    imported: '导入',
    itself: '金额不大，自动确认',
    theBot: '自动',
    kinds: {
      signed: '签约',
      amended: '改单',
      confirmed: '确认',
      collected: '回款',
      refunded: '退款',
      voided: '作废',
    },
    effective: (on) => `${on} 生效`,
  },
  rate: {
    set: (currency, rate, own, from) => `记好了：${from} 起，1 ${currency} = ${rate} ${own}。`,
    none: '还没有汇率。记一条：签单 汇率 USD 7.12',
    title: '汇率',
    line: (currency, rate, own, from, source) => `1 ${currency} = ${rate} ${own}，${from} 起（${source}）`,
    unreadCurrency: (typed) => `币种「${typed}」没读懂，汇率还没记。可以写成：签单 汇率 USD 7.12`,
    ownCurrency: (currency) => `${currency} 就是本公司的币种，不用汇率。`,
    unreadRate: (typed) => `汇率「${typed}」没读懂，还没记。可以写成：签单 汇率 USD 7.12`,
    source: (name, from) => `${name}，${from} 起`,
  },
  home: {
    add: '记一单',
    list: '我的签单',
  },
}

export const texts: Both<typeof en> = { en, 'zh-CN': zh }
