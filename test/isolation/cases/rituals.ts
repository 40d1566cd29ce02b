import { revisionsBetween } from '../../../src/goals/revisions-between-store.ts'
import * as itemHistory from '../../../src/improvements/history-store.ts'
import * as improvements from '../../../src/improvements/store.ts'
import { secondsAfter } from '../../../src/kernel/time.ts'
import { allTeams } from '../../../src/people/store.ts'
import * as answers from '../../../src/rituals/asked/answer-store.ts'
import { searchAnswers } from '../../../src/rituals/asked/search-store.ts'
import * as asked from '../../../src/rituals/asked/store.ts'
import * as trials from '../../../src/rituals/asked/trial-store.ts'
import * as audience from '../../../src/rituals/audience-store.ts'
import * as calibration from '../../../src/rituals/calibration/store.ts'
import { monthlyCalibration } from '../../../src/rituals/calibration/template.ts'
import * as lines from '../../../src/rituals/daily-report/line-store.ts'
import * as reports from '../../../src/rituals/daily-report/store.ts'
import * as facts from '../../../src/rituals/data-review/facts-store.ts'
import * as reviews from '../../../src/rituals/data-review/store.ts'
import * as made from '../../../src/rituals/made-store.ts'
import * as runs from '../../../src/rituals/run-store.ts'
import * as sessions from '../../../src/rituals/session-store.ts'
import * as rituals from '../../../src/rituals/store.ts'
import * as weeks from '../../../src/rituals/weekly-retro/held-store.ts'
import * as notes from '../../../src/rituals/weekly-retro/note-store.ts'
import * as settings from '../../../src/rituals/weekly-retro/setting-store.ts'
import * as retro from '../../../src/rituals/weekly-retro/store.ts'
import { type Cases, scoped } from '../case.ts'
import {
  ANSWER,
  ASKS,
  HAN,
  itemOf,
  LI,
  MADE,
  MONTH,
  NO_FACTS,
  NOTE,
  NOTE_ENTRY,
  NOW,
  PLAN,
  TODAY,
  WEEK,
} from '../company.ts'

