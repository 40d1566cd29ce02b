import { type Answer, type CommandInput, SAY } from '../../kernel/feature.ts'
import { joinNames } from '../../kernel/locale.ts'
import type { Period } from '../../kernel/period.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { readPeriod } from '../../kernel/words.ts'
import { everyone } from '../../people/store.ts'
import { isAboveTeam } from '../../people/who.ts'
import { actions, type Block, type Button, context, heading, say, text, type View } from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import { nextToCome } from '../next-to-come.ts'
import type { Ritual } from '../ritual.ts'
import { latestSessions, type Session, sessionOf } from '../session-store.ts'
import { countedIn } from './counted.ts'
import { heldOf } from './held-store.ts'
import { outcomeOf } from './outcome.ts'
import { answerForm, nudgeView } from './prompt.ts'
import { openPartsOf, partsOf } from './store.ts'
import { retroKey, retroMeant } from './taking.ts'
import { texts } from './texts.ts'
import { summaryView, weekNumber } from './views.ts'
import { retrosSeen } from './which.ts'

/** `/retro`: my form where I am asked and have not answered; else how my teams' retros stand. */
export async function showMine(scope: Acting): Promise<Answer> {
  for (const part of await openPartsOf(scope, scope.person.id)) {
    const retro = part.answeredAt === undefined ? await retroMeant(scope, retroKey(part)) : undefined
    if (retro) return { form: await answerForm(scope, { ...retro, person: scope.person, part }) }
  }
  const rituals = await retrosSeen(scope)
  if (rituals instanceof Refusal) return rituals
  const states = await Promise.all(rituals.map((ritual) => stateOf(scope, ritual)))
  const [first] = states
  return first
    ? { summary: first.summary, blocks: states.flatMap((view) => view.blocks) }
    : new Refusal(texts[scope.locale].none)
}

/** The part of a person's home tab: a retro that still waits for their words. */
export async function homeBlocks(scope: Acting): Promise<Block[]> {
  const words = texts[scope.locale]
  for (const part of await openPartsOf(scope, scope.person.id)) {
    const retro = part.answeredAt === undefined ? await retroMeant(scope, retroKey(part)) : undefined
    if (!retro || retro.session.closedAt !== undefined) continue
    const { session, ritual } = retro
    return [heading(words.formTitle), ...nudgeView(session, ritual, scope.locale, scope.now).blocks]
  }
  return []
}

/** `/retro summary [W47] [team]`: what came out of the last one, or of the week named. */
export async function showSummary(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const [, weekWord, team = ''] =
    /^((?:\d{4}-)?w\d{1,2}|第?\s*\d{1,2}\s*周)?\s*(.*)$/iu.exec(typed.trim()) ?? []
  const rituals = await retrosSeen(scope, team.trim())
  if (rituals instanceof Refusal) return rituals
  const views: View[] = []
  const week = weekWord === undefined ? undefined : readWeek(weekWord, scope.today)
  if (weekWord !== undefined && week === undefined) return new Refusal(words.weekUnread(weekWord))
  for (const ritual of rituals) {
    const session = week
      ? await sessionOf(scope, ritual.id, week)
      : (await latestSessions(scope, [ritual.id], 1))[0]
    const retro = session && (await retroMeant(scope, retroKey(session)))
    if (retro) views.push(summaryView(scope, await outcomeOf(scope, retro)))
  }
  const [first] = views
  if (!first) return new Refusal(week ? words.noSummaryOf(weekNumber(week)) : words.noSummary)
  return { summary: first.summary, blocks: views.flatMap((view) => view.blocks) }
}

async function stateOf(scope: Acting, ritual: Ritual): Promise<View> {
  const words = texts[scope.locale]
  const [session] = await latestSessions(scope, [ritual.id], 1)
  if (session && session.closedAt === undefined) return openState(scope, ritual, session)
  const next = ritual.paused ? undefined : await nextToCome(scope, ritual)
  const sentence = next
    ? words.next(ritual.team.name, showMoment(next, ritual.zone, scope.locale, scope.now))
    : words.none
  return say(sentence, ...(await buttons(scope, ritual, next === undefined ? [] : ['now', 'skip'])))
}

/** What can be done with a team's retro, for those who may. */
async function buttons(scope: Acting, ritual: Ritual, leading: ('now' | 'skip')[]): Promise<Button[]> {
  const words = texts[scope.locale]
  const said = (what: 'summary' | 'history' | 'now' | 'skip'): Button => ({
    label: words.buttons[what],
    action: SAY,
    value: `/retro ${what} ${ritual.team.name}`,
  })
  const settings = { label: words.buttons.settings, action: 'retro.settings', value: ritual.id }
  const leads = await isAboveTeam(scope, ritual.team.id)
  return [said('summary'), said('history'), ...(leads ? [...leading.map(said), settings] : [])]
}

/** Who has answered is for everyone to see; who has not, for who leads the team. */
async function openState(scope: Acting, ritual: Ritual, session: Session): Promise<View> {
  const words = texts[scope.locale]
  const asked = await partsOf(scope, ritual.id, session.occurrence)
  const parts = await countedIn(scope, ritual, session, asked)
  const names = new Map((await everyone(scope)).map((one) => [one.id, one.name]))
  const listed = (answered: boolean) =>
    joinNames(
      parts
        .filter((part) => (part.answeredAt !== undefined) === answered)
        .flatMap((part) => names.get(part.person) ?? []),
      scope.locale,
    )
  const nameless = ((await heldOf(scope, ritual.id, session.occurrence))?.minimum ?? 0) > 0
  const [yes, no] = nameless ? ['', ''] : [listed(true), listed(false)]
  const answered = parts.filter((part) => part.answeredAt !== undefined).length
  const closes = showMoment(session.closesAt, ritual.zone, scope.locale, scope.now)
  const line = words.stateOpen(
    ritual.team.name,
    weekNumber(session.occurrence),
    answered,
    parts.length,
    closes,
  )
  return {
    summary: line,
    blocks: [
      text(line),
      ...(yes ? [context(words.answeredBy(yes))] : []),
      ...(no && (await isAboveTeam(scope, ritual.team.id)) ? [context(words.waitingFor(no))] : []),
      actions(...(await buttons(scope, ritual, []))),
    ],
  }
}

/** `W47` and `第 47 周` mean this year's, or last year's where this year's has not come. */
function readWeek(word: string, today: LocalDate): Period | undefined {
  const [, year, number = ''] = /^(?:(\d{4})-)?\D*(\d{1,2})\D*$/u.exec(word) ?? []
  return readPeriod(`${year === undefined ? '' : `${year}-`}W${number}`, today, 1)
}
