import { features } from '../../../src/features.ts'
import * as answered from '../../../src/kernel/answered-store.ts'
import * as audit from '../../../src/kernel/audit-store.ts'
import * as counter from '../../../src/kernel/counter-store.ts'
import * as directory from '../../../src/kernel/directory-store.ts'
import { createManners } from '../../../src/kernel/manners.ts'
import * as messages from '../../../src/kernel/message-parts-store.ts'
import * as priv from '../../../src/kernel/outbox-private-store.ts'
import * as queue from '../../../src/kernel/outbox-queue-store.ts'
import * as outbox from '../../../src/kernel/outbox-store.ts'
import * as reactions from '../../../src/kernel/reaction-store.ts'
import { rowsOf } from '../../../src/kernel/scope.ts'
import * as snoozes from '../../../src/kernel/snooze-store.ts'
import { type Cases, onTables, pure, scoped } from '../case.ts'
import { LI, NOTE, NOW, TODAY, ZHAO } from '../company.ts'
import { OURS } from '../twins.ts'

const MANNERS = createManners(features)
const CLAIMING = { manners: MANNERS, now: NOW, until: NOW, fits: () => true }
const PRESSED = {
  platform: 'test',
  home: 'T1',
  message: { channel: 'deals', message: 'm1' },
  action: 'deal.show',
  value: '',
}
const MESSAGE = { platform: 'test', home: 'T1', channel: 'deals', message: 'm9' }

export const kernelCases: Record<string, Cases> = {
  'kernel/answered-store.ts': {
    answeredBefore: onTables((tables) => answered.answeredBefore(tables, OURS, 'test/T1/d1', NOW)),
    rememberAnswer: onTables((tables) => answered.rememberAnswer(tables, OURS, 'test/T1/d1', { view: NOTE })),
    forgetOldAnswers: {
      everyone: (tables) => answered.forgetOldAnswers(tables, NOW),
      because: 'what is older than any platform repeats is forgotten in every workspace alike',
    },
  },
  'kernel/audit-store.ts': {
    recordChange: scoped((scope) => audit.recordChange(scope, 'tried', 'test:1', undefined, { done: true })),
  },
  'kernel/counter-store.ts': { nextNumber: scoped((scope) => counter.nextNumber(scope, 'deal')) },
  'kernel/directory-store.ts': {
    workspaceOfHome: onTables((tables) => directory.workspaceOfHome(tables, 'test', 'T1')),
    workspaceById: onTables((tables) => directory.workspaceById(tables, OURS)),
    allWorkspaces: {
      everyone: (tables) => directory.allWorkspaces(tables),
      because: 'the tick goes through every workspace, each in a scope of its own',
    },
    addWorkspace: onTables((tables) =>
      directory.addWorkspace(tables, { id: 'third', name: '丙', locale: 'en', zone: 'UTC' }, NOW),
    ),
    addHome: onTables((tables) =>
      directory.addHome(tables, { platform: 'test', id: 'T3', workspace: OURS, name: '三' }, NOW),
    ),
    personOfIdentity: onTables((tables) => directory.personOfIdentity(tables, 'test', 'T1', LI)),
    identitiesOf: onTables((tables) => directory.identitiesOf(tables, 'test', 'T1', [LI, ZHAO])),
    loadPerson: scoped((scope) => directory.loadPerson(rowsOf(scope), scope.workspace, ZHAO, TODAY)),
    asPerson: pure,
    addIdentifiedPerson: scoped((scope) =>
      directory.addIdentifiedPerson(
        rowsOf(scope),
        scope.workspace,
        { platform: 'test', home: 'T1', externalId: 'U8' },
        { id: 'p-new', name: '新人' },
        NOW,
      ),
    ),
    grantRole: onTables((tables) => directory.grantRole(tables, OURS, LI, 'finance', NOW)),
    hasAdmin: onTables((tables) => directory.hasAdmin(tables, OURS)),
  },
  'kernel/outbox-queue-store.ts': {
    dueLanes: {
      everyone: (tables) => queue.dueLanes(tables, ['test'], NOW),
      because: 'one outbox delivers for every workspace; each post goes to its own home',
    },
    claim: onTables((tables, { queued }) => queue.claim(tables, queued, NOW, NOW)),
    markSent: onTables((tables, { queued }) =>
      queue.markSent(tables, queued, { channel: 'c', message: 'm' }, NOW),
    ),
    putBack: onTables((tables, { queued }) => queue.putBack(tables, queued, NOW, 'later', false)),
    giveUp: onTables((tables, { queued }) => queue.giveUp(tables, queued, 'no channel')),
    nextPostDue: {
      everyone: (tables) => queue.nextPostDue(tables, ['test'], '2020-01-01T00:00:00.000Z'),
      because: 'one outbox delivers for every workspace',
    },
  },
  'kernel/outbox-store.ts': {
    addPost: scoped((scope) => outbox.addPost(scope, { to: { channel: 'deals' }, view: NOTE })),
    canBeReached: scoped((scope) => outbox.canBeReached(scope, LI)),
    revisePost: scoped((scope, { queued }) => outbox.revisePost(scope, queued.id, NOTE)),
    cancelPost: scoped((scope, { queued }) => outbox.cancelPost(scope, queued.id)),
    hurryPost: scoped((scope, { queued }) =>
      outbox.hurryPost({ ...scope, now: '2026-11-19T00:00:00.000Z' }, queued.id),
    ),
    reconsiderHeld: scoped((scope) => outbox.reconsiderHeld(scope)),
    postsAbout: scoped((scope, { deal }) => outbox.postsAbout(scope, `deal:${deal.id}`)),
    postedUnder: scoped((scope) => outbox.postedUnder(scope, 'note')),
    outboxHealth: scoped((scope) => outbox.outboxHealth(scope)),
    postOfMessage: onTables((tables) =>
      outbox.postOfMessage(tables, OURS, 'test', 'T1', { channel: 'deals', message: 'm1' }),
    ),
  },
  'kernel/outbox-private-store.ts': {
    claimBundle: onTables((tables, { queued }) => priv.claimBundle(tables, [queued], CLAIMING)),
    rowsInMessage: onTables((tables, { queued }) => priv.rowsInMessage(tables, OURS, queued.id)),
    partsFrom: onTables((tables, { queued }) => priv.partsFrom(tables, [queued], MANNERS, NOW)),
    loosen: onTables((tables, { queued }) => priv.loosen(tables, queued)),
    goAlone: onTables((tables, { queued }) => priv.goAlone(tables, queued)),
    tryAnew: onTables((tables, { queued }) => priv.tryAnew(tables, queued)),
  },
  'kernel/message-parts-store.ts': {
    partOfMessage: onTables((tables) => messages.partOfMessage(tables, OURS, PRESSED)),
    rewritePart: onTables((tables) => messages.rewritePart(tables, OURS, PRESSED, LI, NOTE, MANNERS, NOW)),
  },
  'kernel/snooze-store.ts': {
    askedOf: scoped((scope, { queued }) => snoozes.askedOf(scope, LI, queued.id)),
    putOffBy: scoped((scope) => snoozes.putOffBy(scope, LI)),
    putOff: scoped((scope, { queued }) => snoozes.putOff(scope, LI, queued.id, NOW, NOTE)),
    askNow: scoped((scope, { queued }) => snoozes.askNow(scope, LI, queued.id)),
  },
  'kernel/reaction-store.ts': {
    takeReaction: scoped((scope) =>
      reactions.takeReaction(scope, { ...MESSAGE, emoji: '👑', person: LI, present: true, at: NOW }),
    ),
  },
}
