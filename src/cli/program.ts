import { Command, CommanderError } from 'commander'
import { addDataCommands } from './data-commands.js'
import { addProcessCommands } from './process-commands.js'
import { EXIT, explain } from './report.js'

/** What every command is told by the flags that stand before or after it. */
export interface GlobalOptions {
  readonly json: boolean
}

/** Parses and runs one command line; answers the exit code instead of leaving the process. */
export async function runCli(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done
  const program = new Command('navette')
    .description(
      'Mutualised hospital pharmacy and shared laboratory: every box, every tube, every cent.',
    )
    .option('--json', 'print one JSON document instead of text', false)
    .exitOverride()
    .showHelpAfterError('(navette --help shows the commands)')
  const finish = (value: number) => {
    code = value
  }
  addProcessCommands(program, finish)
  addDataCommands(program, finish)

  try {
    await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.misused
    return explain(error, program.opts<GlobalOptions>().json)
  }
}
