import type { Answer, Press, Reply, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import { type Asked, askedOf, askNow, putOff } from '../../kernel/snooze-store.ts'
import type { Instant } from '../../kernel/time.ts'
import type { WorkingTime } from '../../people/hours.ts'
import { laterMoments } from '../../people/later.ts'
import { workingTimeOf } from '../../people/reach.ts'
import { showMoment } from '../../rituals/moment.ts'
import { one } from '../../view/form.ts'
import { plainText, say, type View } from '../../view/view.ts'
import { texts } from './texts.ts'

/** The button under whatever asks for something: asks until when it is to wait. */
export async function askLater(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const found = await stillThere(scope, value)
  if (found instanceof Refusal) return found
  const { asked, time } = found
  const moments = laterMoments(time, scope.now, asked.until)
  if (moments.length === 0) return new Refusal(words.noLater(momentOf(scope, asked.until ?? scope.now, time)))
  return {
    form: {
      form: 'later',
      title: words.laterTitle,
      submit: words.laterSubmit,
      state: asked.id,
      fields: [
        { kind: 'note', text: asked.view.summary },
        {
          kind: 'choice',
          name: 'at',
          label: words.laterWhen,
          ...(asked.until ? { hint: words.laterUntil(momentOf(scope, asked.until, time)) } : {}),
          options: moments.map(({ name, at }) => ({
            value: at,
            label: words.later[name](momentOf(scope, at, time)),
          })),
          initial: moments[0]?.at ?? '',
        },
      ],
    },
  }
}

export async function submitLater(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const found = await stillThere(scope, state)
  if (found instanceof Refusal) return found
  const { asked, time } = found
  const at = one(values, 'at')
  if (!isMoment(at) || at <= scope.now || (asked.until !== undefined && at >= asked.until))
    return { errors: { at: words.laterGone } } satisfies Reply
  const moment = momentOf(scope, at, time)
  const instead = say(words.putOff(firstLine(asked.view), moment), {
    label: words.now,
    action: 'later.now',
    value: asked.id,
  })
  if (!(await putOff(scope, scope.person.id, asked.id, at, instead))) return new Refusal(words.askedNoMore)
  return say(words.comesAgain(moment))
}

/** The button on what was put off: it comes again at once. */
export async function laterNow(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  if (!(await askNow(scope, scope.person.id, value))) return new Refusal(words.askedNoMore)
  return { replace: say(words.below) }
}

async function stillThere(
  scope: Acting,
  post: string,
): Promise<{ asked: Asked; time: WorkingTime } | Refusal> {
  const words = texts[scope.locale]
  const asked = await askedOf(scope, scope.person.id, post)
  if (!asked || asked.state === 'gone') return new Refusal(words.askedNoMore)
  const time = await workingTimeOf(scope, scope.person.id)
  if (asked.state === 'put off') return new Refusal(words.putOffAlready(momentOf(scope, asked.at, time)))
  return { asked, time }
}

const isMoment = (text: string | undefined): text is Instant =>
  text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)

/** `周一 09:00`, by their own clock. */
export const momentOf = (scope: Scope, at: Instant, { zone }: Pick<WorkingTime, 'zone'>): string =>
  showMoment(at, zone, scope.locale, scope.now)

/** What it was about, short enough for one line. */
function firstLine({ summary, blocks }: View): string {
  const [first] = blocks
  const line = summary || (first && 'text' in first ? plainText(first.text) : '')
  return line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED)}…` : line
}

const MOST_QUOTED = 80