const SURVEY = { ritual: MADE, occurrence: WEEK }

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
    assignItem: scoped(async (scope) => {
      const item = await improvements.itemByNumber(scope, 1)
      const owner = { id: HAN, zone: 'Asia/Shanghai' }
      return item && improvements.assignItem(scope, item, { owner, reason: '出差' })
    }),
    itemsSince: scoped((scope) => improvements.itemsSince(scope, [LI], '2020-01-01T00:00:00.000Z')),
    itemsOfSource: scoped((scope) => improvements.itemsOfSource(scope, 'added')),
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
      improvements.takeReminders({ ...scope, now: secondsAfter(NOW, 9e5) }, LI, 'Asia/Shanghai'),
    ),
    nextReminder: scoped((scope) => improvements.nextReminder({ ...scope, now: '2020-01-01T00:00:00.000Z' })),
  },
  'improvements/history-store.ts': {
    noteEvent: scoped(async (scope) => {
      const item = await improvements.itemByNumber(scope, 1)
      await itemHistory.noteEvent(scope, item?.id ?? '', { kind: 'done', reason: '做完了' })
    }),
    eventsOf: scoped(async (scope) => {
      const item = await improvements.itemByNumber(scope, 1)
      return itemHistory.eventsOf(scope, item?.id ?? '')
    }),
  },
  'rituals/audience-store.ts': {
    ownMembers: scoped((scope, { sales }) => audience.ownMembers(scope, sales)),
    teamsWithMembers: scoped((scope) => audience.teamsWithMembers(scope)),
    leadersOf: scoped((scope, { sales }) => audience.leadersOf(scope, sales)),
  },
  'rituals/asked/store.ts': {
    addAsked: scoped((scope) =>
      asked.addAsked(scope, { ritual: MADE, occurrence: '2026-W48', name: '晨会', asks: ASKS }),
    ),
    askedIn: scoped((scope) => asked.askedIn(scope, MADE, WEEK)),
    holdAsked: scoped((scope) => asked.holdAsked(scope, MADE, WEEK)),
    noteSummary: scoped((scope) => asked.noteSummary(scope, MADE, WEEK, ['p'])),
    addPart: scoped((scope) => asked.addPart(scope, { ...SURVEY, person: HAN, prompts: [] })),
    partsOf: scoped((scope) => asked.partsOf(scope, MADE, WEEK)),
    partOf: scoped((scope) => asked.partOf(scope, MADE, WEEK, LI)),
    waitingFor: scoped((scope) => asked.waitingFor(scope, LI)),
    noteAnswered: scoped((scope) =>
      asked.noteAnswered(scope, { ...SURVEY, person: LI }, { threadPosts: [], late: true, answeredAt: NOW }),
    ),
  },
  'rituals/asked/answer-store.ts': {
    answersIn: scoped((scope) => answers.answersIn(scope, SURVEY)),
    answersOf: scoped((scope) => answers.answersOf(scope, SURVEY, LI)),
    putAnswers: scoped((scope) => answers.putAnswers(scope, SURVEY, LI, ['q1'], [ANSWER])),
    takeNames: scoped((scope) => answers.takeNames(scope, SURVEY, 1)),
  },
  'rituals/asked/search-store.ts': {
    searchAnswers: scoped((scope) =>
      searchAnswers(scope, '好', { person: LI, shared: [MADE], private: [MADE] }, 10),
    ),
  },
  'rituals/asked/trial-store.ts': {
    startTrial: scoped((scope) => trials.startTrial(scope, LI, MADE, ['t4'])),
    trialOf: scoped((scope) => trials.trialOf(scope, LI, MADE)),
    answerTrial: scoped((scope) => trials.answerTrial(scope, LI, MADE, [['q1', '行']])),
    endTrial: scoped((scope) => trials.endTrial(scope, LI, MADE)),
  },
  'rituals/made-store.ts': {
    makeRitual: scoped((scope, { sales }) =>
      made.makeRitual(scope, { id: 'made2', template: 'highlights', team: sales, paused: true, ...PLAN }),
    ),
    changePlan: scoped((scope) => made.changePlan(scope, MADE, { ...PLAN, name: '夕会' }, NOW)),
    changeAsks: scoped((scope) => made.changeAsks(scope, MADE, { ...ASKS, openDays: 2 })),
    holdRitual: scoped((scope) => made.holdRitual(scope, MADE)),
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
  'rituals/daily-report/line-store.ts': {
    planLines: scoped((scope, { report }) =>
      lines.planLines(scope, [
        { person: HAN, date: TODAY, ritual: report.id, changesOnly: false, lateMinutes: 0 },
      ]),
    ),
    waitingLines: scoped((scope) => lines.waitingLines(scope)),
    takeLine: scoped((scope) => lines.takeLine(scope, { person: LI, date: TODAY }, 'said')),
    shareKnownBy: scoped((scope) => lines.shareKnownBy(scope, LI, MONTH)),
  },
  'rituals/daily-report/store.ts': {
    addReport: scoped((scope, { report }) =>
      reports.addReport(scope, report.id, {
        date: '2026-12-01',
        monthDeals: 1,
        monthSignedMinor: 100,
        people: 'p',
      }),
    ),
    reportBefore: scoped((scope, { report }) => reports.reportBefore(scope, report.id, TODAY)),
    isSilentWhenEmpty: scoped((scope, { report }) => reports.isSilentWhenEmpty(scope, report.id)),
    setSilentWhenEmpty: scoped((scope, { report }) => reports.setSilentWhenEmpty(scope, report.id, true)),
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
    holdSession: scoped((scope, { retro }) => sessions.holdSession(scope, retro.id, WEEK)),
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
      retro.saveAnswers(scope, part, {
        answers: ANSWERS,
        item: 'i',
        threadPosts: [],
        managerPosts: [],
        late: false,
      }),
    ),
    waitingParts: scoped((scope) => retro.waitingParts(scope, '2020-01-01T00:00:00.000Z')),
    saveAsked: scoped((scope, { part }) =>
      retro.saveAsked(scope, part, { nudges: ['n'], away: 'taken-back' }),
    ),
    eraseAnswers: scoped((scope, { part }) => retro.eraseAnswers(scope, part)),
  },
  'rituals/weekly-retro/held-store.ts': {
    addHeld: scoped(async (scope, facts) => {
      const key = { ritual: facts.retro.id, occurrence: '2026-W48' }
      await sessions.addSession(scope, { ...key, threads: [], openedAt: NOW, closesAt: NOW })
      await weeks.addHeld(scope, { ...key, minimum: 0, short: false, lateUntil: NOW })
    }),
    heldOf: scoped((scope, { part }) => weeks.heldOf(scope, part.ritual, part.occurrence)),
    closedUntil: scoped(async (scope, { part }) => {
      await weeks.saveOutcome(scope, part, { asked: 3, answered: 1 })
      return weeks.closedUntil(scope, part.ritual, part.occurrence, 8)
    }),
    saveOutcome: scoped((scope, { part }) =>
      weeks.saveOutcome(scope, part, { asked: 3, answered: 2, late: 1, erased: 0, summaries: ['s'] }),
    ),
  },
  'rituals/weekly-retro/note-store.ts': {
    addNotes: scoped((scope, { part }) =>
      notes.addNotes(scope, part.ritual, part.occurrence, [
        { kind: 'highlight', said: '签了华为', late: false },
      ]),
    ),
    notesOf: scoped((scope, { part }) => notes.notesOf(scope, part.ritual, part.occurrence)),
  },
  'rituals/weekly-retro/setting-store.ts': {
    settingOf: scoped((scope, { part }) => settings.settingOf(scope, part.ritual)),
    changeSetting: scoped((scope, { part }) =>
      settings.changeSetting(scope, part.ritual, { minimum: 4, monthEnd: 'short' }, LI),
    ),
  },
}
