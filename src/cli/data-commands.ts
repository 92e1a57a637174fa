import { type Command, Option } from 'commander'
import type { createGroupingCommand } from './grouping-command.js'
import type { DocumentSampling } from './verify-command.js'

const DOCUMENT_SAMPLINGS: readonly DocumentSampling[] = ['none', 'sample', 'all']

type Finish = (code: number) => void

/**
 * The commands that do one thing to the data and end. Each is loaded when it is run: the help, or a
 * misspelt word, need not wait for the whole program.
 */
export function addDataCommands(program: Command, finish: Finish): void {
  const isJson = () => program.opts<{ json?: boolean }>().json === true
  program
    .command('verify')
    .description('confronte toute la base à chaque règle et nomme chaque violation')
    .addOption(
      new Option('--documents <lesquels>', 'documents redessinés et comparés')
        .choices(DOCUMENT_SAMPLINGS)
        .default('sample'),
    )
    .action(async ({ documents }: { documents: DocumentSampling }) =>
      finish(
        await (await import('./verify-command.js')).verifyCommand({ documents, json: isJson() }),
      ),
    )
  program
    .command('import')
    .description('fait entrer des données publiques de référence')
    .command('bdpm <dossier>')
    .description('la base publique des médicaments, depuis le dossier de ses fichiers')
    .action(async (folder: string) =>
      finish(await (await import('./import-command.js')).importCommand(folder, isJson())),
    )
  program
    .command('demo')
    .description('joue l’alliance de démonstration dans une base vide')
    .action(async () => finish(await (await import('./demo-command.js')).demoCommand(isJson())))
  program
    .command('close <groupement> <mois>')
    .description('gèle et clôture un mois d’un groupement, par son code, et émet les relevés')
    .requiredOption('--as <courriel>', 'compte administrateur ou comptable qui en répond')
    .action(async (grouping: string, month: string, { as }: { as: string }) =>
      finish(
        await (await import('./close-command.js')).closeCommand({
          grouping,
          month,
          as,
          json: isJson(),
        }),
      ),
    )
  addFoundingCommands(program, { isJson, finish })
}

/** What an installation starts with: a grouping, then somebody to administer it. */
function addFoundingCommands(
  program: Command,
  { isJson, finish }: { isJson: () => boolean; finish: Finish },
): void {
  program
    .command('grouping')
    .description('groupements')
    .command('create <code>')
    .description('fonde un groupement ; son code figure dans les numéros des documents')
    .addOption(
      new Option('--kind <nature>', 'ce qu’il met en commun')
        .choices(['pharmacy', 'laboratory'])
        .makeOptionMandatory(),
    )
    .requiredOption('--name <nom>', 'nom, tel qu’il s’imprime')
    .requiredOption('--legal-form <forme>', 'forme juridique')
    .requiredOption('--address <adresse>', 'adresse')
    .requiredOption('--phone <téléphone>', 'téléphone')
    .requiredOption('--responsible-name <nom>', 'pharmacien ou biologiste responsable')
    .requiredOption('--responsible-phone <téléphone>', 'son téléphone')
    .requiredOption('--legal-mention <texte>', 'mention légale des relevés (TVA)')
    .addOption(
      new Option('--vat-regime <régime>', 'régime de TVA')
        .choices(['exempt', 'taxed'])
        .default('exempt'),
    )
    .option('--time-zone <fuseau>', 'fuseau horaire', 'Europe/Paris')
    .action(async (code: string, options: GroupingOptions) =>
      finish(
        await (await import('./grouping-command.js')).createGroupingCommand(
          { code, ...options },
          isJson(),
        ),
      ),
    )
  program
    .command('user')
    .description('comptes')
    .command('create-administrator <groupement> <courriel> <nom>')
    .description(
      'premier administrateur d’un groupement ; le mot de passe se lit sur l’entrée standard',
    )
    .action(async (grouping: string, email: string, name: string) =>
      finish(
        await (await import('./user-command.js')).createAdministratorCommand({
          grouping,
          email,
          name,
          json: isJson(),
        }),
      ),
    )
}

type GroupingOptions = Omit<Parameters<typeof createGroupingCommand>[0], 'code'>
