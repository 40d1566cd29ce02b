import { Command, CommanderError } from 'commander'
import { ConfigError } from './config.ts'

/** What a command line needs of the process around it. */
export interface Terminal {
  env: Record<string, string | undefined>
  cwd: string
  out(text: string): void
  err(text: string): void
  /** A person is looking: progress bars rather than plain lines. */
  interactive: boolean
  /** Resolves when the process is asked to end. */
  untilStopped(): Promise<void>
}

/** What was typed cannot be carried out: one line to the person, exit code 2. */
export class Misused extends Error {}

/** It was understood but could not be done: one line to the person, exit code 1. */
export class Failed extends Error {}

/** Runs `drumbeat …`. Gives the exit code: 0 done, 1 could not be done, 2 misused or misconfigured. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await commandLine(terminal).parseAsync([...words], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof Error)) throw error
    terminal.err(error.message)
    return error instanceof Misused || error instanceof ConfigError ? 2 : 1
  }
}

function commandLine(terminal: Terminal): Command {
  const program = new Command('drumbeat')
    .description("Drumbeat 战鼓: keeps a sales team's rhythm in Slack and in a local playground.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trim().split('\n')[0] ?? ''),
    })

  program
    .command('start')
    .description('start the bot: the playground, or Slack when its tokens are set')
    .action(async () => (await import('./cli/start.ts')).start(terminal))
  program
    .command('demo')
    .description('make the demo workspace without starting the bot')
    .action(async () => (await import('./cli/demo.ts')).demo(terminal))
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(async () => (await import('./cli/migrate.ts')).migrateNow(terminal))
  program
    .command('say')
    .description('run one chat command on the database and print the answer')
    .argument('<command>', "what to say, such as '/leaderboard signed 2017-12'")
    .requiredOption('--as <person>', 'who says it, by name')
    .option('--workspace <id>', 'the workspace; by default the only one there is')
    .option('--json', 'print the view as JSON')
    .action(async (text, options) => (await import('./cli/say.ts')).sayOnce(terminal, text, options))
  const imports = program.command('import').description('take in a CSV file: everything in it, or nothing')
  const importing = (name: string, description: string) =>
    imports
      .command(name)
      .description(description)
      .argument('<file>', 'CSV; UTF-8 or GBK')
      .option('--map <file>', 'a YAML file of “field: header” lines, for headers that are not known')
      .option('--workspace <id>', 'by default the only one there is, else “local” is made')
      .option('--dry-run', 'check everything and store nothing')
  importing('people', 'people with their managers, teams and departments')
    .option('--admin <name...>', 'who becomes admin')
    .action(async (file, options) => (await import('./cli/import.ts')).importPeople(terminal, file, options))
  importing('products', 'the product list').action(async (file, options) =>
    (await import('./cli/import.ts')).importProducts(terminal, file, options),
  )
  importing('deals', 'won deals of any CRM; rows in other stages are counted')
    .option('--currency <code>', 'the amounts’ currency; by default the workspace’s')
    .option('--dates <format>', 'iso, us or chinese; by default as the first date is written')
    .option('--unknown-customer', 'take in won rows without a customer')
    .action(async (file, options) => (await import('./cli/import.ts')).importDeals(terminal, file, options))
  const exports = program.command('export').description('write a CSV file that Excel opens')
  exports
    .command('deals')
    .description('every deal as it is now')
    .argument('<file>', 'where to; must not exist yet')
    .option('--workspace <id>', 'by default the only one there is')
    .action(async (file, options) => (await import('./cli/export.ts')).exportDealsTo(terminal, file, options))
  exports
    .command('payroll')
    .description('what the statements of a closed period come to')
    .argument('<file>', 'where to; must not exist yet')
    .requiredOption('--period <period>', 'such as 2026-10')
    .option('--summary', 'the sums instead of a row for each person')
    .option('--workspace <id>', 'by default the only one there is')
    .action(async (file, options) =>
      (await import('./cli/export-pay.ts')).exportPayroll(terminal, file, options),
    )
  exports
    .command('accrual')
    .description('what is signed and confirmed but not collected')
    .argument('<file>', 'where to; must not exist yet')
    .option('--workspace <id>', 'by default the only one there is')
    .action(async (file, options) =>
      (await import('./cli/export-pay.ts')).exportAccrual(terminal, file, options),
    )
  program
    .command('statement')
    .description('print a person’s statement of a period, byte for byte')
    .requiredOption('--period <period>', 'such as 2026-10')
    .requiredOption('--person <name>', 'whose')
    .option('--as-of <instant>', 'worked out anew from what had been recorded by then: 2026-11-01T09:00:00Z')
    .option('--workspace <id>', 'by default the only one there is')
    .action(async (options) => (await import('./cli/statement.ts')).printStatement(terminal, options))
  const plan = program.command('plan').description('commission plans, written in YAML (docs/plans.md)')
  plan
    .command('check')
    .description('say a plan back in words, with what it pays; or all that is wrong with it')
    .argument('<file>', 'the plan')
    .option('--currency <code>', 'of its amounts', 'CNY')
    .option('--target <amount>', 'the target on which it is shown', '100000')
    .action(async (file, options) => (await import('./cli/plan.ts')).checkPlan(terminal, file, options))
  plan
    .command('schema')
    .description('the plan language as a JSON schema, for editors')
    .action(async () => (await import('./cli/plan.ts')).printSchema(terminal))
  plan
    .command('activate')
    .description('put a plan in force; what was in force before stays on record')
    .argument('<file>', 'the plan')
    .requiredOption('--from <date>', 'the first day')
    .option('--until <date>', 'the last day, for somebody who has no plan of their own without an end')
    .option('--team <name>', 'for this team and those below it; by default for everyone')
    .option('--person <name>', 'for this person')
    .option('--workspace <id>', 'by default the only one there is')
    .action(async (file, options) => (await import('./cli/plan.ts')).activateFile(terminal, file, options))
  plan
    .command('test')
    .description('run a draft over past months: what it would have cost, for each person and in all')
    .argument('<file>', 'the draft')
    .requiredOption('--from <month>', 'the first month, such as 2026-01')
    .requiredOption('--to <month>', 'the last one')
    .option('--team <name>', 'only who belongs to this team or one below it')
    .option('--csv <file>', 'also write a row for each person there; must not exist yet')
    .option('--workspace <id>', 'by default the only one there is')
    .action(async (file, options) => (await import('./cli/plan-test.ts')).tryPlan(terminal, file, options))
  plan
    .command('list')
    .description('which plan is in force for whom, since when')
    .option('--workspace <id>', 'by default the only one there is')
    .action(async (options) => (await import('./cli/plan.ts')).listPlans(terminal, options))
  program
    .command('backup')
    .description('copy the SQLite database while the bot may be running')
    .argument('<file>', 'where to; must not exist yet')
    .action(async (file) => (await import('./cli/backup.ts')).backupTo(terminal, file))
  program
    .command('doctor')
    .description('check configuration, database, clock and calendar')
    .action(async () => (await import('./cli/doctor.ts')).doctor(terminal))
  return inherit(program)
}

/** Sub-commands report misuse the way the program does. */
function inherit(program: Command): Command {
  for (const command of program.commands) inherit(command.copyInheritedSettings(program))
  return program
}
