import { features as product } from '../../src/features.ts'
import type { Feature, Handler } from '../../src/kernel/feature.ts'

/** Everything that can be asked of the product, by name: `/deal add`, `button deal.undo`, `form deal.add` … */
export const registered = (): string[] => product.flatMap(namesIn)

/** What people type to reach each subcommand. */
export const subcommands = (): string[] =>
  product.flatMap((feature) =>
    (feature.commands ?? []).flatMap((command) =>
      command.subcommands.map((one) => commandName(command.name, one.name)),
    ),
  )

export const buttons = (): string[] =>
  product.flatMap((feature) => (feature.actions ?? []).map((one) => one.name))

/** Those subcommands that change something. */
export const writingSubcommands = (): string[] =>
  product.flatMap((feature) =>
    (feature.commands ?? []).flatMap((command) =>
      command.subcommands.filter((one) => 'writes' in one).map((one) => commandName(command.name, one.name)),
    ),
  )

/** The product, noting by name in `used` what is asked of it. */
export function noting(used: Set<string>): Feature[] {
  return product.map((feature) => ({
    ...feature,
    commands: (feature.commands ?? []).map((command) => ({
      ...command,
      subcommands: command.subcommands.map((one) => noted(one, commandName(command.name, one.name), used)),
    })),
    actions: (feature.actions ?? []).map((one) => noted(one, buttonName(one.name), used)),
    forms: (feature.forms ?? []).map((one) => noted(one, formName(one.name), used)),
    reactions: (feature.reactions ?? []).map((one) => ({
      ...one,
      run: async (scope, reaction) => {
        const answer = await one.run(scope, reaction)
        if (answer) used.add(reactionName(one.name))
        return answer
      },
    })),
    tickers: (feature.tickers ?? []).map((one) => ({
      ...one,
      due: async (scope) =>
        (await one.due(scope)).map((job) => ({
          ...job,
          run: (writing) => {
            used.add(clockName(one.name))
            return job.run(writing)
          },
        })),
    })),
  }))
}

function namesIn(feature: Feature): string[] {
  return [
    ...(feature.commands ?? []).flatMap((command) =>
      command.subcommands.map((one) => commandName(command.name, one.name)),
    ),
    ...(feature.actions ?? []).map((one) => buttonName(one.name)),
    ...(feature.forms ?? []).map((one) => formName(one.name)),
    ...(feature.reactions ?? []).map((one) => reactionName(one.name)),
    ...(feature.tickers ?? []).map((one) => clockName(one.name)),
  ]
}

const commandName = (command: string, subcommand: string) => `/${command} ${subcommand}`.trim()
const buttonName = (action: string) => `button ${action}`
const formName = (form: string) => `form ${form}`
const reactionName = (reaction: string) => `reaction ${reaction}`
const clockName = (ticker: string) => `clock ${ticker}`

function noted<Input, Named extends Handler<Input>>(
  handler: Named & Handler<Input>,
  name: string,
  used: Set<string>,
) {
  if ('reads' in handler) {
    const { reads } = handler
    return { ...handler, reads: note(reads, name, used) }
  }
  const { writes } = handler
  return { ...handler, writes: note(writes, name, used) }
}

function note<Rest extends unknown[], Result>(
  work: (...input: Rest) => Result,
  name: string,
  used: Set<string>,
): (...input: Rest) => Result {
  return (...input) => {
    used.add(name)
    return work(...input)
  }
}
