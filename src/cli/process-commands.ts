import type { Command } from 'commander'
import { type Config, ConfigError, readConfig } from '../config.js'

type Finish = (code: number) => void

/**
 * The commands that start something and stay: all in one, or API and worker apart. A wrong setting is
 * told before the whole program is loaded.
 */
export function addProcessCommands(program: Command, finish: Finish): void {
  const isJson = () => program.opts<{ json?: boolean }>().json === true
  program
    .command('start')
    .description(
      'API et tâches dans un seul processus, avec un PostgreSQL embarqué sans DATABASE_URL',
    )
    .action(async () => {
      readConfig()
      finish(await (await import('./start-command.js')).startCommand(isJson()))
    })
  program
    .command('api')
    .description('l’API HTTP seule ; demande DATABASE_URL et une base préparée par migrate')
    .action(async () => {
      const config = externalConfig('api')
      finish(await (await import('./apart-commands.js')).apiCommand(config))
    })
  program
    .command('worker')
    .description('les tâches seules ; demande DATABASE_URL et une base préparée par migrate')
    .action(async () => {
      const config = externalConfig('worker')
      finish(await (await import('./apart-commands.js')).workerCommand(config))
    })
  program
    .command('migrate')
    .description('met le schéma de la base à jour, comme son propriétaire')
    .action(async () => {
      readConfig()
      finish(await (await import('./migrate-command.js')).migrateCommand(isJson()))
    })
}

/** @throws ConfigError when there is no database that two processes could share */
function externalConfig(part: 'api' | 'worker'): Config {
  const config = readConfig()
  if (config.databaseUrl !== undefined || config.databaseAppUrl !== undefined) return config
  throw new ConfigError(
    `DATABASE_URL manque : « navette ${part} » demande un serveur PostgreSQL ; « navette start » fait tout sur une seule machine.`,
  )
}
