import type { Kysely } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { FormValues } from '../view/form.ts'
import { plainText, type View } from '../view/view.ts'
import { answeredBefore, rememberAnswer } from './answered-store.ts'
import { personOfIdentity } from './directory-store.ts'
import type { Event, Outcome } from './event.ts'
import {
  type Answer,
  type CommandInput,
  type Feature,
  type Handler,
  mayUse,
  type Press,
  SAY,
  type Subcommand,
} from './feature.ts'
import type { Locale } from './locale.ts'
import type { Manners } from './manners.ts'
import { partOfMessage, rewritePart } from './message-parts-store.ts'
import { postOfMessage } from './outbox-store.ts'
import { takeReaction } from './reaction-store.ts'
import { Refusal } from './refusal.ts'
import type { Acting, Person, Scope, Workspace, WriteScope } from './scope.ts'
import { type OnProgress, readScope, type Seen, writeScope } from './scopes.ts'
import { onlyFor, texts } from './texts.ts'
import type { Instant } from './time.ts'
import { tooLong } from './too-long.ts'
import { asTyped, type Understood, understandCommand, understandText } from './understand.ts'

/** Who sent an event, in which workspace, and at what moment of ours. */
export interface Sender {
  workspace: Workspace
  person: Person
  now: Instant
  address?: string | undefined
  onProgress?: OnProgress | undefined
}

