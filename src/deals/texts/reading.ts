import { type Both, capital } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { FieldName } from '../fields.ts'
import { fieldName } from '../fields.ts'
import type { Problem } from '../problem.ts'

/** What a refusal says about a person, to stand inside another sentence. */
/** What a refusal says, and the way out that it shows itself, where it has one. */
function problemOf(refusal: Refusal, hint: string): Problem {
  const { summary } = refusal.view
  const [, said, wayOut] = /^(.+)(?:。|\. |，(?=是不是))(.+)$/su.exec(summary) ?? []
  return said && wayOut ? { said, hint: wayOut } : { said: summary.replace(/[。.]\s*$/u, ''), hint }
}

const en = {
  problems: {
    amount: (typed: string): Problem => ({
      said: `I could not read the amount “${typed}”`,
      hint: 'Write it like 120000, 120,000.50, 120k or $3,000.',
    }),
    figure: (field: FieldName, typed: string): Problem => ({
      said: `I could not read the ${fieldName(field, false)} “${typed}”`,
      hint: 'Write it in the deal’s currency, like 30000 or 30k.',
    }),
    figureAbove: (field: FieldName): Problem => ({
      said: `the ${fieldName(field, false)} is more than the amount`,
      hint: 'It is a part of the amount.',
    }),
    discount: (typed: string): Problem => ({
      said: `I could not read the discount “${typed}”`,
      hint: 'Write it like 20%, which is a fifth off.',
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
    person: (refusal: Refusal): Problem => problemOf(refusal, 'Write the name or mention the person.'),
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
      : `I do not know the field “${typed}”, so nothing is saved. These work: product= channel= date= split= owner= referrer= contract= first-contact= margin= ex-vat= discount= note=`,
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
}

const zh: typeof en = {
  problems: {
    amount: (typed) => ({ said: `金额「${typed}」没读懂`, hint: '可以写 120000、12万、1.5w 或 $3,000。' }),
    figure: (field, typed) => ({
      said: `${fieldName(field, true)}「${typed}」没读懂`,
      hint: '用这一单的币种写，比如 30000 或 3万。',
    }),
    figureAbove: (field) => ({ said: `${fieldName(field, true)}比金额还多`, hint: '它是金额里的一部分。' }),
    discount: (typed) => ({
      said: `折扣「${typed}」没读懂`,
      hint: '可以写 8折、九五折 或 20%（便宜两成）。',
    }),
    amountMissing: { said: '没写金额', hint: '可以写 120000、12万 或 $3,000。' },
    customerMissing: { said: '没写客户', hint: '是哪家客户签的？' },
    date: (typed) => ({ said: `日期「${typed}」没读懂`, hint: '可以写 今天、昨天、11-20 或 2026-11-20。' }),
    future: (typed) => ({ said: `日期「${typed}」还没到`, hint: '签了再记。' }),
    contactAfterSigning: { said: '首次接触晚于签约日期', hint: '首次接触是第一次聊上的那天。' },
    split: (typed) => ({ said: `分单「${typed}」没读懂`, hint: '可以写 @李雷:60,@韩梅梅:40。' }),
    splitSum: (sum) => ({ said: `分单加起来是 ${sum}，不是 100%`, hint: '可以写 @李雷:60,@韩梅梅:40。' }),
    splitTwice: (name) => ({ said: `分单里「${name}」出现了两次`, hint: '每人写一次就行。' }),
    person: (refusal) => problemOf(refusal, '写名字，或用 @ 选人。'),
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
      : `没有「${typed}」这一项，什么都没有记。可以写：产品= 渠道= 日期= 分单= 负责人= 转介绍人= 合同号= 首次接触= 毛利= 未税金额= 折扣= 备注=`,
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
}

/** What could not be read, and how to write it. */
export const reading: Both<typeof en> = { en, 'zh-CN': zh }
