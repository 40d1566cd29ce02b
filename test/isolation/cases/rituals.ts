import { revisionsBetween } from '../../../src/goals/revisions-between-store.ts'
import * as improvements from '../../../src/improvements/store.ts'
import { secondsAfter } from '../../../src/kernel/time.ts'
import { allTeams } from '../../../src/people/store.ts'
import * as audience from '../../../src/rituals/audience-store.ts'
import * as calibration from '../../../src/rituals/calibration/store.ts'
import { monthlyCalibration } from '../../../src/rituals/calibration/template.ts'
import * as facts from '../../../src/rituals/data-review/facts-store.ts'
import * as reviews from '../../../src/rituals/data-review/store.ts'
import * as runs from '../../../src/rituals/run-store.ts'
import * as sessions from '../../../src/rituals/session-store.ts'
import * as rituals from '../../../src/rituals/store.ts'
import * as retro from '../../../src/rituals/weekly-retro/store.ts'
import { type Cases, scoped } from '../case.ts'
import { HAN, itemOf, LI, MONTH, NO_FACTS, NOTE, NOTE_ENTRY, NOW, WEEK } from '../company.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }

const ANSWERS = {
  highlight: '签了华为',
  improvement: '早点跟进',
  shortfall: undefined,
  cause: undefined,
  nextPlan: undefined,
  shared: false,
}

