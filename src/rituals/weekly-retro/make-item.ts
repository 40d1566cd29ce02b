import { give, readItemForm } from '../../improvements/add-item.ts'
import { mayGiveTo } from '../../improvements/assign.ts'
import { itemForm } from '../../improvements/forms.ts'
import { itemById, itemsOfSource } from '../../improvements/store.ts'
import { texts as itemTexts } from '../../improvements/texts.ts'
import type { Answer, Press, Submission } from '../../kernel/feature.ts'
import { LONGEST } from '../../kernel/longest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { personById, teamsOf } from '../../people/store.ts'
import { isAboveTeam } from '../../people/who.ts'
import { person as mention, quiet, say, spans } from '../../view/view.ts'
import { holdSession, postInThread } from '../session-store.ts'
import { notesOf } from './note-store.ts'
import { reviseSummary } from './revise-summary.ts'
import { partOf } from './store.ts'
import { type Retro, retroKey, retroMeant, retroSource } from './taking.ts'
import { texts } from './texts.ts'
import { promiseDueOn } from './times.ts'

/** The button under an answer: a form in which what, who and by when stand already. */
export async function askItem(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const retro = await retroMeant(scope, value)
  if (!retro) return new Refusal(words.closed)
  if (!(await takesPart(scope, retro))) return new Refusal(words.notAsked)
  const [, , author = '', position = ''] = value.split(' ')
  const nameless = author === 'note'
  const what = nameless
    ? await noteSaid(scope, retro, Number(position))
    : await whatToDo(scope, retro, author)
  if (what === undefined) return new Refusal(words.answerGone)
  const writer = nameless ? undefined : await personById(scope, author)
  const owner = writer && (await mayGiveTo(scope, writer)) ? writer : scope.person
  const due = promiseDueOn(retro.session.occurrence, retro.ritual.team.workdays)
  return {
    form: itemForm(
      {
        form: 'retro.item',
        what: [...what].slice(0, LONGEST.sentence).join(''),
        owner: owner.id,
        dueOn: [due, scope.today].sort().at(-1) ?? due,
        state: retroKey(retro.session),
      },
      scope.locale,
    ),
  }
}

/** The submitted form: an item that belongs to this retro; its thread and its summary show it. */
export async function makeItem(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = ''] = state.split(' ')
  const session = await holdSession(scope, ritualId, occurrence)
  const meant = session && (await retroMeant(scope, state))
  if (!meant) return new Refusal(words.closed)
  const retro = { ...meant, session }
  if (!(await takesPart(scope, retro))) return new Refusal(words.notAsked)
  const wanted = await readItemForm(scope, values)
  if ('errors' in wanted) return wanted
  if (!(await mayGiveTo(scope, wanted.owner)))
    return { errors: { owner: itemTexts[scope.locale].notToThem(wanted.owner.name) } }
  const source = retroSource(session)
  const same = (await itemsOfSource(scope, source)).find(
    (item) => item.status === 'open' && item.what === wanted.what && item.owner === wanted.owner.id,
  )
  if (same) return new Refusal(words.itemThere(same.number))

  const said = await give(scope, { ...wanted, source })
  const item = (await itemsOfSource(scope, source)).at(-1)
  if (item) {
    const { locale } = scope.workspace
    const due = texts[locale].itemNote(item.number, showPeriod(item.dueOn, locale, scope.today))
    const by = wanted.owner.id === scope.person.id ? '' : ` · ${texts[locale].madeBy(scope.person.name)}`
    const line = spans(mention(wanted.owner), ` ${item.what} `, quiet(`· ${due}${by}`))
    await postInThread(scope, session, say(line))
  }
  if (session.closedAt !== undefined) await reviseSummary(scope, retro)
  return say(said)
}

/** Members of the team, those who were asked, and who leads it. */
async function takesPart(scope: Acting, { ritual, session }: Retro): Promise<boolean> {
  if (await partOf(scope, ritual.id, session.occurrence, scope.person.id)) return true
  if ((await teamsOf(scope, scope.person.id)).some((team) => team.id === ritual.team.id)) return true
  return isAboveTeam(scope, ritual.team.id)
}

/** What there is to do in an answer: the improvement; where that is an item already, the plan or the highlight. */
async function whatToDo(
  scope: Scope,
  { ritual, session }: Retro,
  author: string,
): Promise<string | undefined> {
  const part = await partOf(scope, ritual.id, session.occurrence, author)
  if (!part?.answers) return undefined
  const item = part.item === undefined ? undefined : await itemById(scope, part.item)
  if (item?.status !== 'open') return part.answers.improvement
  return (part.answers.shared ? part.answers.nextPlan : undefined) ?? part.answers.highlight
}

async function noteSaid(
  scope: Scope,
  { ritual, session }: Retro,
  position: number,
): Promise<string | undefined> {
  const notes = await notesOf(scope, ritual.id, session.occurrence)
  return notes.find((note) => note.kind === 'improvement' && note.position === position)?.said
}
