import * as colleagues from '../../../src/people/colleague-store.ts'
import * as employments from '../../../src/people/employment-store.ts'
import * as leaves from '../../../src/people/leave-store.ts'
import { memberSince } from '../../../src/people/member-since-store.ts'
import * as ends from '../../../src/people/membership-end-store.ts'
import * as memberships from '../../../src/people/membership-store.ts'
import * as persons from '../../../src/people/person-store.ts'
import * as preferences from '../../../src/people/preference-store.ts'
import * as teams from '../../../src/people/team-store.ts'
import * as workdays from '../../../src/people/workday-store.ts'
import * as workspaces from '../../../src/people/workspace-store.ts'
import { type Cases, scoped } from '../case.ts'
import { HAN, LI, TODAY, WANG, ZHAO } from '../company.ts'

export const peopleCases: Record<string, Cases> = {
  'people/person-store.ts': {
    personById: scoped((scope) => persons.personById(scope, LI)),
    everyone: scoped((scope) => persons.everyone(scope)),
    findPeople: scoped((scope) => persons.findPeople(scope, '李雷')),
    addPerson: scoped((scope) => persons.addPerson(scope, { name: '新人' })),
    addIdentity: scoped((scope) =>
      persons.addIdentity(scope, { platform: 'test', home: 'T1', externalId: 'U9', person: LI }),
    ),
    setLocale: scoped((scope) => persons.setLocale(scope, LI, 'en')),
    grant: scoped((scope) => persons.grant(scope, LI, 'admin')),
    revoke: scoped((scope) => persons.revoke(scope, ZHAO, 'admin')),
  },
  'people/preference-store.ts': {
    ownSettings: scoped((scope) => preferences.ownSettings(scope, LI)),
    changePreferences: scoped((scope) =>
      preferences.changePreferences(scope, LI, { hours: { from: '10:00', to: '18:00' } }),
    ),
    setZone: scoped((scope) => preferences.setZone(scope, LI, 'Asia/Tokyo')),
  },
  'people/colleague-store.ts': {
    membersOf: scoped((scope, { sales }) => colleagues.membersOf(scope, sales)),
    managersOfTeam: scoped((scope, { sales }) => colleagues.managersOfTeam(scope, sales)),
    managersOf: scoped((scope) => colleagues.managersOf(scope, LI)),
    nearestManagersOf: scoped((scope) => colleagues.nearestManagersOf(scope, LI)),
    leads: scoped((scope) => colleagues.leads(scope, WANG, LI)),
  },
  'people/member-since-store.ts': {
    memberSince: scoped((scope) => memberSince(scope, LI)),
  },
  'people/membership-end-store.ts': {
    membershipsSince: scoped((scope) => ends.membershipsSince(scope, LI, TODAY)),
    endMembership: scoped(async (scope) => {
      const [first] = await ends.membershipsSince(scope, LI, TODAY)
      if (first) await ends.endMembership(scope, first, TODAY)
    }),
    membershipEnds: scoped((scope) => ends.membershipEnds(scope)),
  },
  'people/membership-store.ts': {
    joinTeam: scoped((scope, { sales }) => memberships.joinTeam(scope, sales, ZHAO, 'member', TODAY)),
    movingWithin: scoped((scope) =>
      memberships.movingWithin(scope, { from: '2000-01-01', to: '2099-12-31' }),
    ),
    memberships: scoped((scope) => memberships.memberships(scope, TODAY)),
    membershipDays: scoped((scope) => memberships.membershipDays(scope, LI)),
  },
  'people/employment-store.ts': {
    employmentOf: scoped((scope) => employments.employmentOf(scope, LI)),
    employmentsRecorded: scoped((scope) => employments.employmentsRecorded(scope)),
    recordEmployment: scoped((scope) =>
      employments.recordEmployment(scope, LI, { joinedOn: TODAY, lastDay: '2027-01-31' }),
    ),
  },
  'people/team-store.ts': {
    allTeams: scoped((scope) => teams.allTeams(scope)),
    teamById: scoped((scope, { sales }) => teams.teamById(scope, sales)),
    findTeam: scoped((scope) => teams.findTeam(scope, '销售一部')),
    addTeam: scoped((scope) => teams.addTeam(scope, { name: '新部' })),
    teamsOf: scoped((scope) => teams.teamsOf(scope, HAN)),
    teamsLedBy: scoped((scope) => teams.teamsLedBy(scope, WANG)),
    teamsWith: scoped((scope) => teams.teamsWith(scope, WANG, 'manager')),
  },
  'people/leave-store.ts': {
    addLeave: scoped((scope) => leaves.addLeave(scope, { person: HAN, from: TODAY, to: TODAY })),
    leavesOf: scoped((scope) => leaves.leavesOf(scope, [LI])),
    onLeave: scoped((scope) => leaves.onLeave(scope, TODAY)),
    leaveById: scoped(async (scope) => {
      const [leave] = await leaves.leavesOf(scope, [LI])
      return leaves.leaveById(scope, leave?.id ?? '')
    }),
    cancelLeave: scoped(async (scope) => {
      const [leave] = await leaves.leavesOf(scope, [LI])
      return leave && leaves.cancelLeave(scope, leave)
    }),
  },
  'people/workday-store.ts': {
    changeOwnDays: scoped(async (scope, { sales }) => {
      const day = { [TODAY]: { works: false, name: '司庆' } }
      await workdays.changeOwnDays(scope, undefined, (days) => ({ ...days, ...day }))
      await workdays.changeOwnDays(scope, sales, (days) => ({ ...days, ...day }))
    }),
    setTeamCalendar: scoped((scope, { sales }) => workdays.setTeamCalendar(scope, sales, 'china')),
  },
  'people/workspace-store.ts': {
    setChannel: scoped((scope) =>
      workspaces.setChannel(scope, { platform: 'test', home: 'T1', purpose: 'deals', externalId: 'C1' }),
    ),
    channelsOf: scoped((scope) => workspaces.channelsOf(scope)),
    homesOf: scoped((scope) => workspaces.homesOf(scope)),
    changeWorkspace: scoped((scope) => workspaces.changeWorkspace(scope, { name: '新名', locale: 'en' })),
  },
}
