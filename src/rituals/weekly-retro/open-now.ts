import { dateAt } from '../../kernel/calendar.ts'
import type { Answer, CommandInput } from '../../kernel/feature.ts'
import { periodOf } from '../../kernel/period.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { say } from '../../view/view.ts'
import { claim, isLeftOut, openingOf } from '../run-store.ts'
import { hold } from '../serve.ts'
import { texts as ritualTexts } from '../texts.ts'
import { texts } from './texts.ts'
import { weekNumber } from './views.ts'
import { retrosLed } from './which.ts'

/** `/retro now [team]`: opens this week's at once, by the same claim as the clock: Friday does not repeat it. */
export async function openNow(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const rituals = await retrosLed(scope, text.trim())
  if (rituals instanceof Refusal) return rituals
  const said: string[] = []
  for (const ritual of rituals) {
    const occurrence = periodOf(dateAt(scope.now, ritual.zone), 'week')
    const opening = { occurrence, at: scope.now, lateMinutes: 0 }
    const opened = await hold(scope, ritual, opening, ['missed', 'skipped'])
    said.push(
      opened
        ? words.opened(ritual.team.name)
        : (await isLeftOut(scope, ritual.id, occurrence))
          ? ritualTexts[scope.locale].nobodyThere(ritual.team.name)
          : words.openedBefore(ritual.team.name, weekNumber(occurrence)),
    )
  }
  return say(said.join('\n'))
}

/** `/retro skip [team]`: leaves this week's out and says so in its channel. */
export async function skip(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const rituals = await retrosLed(scope, text.trim())
  if (rituals instanceof Refusal) return rituals
  const said: string[] = []
  for (const ritual of rituals) {
    const occurrence = periodOf(dateAt(scope.now, ritual.zone), 'week')
    const number = weekNumber(occurrence)
    const skipped = await claim(scope, { ritual: ritual.id, occurrence, at: scope.now, status: 'skipped' }, [
      'missed',
    ])
    if (skipped) {
      const news = texts[scope.workspace.locale].skippedNews(scope.person.name, number)
      await scope.post({ to: { channel: ritual.channel, team: ritual.team.id }, view: say(news) })
      said.push(words.skipped(ritual.team.name, number))
    } else {
      const before = await openingOf(scope, ritual.id, occurrence)
      const tell = before?.status === 'skipped' ? words.skippedBefore : words.openedBefore
      said.push(tell(ritual.team.name, number))
    }
  }
  return say(said.join('\n'))
}
