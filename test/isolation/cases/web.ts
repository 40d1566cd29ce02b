import { rowsOf } from '../../../src/kernel/scope.ts'
import * as backlog from '../../../src/platforms/web/backlog-store.ts'
import * as clock from '../../../src/platforms/web/playground/clock-store.ts'
import * as reactions from '../../../src/platforms/web/playground/reactions-store.ts'
import * as residents from '../../../src/platforms/web/playground/residents-store.ts'
import * as chat from '../../../src/platforms/web/playground/store.ts'
import { type Cases, onTables, scoped } from '../case.ts'
import { LI, message, NOTE, NOW, TODAY } from '../company.ts'
import { OURS } from '../twins.ts'

const REACTION = { message: 'm1', emoji: '🌟', person: LI, at: NOW }
const here = { workspace: { id: OURS }, home: 'T1' }

export const webCases: Record<string, Cases> = {
  'platforms/web/backlog-store.ts': {
    backlogAt: {
      everyone: (tables) => backlog.backlogAt(tables, NOW),
      because: 'health and metrics count what waits in the whole installation',
    },
  },
  'platforms/web/playground/clock-store.ts': {
    readAhead: {
      everyone: (tables) => clock.readAhead(tables),
      because: 'the playground has one clock for all',
    },
    keepAhead: {
      everyone: (tables) => clock.keepAhead(tables, 1000),
      because: 'the playground has one clock for all',
    },
  },
  'platforms/web/playground/reactions-store.ts': {
    setReaction: onTables((tables) => reactions.setReaction(tables, OURS, REACTION, true)),
    reactionsUnder: onTables((tables) => reactions.reactionsUnder(tables, OURS, ['m1'])),
  },
  'platforms/web/playground/residents-store.ts': {
    residences: {
      everyone: (tables) => residents.residences(tables),
      because: 'a visitor of the playground chooses among its workspaces',
    },
    settleIn: scoped((scope) =>
      residents.settleIn(rowsOf(scope), { workspace: scope.workspace, home: 'T1' }, NOW),
    ),
    headCountOf: onTables((tables) => residents.headCountOf(tables, OURS)),
    residentsOf: scoped((scope) =>
      residents.residentsOf(rowsOf(scope), { workspace: scope.workspace, home: 'T1' }, TODAY),
    ),
    channelsOf: onTables((tables) => residents.channelsOf(tables, here)),
    speak: onTables((tables) => residents.speak(tables, OURS, 'en')),
  },
  'platforms/web/playground/store.ts': {
    addMessage: onTables((tables) => chat.addMessage(tables, OURS, message('m2'))),
    rewriteMessage: onTables((tables) =>
      chat.rewriteMessage(tables, OURS, 'm1', { text: '改了', view: NOTE }),
    ),
    messageById: onTables((tables) => chat.messageById(tables, OURS, 'm1')),
    messageOfPost: onTables((tables) => chat.messageOfPost(tables, OURS, 'post-m1')),
    lastMessages: onTables((tables) =>
      chat.lastMessages(tables, OURS, { place: 'deals', reader: LI, thread: 'all', limit: 9 }),
    ),
    answerCounts: onTables((tables) => chat.answerCounts(tables, OURS, LI, ['m1'])),
    latestByPlace: onTables((tables) => chat.latestByPlace(tables, OURS, LI)),
    firstLines: onTables((tables) => chat.firstLines(tables, OURS, 9)),
  },
}
