import { dealByNumber } from '../deals/store.ts'
import { isZone } from '../kernel/calendar.ts'
import type { Reply, Submission } from '../kernel/feature.ts'
import { joinNames, LOCALES, localeFrom } from '../kernel/locale.ts'
import { overlong } from '../kernel/longest.ts'
import { isCurrency } from '../kernel/money.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import {
  addTeam,
  allTeams,
  changeWorkspace,
  channelsOf,
  joinTeam,
  managersOfTeam,
  membershipsSince,
  membersOf,
  personById,
  setChannel,
  teamById,
} from '../people/store.ts'
import { namesOf } from '../people/who.ts'
import { type Form, type FormErrors, type FormValues, many, one } from '../view/form.ts'
import { carryOut } from './members/change-members.ts'
import { parentField, parentFrom, wrongParent } from './parent-field.ts'
import { payForm } from './pay-form.ts'
import { texts } from './texts.ts'

/** The first page: the company, a team with its people, and where it talks. Filled in as far as it is known. */
export async function teamForm(scope: Scope, options: { another?: boolean } = {}): Promise<Form> {
  const words = texts[scope.locale]
  const { workspace } = scope
  const channels = await channelsOf(scope)
  const channel = (purpose: string) => {
    const known = channels.find((one) => one.purpose === purpose && one.team === '')
    return known ? { initial: known.externalId } : {}
  }
  const teams = await allTeams(scope)
  const team = options.another ? undefined : teams.find((one) => one.parent === undefined)
  const managers = team ? await managersOfTeam(scope, team.id) : []
  const members = team ? await membersOf(scope, team.id) : []
  return {
    form: 'setup.team',
    title: words.title,
    submit: words.next,
    fields: [
      { kind: 'note', text: words.welcome },
      { kind: 'text', name: 'company', label: words.company, initial: workspace.name },
      {
        kind: 'choice',
        name: 'locale',
        label: words.language,
        options: LOCALES.map((locale) => ({ value: locale, label: words.languages[locale] })),
        initial: workspace.locale,
      },
      { kind: 'text', name: 'zone', label: words.zone, hint: words.zoneHint, initial: workspace.zone },
      {
        kind: 'text',
        name: 'currency',
        label: words.currency,
        hint: words.currencyHint,
        initial: workspace.currency,
      },
      {
        kind: 'text',
        name: 'team',
        label: words.team,
        hint: words.teamHint,
        ...(team ? { initial: team.name } : {}),
      },
      ...parentField(scope, teams),
      {
        kind: 'person',
        name: 'manager',
        label: words.manager,
        ...(managers[0] ? { initial: managers[0].id } : {}),
      },
      { kind: 'people', name: 'members', label: words.members, initial: members.map((member) => member.id) },
      { kind: 'channel', name: 'deals', label: words.dealsChannel, ...channel('deals') },
      { kind: 'channel', name: 'retro', label: words.retroChannel, ...channel('retro') },
    ],
  }
}

/** Stores the first page and goes on to rate and targets. Wrong fields are named, and nothing is stored. */
export async function submitTeam(scope: Acting<WriteScope>, { values, home }: Submission): Promise<Reply> {
  const zone = one(values, 'zone') ?? scope.workspace.zone
  const currency = (one(values, 'currency') ?? scope.workspace.currency).toUpperCase()
  const errors = {
    ...(await wrongFields(scope, zone, currency)),
    ...longNames(scope, values),
    ...(await strangers(scope, values)),
    ...wrongParent(scope, values, await allTeams(scope)),
  }
  if (Object.keys(errors).length > 0) return { errors }
  await changeWorkspace(scope, {
    name: one(values, 'company') ?? scope.workspace.name,
    locale: localeFrom(one(values, 'locale') ?? scope.workspace.locale),
    zone,
    currency,
  })
  for (const purpose of ['deals', 'retro'] as const) {
    const externalId = one(values, purpose)
    if (externalId) await setChannel(scope, { platform: home.platform, home: home.id, purpose, externalId })
  }
  const members = many(values, 'members').filter((member) => member !== '')
  const name = one(values, 'team') ?? scope.workspace.name
  const team = await addTeam(scope, { name, ...parentFrom(values) })
  // From the year's start, so that what is logged for past days of this year counts for the team.
  const from = `${scope.today.slice(0, 4)}-01-01`
  const manager = one(values, 'manager')
  if (manager && !isAmong(await managersOfTeam(scope, team), manager))
    await joinTeam(scope, team, manager, 'manager', from)
  // The form lists the people of the teams below as well; they stay in theirs.
  const there = await membersOf(scope, team)
  const moved: string[] = []
  for (const member of members) {
    if (isAmong(there, member)) continue
    if (await moveHere(scope, team, member)) moved.push(member)
    else await joinTeam(scope, team, member, 'member', from)
  }
  const changed = { ...scope, workspace: { ...scope.workspace, currency } }
  const names = [...(await namesOf(scope, moved)).values()]
  const note = names.length > 0 ? texts[scope.locale].moved(joinNames(names, scope.locale), name) : undefined
  return { form: await payForm(changed, team, note) }
}

/** Whoever is in another team is a member of that one until yesterday, and of this one from today. */
async function moveHere(scope: Acting<WriteScope>, team: string, person: string): Promise<boolean> {
  const others = (await membershipsSince(scope, person, scope.today)).filter((one) => one.part === 'member')
  if (others.length === 0) return false
  const [to, who] = [await teamById(scope, team), await personById(scope, person)]
  if (to && who)
    await carryOut(scope, { what: 'move', part: 'member', person: who, team: to, from: scope.today })
  return true
}

const isAmong = (people: readonly { id: string }[], id: string) => people.some((one) => one.id === id)

function longNames(scope: Scope, values: FormValues): FormErrors {
  const errors: FormErrors = {}
  for (const name of ['company', 'team']) {
    const tooLong = overlong(one(values, name), 'name', scope.locale)
    if (tooLong) errors[name] = tooLong
  }
  return errors
}

async function strangers(scope: Scope, values: FormValues): Promise<FormErrors> {
  const errors: FormErrors = {}
  for (const name of ['manager', 'members']) {
    for (const id of many(values, name))
      if (id !== '' && !(await personById(scope, id))) errors[name] = texts[scope.locale].unknownPerson
  }
  return errors
}

async function wrongFields(scope: Scope, zone: string, currency: string): Promise<FormErrors> {
  const words = texts[scope.locale]
  const errors: FormErrors = {}
  if (!isZone(zone)) errors.zone = words.badZone
  if (!isCurrency(currency)) errors.currency = words.badCurrency
  else if (currency !== scope.workspace.currency && (await dealByNumber(scope, 1)))
    errors.currency = words.currencyFixed(scope.workspace.currency)
  return errors
}
