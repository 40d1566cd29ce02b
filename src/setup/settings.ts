import type { Reply, Submission } from '../kernel/feature.ts'
import { joinNames } from '../kernel/locale.ts'
import { showMoney } from '../kernel/money.ts'
import type { Acting, Scope, WorkspaceSettings, WriteScope } from '../kernel/scope.ts'
import { readAmount } from '../kernel/words.ts'
import { calendarOf } from '../kernel/workdays.ts'
import { allTeams, changeWorkspace, channelsOf, everyone } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import { type Form, many, one } from '../view/form.ts'
import { actions, fields, heading, say, type View } from '../view/view.ts'
import { fiscalMonth, fiscalStartField, startFiscalYear } from './fiscal-start.ts'
import { texts } from './texts.ts'
import { CALENDARS } from './workdays/read-days.ts'
import { showCalendar } from './workdays/show-days.ts'

/** `/drumbeat settings`: how the workspace is set; an admin can change it. */
export async function showSettings(scope: Acting): Promise<View> {
  const words = texts[scope.locale]
  const { workspace } = scope
  const { settings } = workspace
  const yesNo = (value: boolean | undefined) => (value ? words.yes : words.no)
  const people = await everyone(scope)
  const channels = (await channelsOf(scope)).map(
    (one) => `${words.purposes[one.purpose]} → ${one.externalId}`,
  )
  const joined = (names: string[]) => joinNames(names, scope.locale) || words.none
  return {
    summary: words.settingsTitle,
    blocks: [
      heading(words.settingsTitle),
      fields(
        [words.company, workspace.name],
        [words.language, words.languages[workspace.locale]],
        [words.zone, workspace.zone],
        [words.currency, workspace.currency],
        [words.fiscalStart, fiscalMonth(scope, workspace.fiscalStartMonth)],
        [words.workdays, showCalendar(scope, calendarOf(workspace.workdays))],
        [words.hideAmounts, yesNo(settings.hideAmounts)],
        [words.hideCustomers, yesNo(settings.hideCustomers)],
        [words.confirmBelow, confirmBelow(scope) ?? words.none],
        [words.teams, joined((await allTeams(scope)).map((team) => team.name))],
        [words.channels, joined(channels)],
        [words.admins, joined(people.filter(isAdmin).map((person) => person.name))],
      ),
      ...(isAdmin(scope.person) ? [actions({ label: words.change, action: 'setup.change-settings' })] : []),
    ],
  }
}

export function settingsForm(scope: Scope): Form {
  const words = texts[scope.locale]
  const { workspace } = scope
  const current = confirmBelow(scope)
  return {
    form: 'setup.settings',
    title: words.settingsTitle,
    submit: words.finish,
    fields: [
      {
        kind: 'choices',
        name: 'hide',
        label: `${words.hideAmounts} / ${words.hideCustomers}`,
        optional: true,
        options: [
          { value: 'amounts', label: words.hideAmounts },
          { value: 'customers', label: words.hideCustomers },
        ],
        initial: [
          ...(workspace.settings.hideAmounts ? ['amounts'] : []),
          ...(workspace.settings.hideCustomers ? ['customers'] : []),
        ],
      },
      {
        kind: 'money',
        name: 'confirmBelow',
        label: words.confirmBelow,
        hint: words.confirmBelowHint,
        optional: true,
        ...(current ? { initial: current } : {}),
      },
      {
        kind: 'choice',
        name: 'workdays',
        label: words.workdays,
        options: CALENDARS.map((calendar) => ({ value: calendar, label: showCalendar(scope, calendar) })),
        initial: calendarOf(workspace.workdays),
      },
      fiscalStartField(scope),
    ],
  }
}

export async function submitSettings(scope: Acting<WriteScope>, { values }: Submission): Promise<Reply> {
  const words = texts[scope.locale]
  const typed = one(values, 'confirmBelow')
  const amount = typed === undefined ? undefined : readAmount(typed, scope.workspace.currency)
  if (typed !== undefined && amount?.currency !== scope.workspace.currency)
    return { errors: { confirmBelow: words.badTarget } }
  const hide = many(values, 'hide')
  const settings: WorkspaceSettings = {
    hideAmounts: hide.includes('amounts'),
    hideCustomers: hide.includes('customers'),
    confirmBelowMinor: amount?.minor ?? 0,
  }
  const workdays =
    CALENDARS.find((calendar) => calendar === one(values, 'workdays')) ?? calendarOf(scope.workspace.workdays)
  const whyNot = await startFiscalYear(scope, one(values, 'fiscalStart'))
  if (whyNot) return { errors: { fiscalStart: whyNot } }
  await changeWorkspace(scope, { settings, workdays })
  return { view: say(words.saved) }
}

/** The amount up to which deals confirm themselves, in words; nothing when a manager confirms each one. */
function confirmBelow({ workspace, locale }: Scope): string | undefined {
  const minor = workspace.settings.confirmBelowMinor ?? 0
  return minor > 0 ? showMoney(minor, workspace.currency, locale) : undefined
}