export const ritualCases: Record<string, Cases> = {
  'improvements/store.ts': {
    itemById: scoped(async (scope) => {
      const item = await improvements.itemByNumber(scope, 1)
      return improvements.itemById(scope, item?.id ?? '')
    }),
    itemByNumber: scoped((scope) => improvements.itemByNumber(scope, 1)),
    openItemsOf: scoped((scope) => improvements.openItemsOf(scope, [LI])),
    itemsFrom: scoped(async (scope) => {
      const item = await improvements.itemByNumber(scope, 1)
      return improvements.itemsFrom(scope, [item?.id ?? ''])
    }),
    addItem: scoped((scope) => improvements.addItem(scope, itemOf('又一件'))),
    rewordItem: scoped(async (scope) => {
      const item = await improvements.itemByNumber(scope, 1)
      await improvements.rewordItem(scope, item?.id ?? '', '换个说法')
    }),
    closeItem: scoped(async (scope) => {
      const item = await improvements.itemByNumber(scope, 1)
      return improvements.closeItem(scope, item?.id ?? '', 'done', undefined)
    }),
    postponeItem: scoped(async (scope) => {
      const item = await improvements.itemByNumber(scope, 1)
      const to = { dueOn: '2026-12-01', zone: 'Asia/Shanghai', reason: undefined }
      return improvements.postponeItem(scope, item?.id ?? '', to)
    }),
    remindersDue: scoped((scope) => improvements.remindersDue({ ...scope, now: secondsAfter(NOW, 9e5) })),
    takeReminders: scoped((scope) =>
      improvements.takeReminders({ ...scope, now: secondsAfter(NOW, 9e5) }, LI),
    ),
    nextReminder: scoped((scope) => improvements.nextReminder({ ...scope, now: '2020-01-01T00:00:00.000Z' })),
  },
  'rituals/audience-store.ts': {
    ownMembers: scoped((scope, { sales }) => audience.ownMembers(scope, sales)),
    teamsWithMembers: scoped((scope) => audience.teamsWithMembers(scope)),
    leadersOf: scoped((scope, { sales }) => audience.leadersOf(scope, sales)),
  },
  'rituals/calibration/store.ts': {
    addInput: scoped((scope, facts) =>
      calibration.addInput(scope, {
        id: 'in2',
        ritual: facts.calibration.id,
        occurrence: MONTH,
        person: HAN,
        market: undefined,
        kind: undefined,
        about: undefined,
      }),
    ),
    linkInput: scoped((scope) => calibration.linkInput(scope, 'in1', { proposal: 'p' })),
    inputById: scoped((scope) => calibration.inputById(scope, 'in1')),
    inputsOf: scoped((scope, facts) => calibration.inputsOf(scope, facts.calibration.id, MONTH)),
  },
  'goals/revisions-between-store.ts': {
    revisionsBetween: scoped((scope, { goal }) =>
      revisionsBetween(scope, [goal.id], '2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'),
    ),
  },
  'rituals/data-review/facts-store.ts': {
    dealsOfPeople: scoped((scope) => facts.dealsOfPeople(scope, [LI, HAN], YEAR)),
    sumsOfPeople: scoped((scope) => facts.sumsOfPeople(scope, [LI, HAN], YEAR)),
    refundedPeople: scoped((scope) => facts.refundedPeople(scope, [LI, HAN], YEAR)),
    membersOn: scoped((scope, { sales }) => facts.membersOn(scope, sales, NOW.slice(0, 10))),
  },
  'rituals/data-review/store.ts': {
    addReview: scoped(async (scope, { review: { id: ritual } }) => {
      const held = { ritual, occurrence: '2026-10' }
      await sessions.addSession(scope, { ...held, threads: [], openedAt: NOW, closesAt: NOW })
      await reviews.addReview(scope, { ...held, facts: NO_FACTS, within: undefined, posts: [] })
    }),
    reviewOf: scoped((scope, { review }) => reviews.reviewOf(scope, review.id, MONTH)),
    reviewsWithin: scoped((scope, { calibration }) => reviews.reviewsWithin(scope, calibration.id, MONTH)),
    addEntry: scoped((scope, { review: { id: ritual } }) =>
      reviews.addEntry(scope, { ...NOTE_ENTRY, ritual, occurrence: MONTH, id: 'en2' }),
    ),
    linkItem: scoped((scope) => reviews.linkItem(scope, 'en1', 'i')),
    entriesOf: scoped((scope, { review }) => reviews.entriesOf(scope, review.id, MONTH)),
    notesOf: scoped((scope, { review }) => reviews.notesOf(scope, [review.id], 5)),
  },
  'rituals/session-store.ts': {
    addSession: scoped((scope, facts) =>
      sessions.addSession(scope, {
        ritual: facts.retro.id,
        occurrence: '2026-W48',
        threads: [],
        openedAt: NOW,
        closesAt: NOW,
      }),
    ),
    sessionOf: scoped((scope, { retro }) => sessions.sessionOf(scope, retro.id, WEEK)),
    latestSessions: scoped((scope, { retro }) => sessions.latestSessions(scope, [retro.id])),
    holdOpen: scoped((scope, { retro }) => sessions.holdOpen(scope, retro.id, WEEK)),
    closeSession: scoped((scope, { retro }) => sessions.closeSession(scope, retro.id, WEEK)),
    postInThread: scoped(async (scope, { retro }) => {
      const session = await sessions.sessionOf(scope, retro.id, WEEK)
      return sessions.postInThread(scope, { threads: session?.threads ?? [] }, NOTE)
    }),
  },
  'rituals/store.ts': {
    allRituals: scoped((scope) => rituals.allRituals(scope)),
    ritualById: scoped((scope, { retro }) => rituals.ritualById(scope, retro.id)),
    ritualsOf: scoped((scope) => rituals.ritualsOf(scope, 'weekly-retro')),
    addRitual: scoped(async (scope) => {
      const company = (await allTeams(scope)).find((team) => team.name === '总公司')
      await rituals.addRitual(scope, company?.id ?? '', monthlyCalibration)
    }),
    changeSchedule: scoped((scope, { retro }) =>
      rituals.changeSchedule(scope, retro.id, { schedule: 'weekly fri 17:00', settledUntil: NOW }),
    ),
    removedRituals: scoped(async (scope, { retro }) => {
      await rituals.setRemoved(scope, retro.id, true)
      return rituals.removedRituals(scope)
    }),
    setRemoved: scoped((scope, { retro }) => rituals.setRemoved(scope, retro.id, true)),
    setPaused: scoped((scope, { retro }) => rituals.setPaused(scope, retro.id, true)),
    settleUntil: scoped((scope, { retro }) => rituals.settleUntil(scope, retro.id, NOW)),
  },
  'rituals/run-store.ts': {
    claim: scoped((scope, { retro }) =>
      runs.claim(scope, { ritual: retro.id, occurrence: '2026-W48', at: NOW, status: 'done' }),
    ),
    openingOf: scoped((scope, { retro }) => runs.openingOf(scope, retro.id, WEEK)),
    isLeftOut: scoped((scope, { retro }) => runs.isLeftOut(scope, retro.id, WEEK)),
    leaveOut: scoped((scope, { retro }) => runs.leaveOut(scope, retro.id, WEEK)),
    runsOf: scoped((scope, { retro }) => runs.runsOf(scope, retro.id, 10)),
    planStages: scoped((scope, { retro }) =>
      runs.planStages(scope, retro.id, '2026-W48', [{ name: 'close', dueAt: NOW }]),
    ),
    stagesDue: scoped((scope) => runs.stagesDue({ ...scope, now: secondsAfter(NOW, 9e5) })),
    stageWaits: scoped((scope, { retro }) => runs.stageWaits(scope, retro.id, 'close')),
    nextStageAt: scoped((scope) => runs.nextStageAt(scope)),
    takeStage: scoped((scope, { retro }) =>
      runs.takeStage(scope, { ritual: retro.id, occurrence: WEEK, stage: 'close' }),
    ),
  },
  'rituals/weekly-retro/store.ts': {
    addPart: scoped((scope, { part }) => retro.addPart(scope, { ...part, person: 'p-赵敏' })),
    partsOf: scoped((scope, { part }) => retro.partsOf(scope, part.ritual, part.occurrence)),
    partOf: scoped((scope, { part }) => retro.partOf(scope, part.ritual, part.occurrence, LI)),
    openPartsOf: scoped((scope) => retro.openPartsOf(scope, LI)),
    saveAnswers: scoped((scope, { part }) =>
      retro.saveAnswers(scope, part, { answers: ANSWERS, item: 'i', threadPosts: [], managerPosts: [] }),
    ),
  },
}
