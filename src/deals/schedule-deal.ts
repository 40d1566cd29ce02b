import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { showShort } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { nameOf } from '../people/who.ts'
import { one } from '../view/form.ts'
import { say, type View } from '../view/view.ts'
import { agree, isObstacle } from './changes.ts'
import type { Deal, Instalment } from './deal.ts'
import { dealById, lockDeal } from './deal-store.ts'
import { ledgerOf } from './ledger-of.ts'
import { addEntries } from './ledger-store.ts'
import { mayChange } from './may.ts'
import { obstacleRefusal } from './obstacle-refusal.ts'
import { isProblem } from './problem.ts'
import { readSchedule } from './read-schedule.ts'
import { type Matched, matched } from './schedule.ts'
import { scheduleBlocks, typedSchedule } from './schedule-view.ts'
import { texts } from './texts.ts'
import { whichDealToChange } from './which-deal.ts'
import { amountOf, numberOf } from './words.ts'

/** `/deal schedule D-12 50%@2026-12-01 50%@2027-01-15`; alone it shows the instalments, `none` takes them away. */
export async function scheduleDeal(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const [, number, typed = ''] = /^\s*(\S+)\s*([\s\S]*)$/u.exec(text) ?? []
  const deal = await whichDealToChange(scope, number, words.schedule.example)
  if (deal instanceof Refusal) return deal
  if (typed.trim() === '') return showInstalments(scope, deal)
  const refusal = await refusalFor(scope, deal)
  if (refusal) return refusal
  const schedule = readSchedule(scope, deal, typed)
  if (isProblem(schedule)) return new Refusal(words.notSaved([schedule.said], schedule.hint))
  return storeSchedule(scope, deal, schedule)
}

/** The button on a deal: a form with its instalments, one to a line. */
export async function openScheduleForm(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const deal = await dealById(scope, value)
  if (!deal) return new Refusal(words.notFound('', words.example.show))
  const refusal = await refusalFor(scope, deal)
  if (refusal) return refusal
  const initial = typedSchedule(deal, await instalmentsOf(scope, deal))
  return {
    form: {
      form: 'deal.schedule',
      title: words.schedule.formTitle(numberOf(deal)),
      submit: words.schedule.save,
      state: deal.id,
      fields: [
        {
          kind: 'long-text',
          name: 'schedule',
          label: words.schedule.formLabel(amountOf(deal, scope.locale)),
          hint: words.schedule.hint,
          optional: true,
          ...(initial === '' ? {} : { initial }),
        },
      ],
    },
  }
}

export async function submitScheduleForm(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const deal = await lockDeal(scope, state)
  if (!deal) return new Refusal(words.notFound('', words.example.show))
  const refusal = await refusalFor(scope, deal)
  if (refusal) return refusal
  const schedule = readSchedule(scope, deal, one(values, 'schedule') ?? 'none')
  if (isProblem(schedule)) return { errors: { schedule: words.form.error(schedule.said, schedule.hint) } }
  return storeSchedule(scope, deal, schedule)
}

async function refusalFor(scope: Acting, deal: Deal): Promise<Refusal | undefined> {
  if (await mayChange(scope, deal)) return undefined
  return new Refusal(texts[scope.locale].notToChange(numberOf(deal), await nameOf(scope, deal.owner)))
}

async function storeSchedule(
  scope: Acting<WriteScope>,
  before: Deal,
  schedule: Instalment[],
): Promise<Answer> {
  const words = texts[scope.locale].schedule
  const entry = agree(scope, await ledgerOf(scope, before), schedule)
  if (isObstacle(entry)) return obstacleRefusal(scope, before, entry)
  const { deal, instalments } = await addEntries(scope, before, [entry])
  if (instalments.length === 0) return say(words.cleared(numberOf(deal)))
  const amount = showShort(deal.amountMinor, deal.currency, scope.locale)
  const line = words.agreed(numberOf(deal), deal.customer, instalments.length, amount)
  return withInstalments(scope, deal, line, instalments)
}

async function showInstalments(scope: Scope, deal: Deal): Promise<View> {
  const words = texts[scope.locale]
  const instalments = await instalmentsOf(scope, deal)
  if (instalments.length === 0) return say(words.schedule.none(numberOf(deal)))
  return withInstalments(scope, deal, words.detail.title(numberOf(deal), deal.customer), instalments)
}

function withInstalments(scope: Scope, deal: Deal, line: string, instalments: readonly Matched[]): View {
  const view = say(line)
  return { ...view, blocks: [...view.blocks, ...scheduleBlocks(scope, deal, instalments)] }
}

async function instalmentsOf(scope: Scope, deal: Deal): Promise<Matched[]> {
  const { standing } = await ledgerOf(scope, deal)
  return matched(standing.schedule, standing.collectedMinor)
}
