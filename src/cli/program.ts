import { stderr, stdout } from 'node:process'
import { Command, CommanderError } from 'commander'
import { typeset } from '../start/french.js'
import { addDataCommands } from './data-commands.js'
import { misuse } from './misuse.js'
import { addProcessCommands } from './process-commands.js'
import { complain, EXIT, explain } from './report.js'

/** Parses and runs one command line; answers the exit code instead of leaving the process. */
export async function runCli(argv: readonly string[]): Promise<number> {
  // Whoever reads us may leave early (`| head`), and a closed terminal takes our output with it.
  for (const output of [stdout, stderr]) output.on('error', () => undefined)
  let code: number = EXIT.done
  const program = frenchProgram()
  const finish = (value: number) => {
    code = value
  }
  addProcessCommands(program, finish)
  addDataCommands(program, finish)
  speakFrench(program)

  const isJson = argv.includes('--json')
  try {
    await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) return explain(error, isJson)
    if (error.exitCode === 0) return EXIT.done
    // Commander shows the help itself when a command needs another word.
    if (error.code !== 'commander.help') complain(misuse(error), { json: isJson, code: 'usage' })
    return EXIT.misused
  }
}

const frenchProgram = (): Command =>
  new Command('navette')
    .description(
      'La pharmacie et le laboratoire que des hôpitaux mettent en commun : chaque boîte, chaque tube, chaque centime.',
    )
    .option('--json', 'répond par un seul document JSON')

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Global Options:': 'Options générales :',
  'Commands:': 'Commandes :',
}

const CHOICES = /\(choices: (.+?)(?:, default: "(.+?)")?\)/
const DEFAULT = /\(default: (.+?)\)/

/** Commander's own words, command by command: settings are not inherited by those already added. */
function speakFrench(command: Command): void {
  command
    .exitOverride()
    .helpOption('-h, --help', 'montre cette aide')
    .configureOutput({
      writeOut: (text) => stdout.write(typeset(text)),
      writeErr: (text) => stderr.write(typeset(text)),
      outputError: () => undefined,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleUsage: (usage) => usage.replace('[command]', '[commande]'),
      styleTitle: (title) => TITLES[title] ?? title,
      styleOptionDescription: (text) =>
        text
          .replace(CHOICES, (_, choices: string, chosen?: string) =>
            chosen ? `(${choices} ; sinon "${chosen}")` : `(${choices})`,
          )
          .replace(DEFAULT, '(sinon $1)'),
      subcommandTerm: (sub) =>
        [sub.name(), ...sub.registeredArguments.map((argument) => `<${argument.name()}>`)].join(
          ' ',
        ),
    })
  if (command.commands.length > 0)
    command.helpCommand('help [commande]', 'montre l’aide d’une commande')
  for (const sub of command.commands) speakFrench(sub)
}
