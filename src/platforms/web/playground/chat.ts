import type { Database } from '../../../db/database.ts'
import type { App } from '../../../kernel/app.ts'
import type { Event, Outcome } from '../../../kernel/event.ts'
import { newId } from '../../../kernel/id.ts'
import { type Form, type FormErrors, type FormValues, many } from '../../../view/form.ts'
import { toText } from '../../../view/text.ts'
import { say as sayView, type View } from '../../../view/view.ts'
import { Declined } from '../declined.ts'
import { texts } from '../texts.ts'
import { addressed, withMentions } from './addressed.ts'
import { buttonOn } from './buttons.ts'
import type { Hub } from './hub.ts'
import { createOpenForms } from './open-forms.ts'
import { isPrivate, maySee } from './places.ts'
import { setReaction } from './reactions-store.ts'
import { PLAYGROUND } from './residents-store.ts'
import { addMessage, type Message, messageById, rewriteMessage } from './store.ts'
import type { Visitor } from './visitor.ts'

/** What comes back to who did something. */
export interface Answered {
  /** Private answers, and what the pressed message reads from now on. */
  messages: Message[]
  /** A form that opened, and the id under which it can be submitted. */
  form?: { id: string; form: Form; view: View }
  /** What was wrong in a submitted form, by field. */
  errors?: FormErrors
}

/** Where an answer goes: into a place, and there perhaps into a thread. */
interface Address {
  place: string
  thread?: string | undefined
}

