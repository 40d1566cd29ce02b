/** The people's rows: one file for each kind, all of them here for the other slices. */

export { leads, managersOf, managersOfTeam, membersOf, nearestManagersOf } from './colleague-store.ts'
export {
  type Employment,
  employmentOf,
  employmentsRecorded,
  type RecordedEmployment,
  recordEmployment,
} from './employment-store.ts'
export { addLeave, cancelLeave, leaveById, leavesOf, onLeave } from './leave-store.ts'
export { memberSince } from './member-since-store.ts'
export {
  endMembership,
  type LastingMembership,
  membershipEnds,
  membershipsSince,
  type RecordedEnd,
} from './membership-end-store.ts'
export {
  joinTeam,
  type Membership,
  membershipDays,
  memberships,
  movingWithin,
} from './membership-store.ts'
export {
  addIdentity,
  addPerson,
  everyone,
  findPeople,
  grant,
  personById,
  revoke,
  setLocale,
} from './person-store.ts'
export { changePreferences, ownSettings, setZone } from './preference-store.ts'
export { addTeam, allTeams, findTeam, teamById, teamsLedBy, teamsOf } from './team-store.ts'
export { changeOwnDays, setTeamCalendar } from './workday-store.ts'
export { changeWorkspace, channelsOf, homesOf, setChannel } from './workspace-store.ts'
