import type { Command } from 'commander'
import { billingCommand } from './close-command.js'
import { demoCommand } from './demo-command.js'
import { importCommand } from './import-command.js'
import { userCommand } from './user-command.js'
import { verifyCommand } from './verify-command.js'

type Finish = (code: number) => void

/** The commands that do one thing to the data and end. */
export function addDataCommands(program: Command, finish: Finish): void {
  const isJson = () => program.opts<{ json: boolean }>().json
  program
    .command('verify')
    .description('check every invariant of a whole database and name each violation')
    .option(
      '--documents <which>',
      'redraw stored documents and compare: none, sample or all',
      'sample',
    )
    .action(async ({ documents }) => finish(await verifyCommand({ documents, json: isJson() })))
  program
    .command('import')
    .description('bring public reference data in')
    .command('bdpm <folder>')
    .description('the public medicines database, from the folder of its files')
    .action(async (folder: string) => finish(await importCommand(folder, isJson())))
  program
    .command('demo')
    .description('play the demo alliance into an empty database')
    .action(async () => finish(await demoCommand(isJson())))
  program
    .command('close <grouping> <month>')
    .description('freeze and close a month of a grouping, by its code, and issue the statements')
    .action(async (grouping: string, month: string) =>
      finish(await billingCommand(grouping, month, isJson())),
    )
  program
    .command('user')
    .description('accounts')
    .command('create-administrator <grouping> <email> <name>')
    .description('the first administrator of a grouping; the password is read from standard input')
    .action(async (grouping: string, email: string, name: string) =>
      finish(await userCommand({ grouping, email, name, json: isJson() })),
    )
}