/** What people do in the playground, handed to the app as any platform hands it over. */
export function createChat(app: App, database: Database, hub: Hub) {
  const forms = createOpenForms()
  const commands = new Set(
    app.features.flatMap((feature) => (feature.commands ?? []).map((command) => command.name)),
  )

  return { say, press, submit, react, messageFor }

  /** Types a line into a place, or into a thread there. */
  async function say(
    visitor: Visitor,
    place: string,
    line: string,
    thread?: string,
  ): Promise<Answered & { said: Message }> {
    const { person } = visitor
    const root = thread ? await rootOf(visitor, thread) : undefined
    const address = root ? { place: root.place, thread: root.id } : { place }
    const meant = addressed(line, isPrivate(address.place), commands)
    const hidden = isPrivate(address.place) || /^[/／]/.test(line)
    const said = await write(visitor, {
      ...address,
      author: person.id,
      text: line,
      ...(hidden ? { onlyFor: person.id } : {}),
    })
    if (meant.kind === 'talk') return { messages: [], said }
    const { text, mentions } = withMentions(meant.text, visitor.people)
    const channel = isPrivate(address.place) ? {} : { channel: address.place }
    const asked = { ...from(visitor, said.id), mentions, text, ...channel }
    const event: Event =
      meant.kind === 'command'
        ? { kind: 'command', name: meant.name, ...asked }
        : { kind: 'message', ...asked }
    return { ...(await answer(visitor, address, await handOver(event))), said }
  }

  /** Presses a button of a message, named by its label or its action; a page, which has seen it, says its value too. */
  async function press(
    visitor: Visitor,
    on: string,
    button: { action: string; value?: string | undefined },
  ): Promise<Answered> {
    const message = await messageFor(visitor, on)
    const found = message.view && buttonOn(message.view, button)
    if (!found)
      throw new Declined(422, (errors) =>
        button.value === undefined ? errors.noButton(button.action) : errors.buttonGone,
      )
    const outcome = await handOver({
      kind: 'action',
      ...from(visitor),
      action: found.action,
      value: found.value ?? '',
      message: { channel: message.place, message: message.id },
    })
    return answer(visitor, { place: message.place, thread: message.thread }, outcome, message)
  }

  /** Submits a form by the id under which it opened, or by its name: then the one opened last. */
  async function submit(
    visitor: Visitor,
    form: { form: string; state?: string | undefined },
    values: FormValues,
  ): Promise<Answered> {
    const open = forms.find(visitor.workspace.id, visitor.person.id, form.form)
    if (!open && form.state === undefined) throw new Declined(404, (errors) => errors.noForm(form.form))
    const missing = open && missingIn(open.form, values, texts[visitor.person.locale].required)
    if (missing) return { messages: [], errors: missing }
    const outcome = await handOver({
      kind: 'submit',
      ...from(visitor),
      form: open?.form.form ?? form.form,
      values,
      state: form.state ?? open?.form.state ?? '',
    })
    if (outcome.errors) return { messages: [], errors: outcome.errors }
    if (open) forms.close(open.id)
    return answer(visitor, open?.address ?? { place: `dm:${visitor.person.id}` }, outcome, open?.pressed)
  }

  /** Puts an emoji under a message, or takes it away. */
  async function react(visitor: Visitor, on: string, emoji: string, present: boolean): Promise<Answered> {
    const { workspace, person, people } = visitor
    const message = await messageFor(visitor, on)
    const at = app.clock.now()
    const changed = await database.write((tables) =>
      setReaction(tables, workspace.id, { message: message.id, emoji, person: person.id, at }, present),
    )
    if (!changed) return { messages: [] }
    hub.tell(workspace.id, { kind: 'message', message })
    const author = people.find((one) => one.id === message.author)?.externalId
    const outcome = await handOver({
      kind: 'reaction',
      ...from(visitor),
      at,
      emoji,
      added: present,
      message: { channel: message.place, message: message.id },
      ...(author ? { author } : {}),
      ...(message.subject ? { subject: message.subject } : {}),
    })
    return answer(visitor, { place: message.place, thread: message.thread }, outcome)
  }

  /** A message that is for the visitor's eyes. Declines when there is none. */
  async function messageFor({ workspace, person }: Visitor, id: string): Promise<Message> {
    const message = await messageById(database.reads, workspace.id, id)
    if (message && maySee(message, person.id)) return message
    throw new Declined(404, (errors) => errors.noMessage)
  }

  async function rootOf(visitor: Visitor, id: string): Promise<Message> {
    const message = await messageFor(visitor, id)
    return message.thread ? messageFor(visitor, message.thread) : message
  }

  /** The event's outcome, after whatever it posted has gone out. */
  async function handOver(event: Event): Promise<Outcome> {
    const outcome = await app.receive(event)
    await app.deliverDue()
    return outcome
  }

  async function answer(
    visitor: Visitor,
    address: Address,
    outcome: Outcome,
    pressed?: Message,
  ): Promise<Answered> {
    const messages: Message[] = []
    if (outcome.replace && pressed) messages.push(...(await rewrite(visitor, pressed, outcome.replace)))
    if (outcome.view) messages.push(await write(visitor, { ...address, ...spoken(visitor, outcome.view) }))
    if (!outcome.form) return { messages }
    const { workspace, person } = visitor
    const id = forms.open({
      workspace: workspace.id,
      person: person.id,
      form: outcome.form,
      address,
      pressed,
    })
    return { messages, form: { id, form: outcome.form, view: sayView(outcome.form.title) } }
  }

  async function write(
    { workspace }: Visitor,
    message: Address & { author?: string; onlyFor?: string; text: string; view?: View },
  ): Promise<Message> {
    const at = app.clock.now()
    const { thread, ...rest } = message
    const stored = await database.write((tables) =>
      addMessage(tables, workspace.id, { id: newId(at), at, ...rest, ...(thread ? { thread } : {}) }),
    )
    hub.tell(workspace.id, { kind: 'message', message: stored })
    return stored
  }

  async function rewrite({ workspace }: Visitor, pressed: Message, view: View): Promise<Message[]> {
    const text = toText(view, workspace.locale)
    const message = await database.write((tables) =>
      rewriteMessage(tables, workspace.id, pressed.id, { text, view }),
    )
    if (!message) return []
    hub.tell(workspace.id, { kind: 'message', message })
    return [message]
  }

  function spoken({ person }: Visitor, view: View) {
    return { onlyFor: person.id, text: toText(view, person.locale), view }
  }

  function from({ home, person }: Visitor, delivery = newId(app.clock.now())) {
    const by = { id: person.externalId, name: person.name }
    return { platform: PLAYGROUND, home, by, at: app.clock.now(), delivery }
  }
}

/** The fields that have to be filled in and were not, as a dialog of any platform would say by itself. */
function missingIn(form: Form, values: FormValues, sentence: string): FormErrors | undefined {
  const empty = form.fields.flatMap((field) => {
    if (field.kind === 'note' || field.optional) return []
    return many(values, field.name).some((value) => value.trim() !== '') ? [] : [field.name]
  })
  return empty.length > 0 ? Object.fromEntries(empty.map((name) => [name, sentence])) : undefined
}

export type Chat = ReturnType<typeof createChat>