/** Finds what a person's event asks for, lets it happen once, and gives what goes back to them. */
export function createReceiver(
  database: Database,
  features: readonly Feature[],
  manners: Manners,
  onCommit: (workspace: string) => void,
) {
  const commands = features.flatMap((feature) => feature.commands ?? [])
  const actions = new Map(features.flatMap((feature) => feature.actions ?? []).map((one) => [one.name, one]))
  const forms = new Map(features.flatMap((feature) => feature.forms ?? []).map((one) => [one.name, one]))
  const reactions = features.flatMap((feature) => feature.reactions ?? [])

  return async function receive(event: Event, sender: Sender): Promise<Outcome> {
    const words = texts[sender.person.locale]
    const refused = tooLong(event, sender.person.locale)
    if (refused) return refused
    switch (event.kind) {
      case 'command': {
        const command = commands.find((one) => one.name === event.name)
        if (!command) return refuse(words.unknownCommand(event.name, undefined))
        return carryOutCommand(understandCommand(command, event.text), event, sender)
      }
      case 'message':
        return carryOutCommand(understandText(commands, event.text), event, sender)
      case 'action': {
        if (event.action === SAY) return carryOutCommand(understandText(commands, event.value), event, sender)
        const action = actions.get(event.action)
        return action
          ? carryOut(action, await pressOf(event, sender), event, sender)
          : refuse(words.unknownButton)
      }
      case 'submit': {
        const form = forms.get(event.form)
        const home = { platform: event.platform, id: event.home }
        const submission = { values: await withKnownPeopleChosen(event), state: event.state, home }
        return form ? carryOut(form, submission, event, sender) : refuse(words.unknownForm)
      }
      case 'reaction':
        return react(event, sender)
      case 'home':
        return { home: await homeOf(sender) }
    }
  }

  async function carryOutCommand(
    understood: Understood,
    event: Event & { channel?: string },
    sender: Sender,
  ): Promise<Outcome> {
    const words = texts[sender.person.locale]
    if ('unknown' in understood) {
      return understood.unknown === 'command'
        ? refuse(words.unknownCommand(understood.word, understood.nearest))
        : refuse(notThatSubcommand(understood, event, sender.person.locale))
    }
    const { roles } = understood.subcommand
    if (roles && !mayUse(sender.person, understood.subcommand))
      return refuse(onlyFor(roles, sender.person.locale))
    const text = await withKnownPeople(understood.text, event)
    const input: CommandInput = { text, ...(event.channel ? { channel: event.channel } : {}) }
    return carryOut(understood.subcommand, input, event, sender)
  }

  /** Mentions arrive with the platform's ids and go on with ours. */
  async function withKnownPeople(text: string, event: Event): Promise<string> {
    let known = text
    for (const mention of event.mentions ?? []) {
      const person = await personOfIdentity(database.reads, event.platform, event.home, mention.id)
      if (person) known = known.replaceAll(`<@${mention.id}>`, `<@${person}>`)
    }
    return known
  }

  /** People chosen in a form whom nobody knew before arrive with the platform's ids, too. */
  async function withKnownPeopleChosen(event: Event & { kind: 'submit' }): Promise<FormValues> {
    const values = { ...event.values }
    for (const { id } of event.mentions ?? []) {
      const person = await personOfIdentity(database.reads, event.platform, event.home, id)
      if (!person) continue
      const known = (value: string) => (value === id ? person : value)
      for (const [name, value] of Object.entries(values))
        values[name] = Array.isArray(value) ? value.map(known) : known(value)
    }
    return values
  }

  async function carryOut<Input>(
    handler: Handler<Input>,
    input: Input,
    event: Event,
    sender: Sender,
  ): Promise<Outcome> {
    const circumstances = { ...sender, origin: event.delivery }
    if ('reads' in handler) {
      const seen: Seen[] = []
      const scope: Scope = readScope(database.reads, circumstances, seen)
      const answer = await handler.reads(acting(scope, sender.person), input)
      if (seen.length > 0) await recordSeen(seen, circumstances)
      const outcome = outcomeOf(answer)
      if (!outcome.replace || event.kind !== 'action' || !event.message) return outcome
      return database.write((tables) => inItsMessage(tables, event, sender, outcome), sender.workspace.id)
    }
    return writeOnce(event, sender, async (scope) => handler.writes(scope, input))
  }

  /** Nothing that was looked at is shown before it is in the audit log; the same thing is noted once. */
  async function recordSeen(
    seen: readonly Seen[],
    circumstances: Sender & { origin: string },
  ): Promise<void> {
    const once = new Map(seen.map((one) => [`${one.what} ${one.subject}`, one]))
    await database.write(async (tables) => {
      const scope = writeScope(tables, circumstances)
      for (const { what, subject } of once.values()) await scope.saw(what, subject)
    }, circumstances.workspace.id)
  }

  /** Runs a change in one transaction with its delivery id; a repeat gets the stored answer. */
  async function writeOnce(
    event: Event,
    sender: Sender,
    change: (scope: Acting<WriteScope>) => Promise<Answer>,
  ): Promise<Outcome> {
    const { workspace, person, now } = sender
    const delivery = `${event.platform}/${event.home}/${event.delivery}`
    try {
      const outcome = await database.write(async (tables) => {
        const before = await answeredBefore(tables, workspace.id, delivery, now)
        if (before) return before
        const scope = writeScope(tables, { ...sender, origin: event.delivery })
        const answer = await change(acting(scope, person))
        if (answer instanceof Refusal) throw new RolledBack(answer)
        const bare = outcomeOf(answer)
        if (bare.errors) throw new RolledBack(bare)
        const outcome = await inItsMessage(tables, event, sender, bare)
        await rememberAnswer(tables, workspace.id, delivery, outcome)
        return outcome
      }, workspace.id)
      onCommit(workspace.id)
      return outcome
    } catch (error) {
      if (error instanceof RolledBack) return outcomeOf(error.answer)
      throw error
    }
  }

  async function pressOf(event: Event & { kind: 'action' }, sender: Sender): Promise<Press> {
    if (!event.message) return { value: event.value }
    const part = await partOfMessage(database.reads, sender.workspace.id, {
      ...event,
      message: event.message,
    })
    return { value: event.value, ...(part ? { post: part } : {}) }
  }

  /** What a button's message reads from now on is only its part of it, where it has several. */
  async function inItsMessage(
    tables: Kysely<Tables>,
    event: Event,
    { workspace, person, now }: Sender,
    outcome: Outcome,
  ): Promise<Outcome> {
    if (event.kind !== 'action' || !event.message || !outcome.replace) return outcome
    const pressed = { ...event, message: event.message }
    const whole = await rewritePart(tables, workspace.id, pressed, person.id, outcome.replace, manners, now)
    if (whole === 'alone') return outcome
    const { replace, ...rest } = outcome
    return whole ? { ...rest, replace: whole } : { ...rest, view: rest.view ?? replace }
  }

  async function react(event: Event & { kind: 'reaction' }, sender: Sender): Promise<Outcome> {
    const { platform, home, message, emoji, added, at } = event
    const post =
      (await postOfMessage(database.reads, sender.workspace.id, platform, home, message)) ??
      (event.subject ? { id: '', subject: event.subject } : undefined)
    const author = event.author && (await personOfIdentity(database.reads, platform, home, event.author))
    return writeOnce(event, sender, async (scope) => {
      const state = { platform, home, ...message, emoji, person: sender.person.id, present: added, at }
      if (!(await takeReaction(scope, state))) return {}
      const reacted = {
        emoji,
        added,
        at,
        message: `${platform}/${home}/${message.channel}/${message.message}`,
        ...(post ? { post } : {}),
        ...(author ? { author } : {}),
      }
      for (const reaction of reactions) {
        const answer = await reaction.run(scope, reacted)
        if (answer) return answer instanceof Refusal ? answer.view : answer
      }
      return {}
    })
  }

  async function homeOf(sender: Sender): Promise<View> {
    const scope = acting(readScope(database.reads, { ...sender, origin: 'home' }), sender.person)
    const parts = await Promise.all(features.map(async (feature) => (await feature.home?.(scope)) ?? []))
    const blocks = parts.flat()
    const first = blocks[0]
    return { summary: first && 'text' in first ? plainText(first.text) : 'Drumbeat', blocks }
  }
}

function notThatSubcommand(
  { command, word, nearest }: Extract<Understood, { unknown: 'subcommand' }>,
  event: Event,
  locale: Locale,
): string {
  const typed = (one: Subcommand) => asTyped(locale, event.kind === 'command', command, one)
  const meant = nearest && [typed(nearest), nearest.usage?.[locale] ?? ''].join(' ').trim()
  const others = command.subcommands.filter((one) => one.name !== '').map(typed)
  return texts[locale].unknownSubcommand(word, meant, others)
}

/** Carries a refusal out of the transaction that it rolls back. */
class RolledBack extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('rolled back')
    this.answer = answer
  }
}

function outcomeOf(answer: Answer): Outcome {
  if (answer instanceof Refusal) return { view: answer.view }
  return 'blocks' in answer ? { view: answer } : answer
}

const refuse = (sentence: string): Outcome => outcomeOf(new Refusal(sentence))

function acting<S extends Scope>(scope: S, person: Person): Acting<S> {
  return { ...scope, person }
}
