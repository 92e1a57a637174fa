import type { Command } from 'commander'
import { type Config, ConfigError, listeningOn, readConfig } from '../config.js'
import { closingAfter } from '../start/closing.js'
import { accessDatabase, migrateDatabase } from '../start/database.js'
import { explained } from '../start/failures.js'
import { openListener } from '../start/listener.js'
import { runWorker } from '../start/run-worker.js'
import { openRuntime } from '../start/runtime.js'
import { loadSecret } from '../start/secret.js'
import { serveApi } from '../start/serve.js'
import { EXIT, report } from './report.js'
import { startCommand } from './start-command.js'
import { listenForStop } from './stop-signal.js'

type Finish = (code: number) => void

/** The commands that start something and stay: all in one, or API and worker apart. */
export function addProcessCommands(program: Command, finish: Finish): void {
  const isJson = () => program.opts<{ json?: boolean }>().json === true
  program
    .command('start')
    .description(
      'API et tâches dans un seul processus, avec un PostgreSQL embarqué sans DATABASE_URL',
    )
    .action(async () => finish(await startCommand(isJson())))
  program
    .command('api')
    .description('l’API HTTP seule ; demande DATABASE_URL et une base préparée par migrate')
    .action(async () => finish(await runApi()))
  program
    .command('worker')
    .description('les tâches seules ; demande DATABASE_URL et une base préparée par migrate')
    .action(async () => finish(await runWorkerAlone()))
  program
    .command('migrate')
    .description('met le schéma de la base à jour, comme son propriétaire')
    .action(async () => finish(await migrate(isJson())))
}

async function runApi(): Promise<number> {
  const settings = externalConfig('api')
  const stop = listenForStop()
  await closingAfter(async (closing) => {
    const listener = await openListener(settings)
    closing.add(listener.close)
    const config = listeningOn(settings, listener.port)
    const runtime = await openRuntime(config, { migrate: false })
    closing.add(runtime.close)
    closing.add((await serveApi(runtime, listener)).close)
    await stop.asked
  })
  return EXIT.done
}

async function runWorkerAlone(): Promise<number> {
  const config = externalConfig('worker')
  const stop = listenForStop()
  await closingAfter(async (closing) => {
    const runtime = await openRuntime(config, { migrate: false })
    closing.add(runtime.close)
    closing.add((await runWorker(runtime)).close)
    runtime.log.info({ queues: runtime.queues.kind }, 'worker ready')
    await stop.asked
  })
  return EXIT.done
}

/** @throws ConfigError when there is no database that two processes could share */
function externalConfig(part: 'api' | 'worker'): Config {
  const config = readConfig()
  if (config.databaseUrl !== undefined || config.databaseAppUrl !== undefined) return config
  throw new ConfigError(
    `DATABASE_URL manque : « navette ${part} » demande un serveur PostgreSQL ; « navette start » fait tout sur une seule machine.`,
  )
}

async function migrate(json: boolean): Promise<number> {
  const config = readConfig()
  const applied = await closingAfter(async (closing) => {
    try {
      const secret = loadSecret(config)
      const access = await accessDatabase(config, secret)
      closing.add(access.stop)
      if (access.ownerUrl === undefined) {
        throw new ConfigError(
          'DATABASE_URL manque : « navette migrate » agit comme le propriétaire de la base.',
        )
      }
      return await migrateDatabase(access.ownerUrl, secret)
    } catch (error) {
      throw explained(error, config.dataFolder)
    }
  })
  report({ applied }, { json, text: () => migrated(applied.length) })
  return EXIT.done
}

const migrated = (count: number): string =>
  count === 0
    ? 'Le schéma est déjà à jour.'
    : `Le schéma est à jour : ${count} migration${count > 1 ? 's' : ''} appliquée${count > 1 ? 's' : ''}.`
