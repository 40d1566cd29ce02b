import { takeWaitingNews } from '../../commission/pay-news.ts'
import { dateAt } from '../../kernel/calendar.ts'
import type { Ticker } from '../../kernel/feature.ts'
import type { Person, WriteScope } from '../../kernel/scope.ts'
import { secondsAfter } from '../../kernel/time.ts'
import { reachOf } from '../../people/reach.ts'
import { everyone, onLeave } from '../../people/store.ts'
import { actions, type Block, context, type View } from '../../view/view.ts'
import { ritualById } from '../store.ts'
import { texts as ritualTexts } from '../texts.ts'
import { type Line, lineBlocks, lineWriter } from './line.ts'
import { takeLine, type WaitingLine, waitingLines } from './line-store.ts'
import { texts } from './texts.ts'
import { DAILY_REPORT, isOff } from './wanted.ts'

/** So many people's lines are one transaction: others do not wait long for it, and a crash loses none. */
const AT_ONCE = 25

/** After a report, a line for each of its people. */
export const dailyLines: Ticker = {
  name: 'daily lines',

  async due(scope) {
    const waiting = await waitingLines(scope)
    const jobs = []
    for (let at = 0; at < waiting.length; at += AT_ONCE) {
      const some = waiting.slice(at, at + AT_ONCE)
      jobs.push({
        at: scope.now,
        name: `daily lines of ${some.length} people`,
        run: (writing: WriteScope) => writeLines(writing, some),
      })
    }
    return jobs
  },

  async next(scope) {
    const [first] = await waitingLines(scope, 1)
    return first && secondsAfter(scope.now, 60)
  },
}

async function writeLines(scope: WriteScope, lines: readonly WaitingLine[]): Promise<void> {
  const people = new Map((await everyone(scope)).map((one) => [one.id, one]))
  const stopped = await stoppedAmong(scope, lines)
  const lineOf = lineWriter(scope)
  for (const line of lines) {
    const person = people.get(line.person)
    const away = person && (await onLeave(scope, line.date)).has(person.id)
    if (!person || away || (await isOff(scope, line.person)) || stopped.has(line.ritual)) {
      await takeLine(scope, line, 'left out')
      continue
    }
    const readAt = (await reachOf(scope, person.id)).opens(scope.now)
    await tell(scope, person, line, await lineOf(person, line.date, dateAt(readAt, person.zone)))
  }
}

/** The rituals that were paused or taken away since their report. */
async function stoppedAmong(scope: WriteScope, lines: readonly WaitingLine[]): Promise<Set<string>> {
  const stopped = new Set<string>()
  for (const id of new Set(lines.map(({ ritual }) => ritual))) {
    const ritual = await ritualById(scope, id)
    if (!ritual || ritual.paused) stopped.add(id)
  }
  return stopped
}

/** Takes the row first: what waits to be told goes along only with a line that is written here. */
async function tell(scope: WriteScope, person: Person, waiting: WaitingLine, line: Line): Promise<void> {
  const worth = line.poolMoved !== undefined || (line.worthTelling && !waiting.changesOnly)
  if (!(await takeLine(scope, waiting, worth ? 'said' : 'nothing', line.share))) return
  const news = await takeWaitingNews(scope, person)
  if (!worth && !news) return
  await scope.post({
    to: { person: person.id },
    view: lineView(person, line, news, waiting.lateMinutes),
    subject: `daily-line:${person.id}:${waiting.date}`,
    kind: DAILY_REPORT.kind,
  })
}

/** `news`: what has changed the person's pay in a small way and has waited for this. */
function lineView(person: Person, line: Line, news: View | undefined, lateMinutes: number): View {
  const words = texts[person.locale]
  const told = news ? [context(words.changes), ...withoutButtons(news.blocks)] : []
  const late = lateMinutes > 0 ? [context(ritualTexts[person.locale].late(lateMinutes))] : []
  return {
    summary: line.sentence,
    blocks: [
      ...lineBlocks(line),
      ...told,
      ...late,
      actions(...line.buttons, { label: words.off, action: 'report.off', value: '' }),
    ],
  }
}

const withoutButtons = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind !== 'actions')
