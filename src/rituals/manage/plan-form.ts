import { newId } from '../../kernel/id.ts'
import type { Acting, Scope } from '../../kernel/scope.ts'
import { allTeams, teamsLedBy } from '../../people/store.ts'
import type { Team } from '../../people/teams.ts'
import { isAdmin } from '../../people/who.ts'
import type { Field, Form, Option } from '../../view/form.ts'
import type { Ritual } from '../ritual.ts'
import { titleOf } from '../serve.ts'
import { templates } from '../templates.ts'
import { texts } from './made-texts.ts'
import { saySchedule } from './schedule-words.ts'

export const CHANNELS = ['sales', 'deals', 'retro'] as const
export const AUDIENCES = ['team', 'managers', 'people'] as const

/** The form in which a ritual is made; its state is the id that the ritual will have. */
export function makeForm(scope: Acting, teams: readonly Team[]): Form {
  const words = texts[scope.locale]
  const offered = templates.filter(({ asks }) => asks)
  const [only, another] = teams
  return {
    form: 'ritual.make',
    title: words.makeTitle,
    submit: words.makeSubmit,
    state: newId(scope.now),
    fields: [
      {
        kind: 'choice',
        name: 'template',
        label: words.template,
        options: offered.map(({ name, title }) => ({ value: name, label: title[scope.locale] })),
      },
      { kind: 'text', name: 'name', label: words.name, hint: words.nameHint, optional: true },
      {
        kind: 'choice',
        name: 'team',
        label: words.team,
        options: teams.map(({ id, name }) => ({ value: id, label: name })),
        ...(only && !another ? { initial: only.id } : {}),
      },
      { kind: 'text', name: 'schedule', label: words.schedule, hint: words.scheduleHint, optional: true },
      ...audienceFields(scope, undefined),
      ...placeFields(scope, undefined),
    ],
  }
}

/** The form in which a ritual is changed, filled with how it is. One that asks in its own way has fewer fields. */
export function editForm(scope: Scope, ritual: Ritual): Form {
  const words = texts[scope.locale]
  const asking: Field[] = ritual.asks
    ? [{ kind: 'text', name: 'name', label: words.name, initial: titleOf(ritual, scope.locale) }]
    : [{ kind: 'note', text: words.ownWay(titleOf(ritual, scope.locale)) }]
  return {
    form: 'ritual.edit',
    title: words.editTitle,
    submit: words.save,
    state: ritual.id,
    fields: [
      ...asking,
      {
        kind: 'text',
        name: 'schedule',
        label: words.schedule,
        initial: saySchedule(ritual.schedule, scope.locale),
      },
      ...(ritual.asks ? audienceFields(scope, ritual) : []),
      ...placeFields(scope, ritual),
      {
        kind: 'choices',
        name: 'paused',
        label: words.pausedLabel,
        optional: true,
        options: [{ value: 'paused', label: words.pausedOption }],
        ...(ritual.paused ? { initial: ['paused'] } : {}),
      },
    ],
  }
}

/** The teams in which the actor may make a ritual. */
export async function teamsToMakeIn(scope: Acting): Promise<Team[]> {
  return isAdmin(scope.person) ? allTeams(scope) : teamsLedBy(scope, scope.person.id)
}

function audienceFields(scope: Scope, ritual: Ritual | undefined): Field[] {
  const words = texts[scope.locale]
  const audience = ritual?.asks?.audience
  const people = audience?.kind === 'people' ? audience.people : []
  return [
    {
      kind: 'choice',
      name: 'audience',
      label: words.audience,
      options: AUDIENCES.map((one) => ({ value: one, label: words.audiences[one] })),
      ...(audience ? { initial: audience.kind } : { optional: true, hint: words.audienceHint }),
    },
    {
      kind: 'people',
      name: 'people',
      label: words.people,
      optional: true,
      ...(people.length > 0 ? { initial: people } : {}),
    },
    {
      kind: 'number',
      name: 'openDays',
      label: words.openDays,
      hint: words.openDaysHint,
      ...(ritual?.asks ? { initial: String(ritual.asks.openDays) } : { optional: true }),
    },
  ]
}

function placeFields(scope: Scope, ritual: Ritual | undefined): Field[] {
  const words = texts[scope.locale]
  const channels: Option[] = CHANNELS.map((one) => ({ value: one, label: words.channels[one] }))
  const usual = ritual && (ritual.team.zone ?? scope.workspace.zone)
  return [
    {
      kind: 'choice',
      name: 'channel',
      label: words.channel,
      options: channels,
      ...(ritual ? { initial: ritual.channel } : { optional: true, hint: words.audienceHint }),
    },
    {
      kind: 'text',
      name: 'zone',
      label: words.zone,
      hint: words.zoneHint,
      optional: true,
      ...(ritual && ritual.zone !== usual ? { initial: ritual.zone } : {}),
    },
    {
      kind: 'number',
      name: 'catchUp',
      label: words.catchUp,
      hint: words.catchUpHint,
      ...(ritual ? { initial: String(ritual.catchUpHours) } : { optional: true }),
    },
  ]
}
