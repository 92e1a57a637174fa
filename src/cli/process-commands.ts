import { stdout } from 'node:process'
import type { Command } from 'commander'
import { ConfigError, readConfig } from '../config.js'
import { playDemoOnce } from '../demo/index.js'
import { accessDatabase, migrateDatabase } from '../start/database.js'
import { progressLine } from '../start/progress.js'
import { runWorker } from '../start/run-worker.js'
import { openRuntime, type Runtime } from '../start/runtime.js'
import { loadSecret } from '../start/secret.js'
import { serveApi } from '../start/serve.js'
import { EXIT, report } from './report.js'
import { stopSignal } from './stop-signal.js'
import { welcome } from './welcome.js'

type Finish = (code: number) => void

/** The commands that start something and stay: all in one, or API and worker apart. */
export function addProcessCommands(program: Command, finish: Finish): void {
  const isJson = () => program.opts<{ json: boolean }>().json
  program
    .command('start')
    .description(
      'API and worker in one process, on an embedded PostgreSQL when DATABASE_URL is not set',
    )
    .action(async () => finish(await start(isJson())))
  program
    .command('api')
    .description('the HTTP API alone; needs DATABASE_URL')
    .action(async () => finish(await runApart('api')))
  program
    .command('worker')
    .description('the jobs alone; needs DATABASE_URL')
    .action(async () => finish(await runApart('worker')))
  program
    .command('migrate')
    .description('bring the database schema up to date, as its owner')
    .action(async () => finish(await migrate(isJson())))
}

async function start(json: boolean): Promise<number> {
  const config = readConfig()
  const stop = stopSignal()
  const progress = progressLine({ silent: json })
  const runtime = await openRuntime(config, { migrate: true, step: progress.step })
  try {
    if (config.demo) await playDemoOnce(runtime, progress)
    progress.step('Démarrage de l’API et des tâches')
    await untilStopped(runtime, stop, async () => {
      progress.end()
      stdout.write(await welcome(runtime))
    })
  } finally {
    await runtime.close()
  }
  return EXIT.done
}

async function untilStopped(
  runtime: Runtime,
  stop: Promise<unknown>,
  onReady: () => Promise<void>,
): Promise<void> {
  const api = await serveApi(runtime)
  try {
    const worker = await runWorker(runtime)
    try {
      await onReady()
      await stop
    } finally {
      await worker.close()
    }
  } finally {
    await api.close()
  }
}

async function runApart(part: 'api' | 'worker'): Promise<number> {
  const config = readConfig()
  if (config.databaseUrl === undefined && config.databaseAppUrl === undefined) {
    throw new ConfigError(
      `navette ${part} needs DATABASE_URL; navette start runs everything on one machine.`,
    )
  }
  const stop = stopSignal()
  const runtime = await openRuntime(config, { migrate: false })
  try {
    const running = await (part === 'api' ? serveApi(runtime) : runWorker(runtime))
    await stop
    await running.close()
  } finally {
    await runtime.close()
  }
  return EXIT.done
}

async function migrate(json: boolean): Promise<number> {
  const config = readConfig()
  const secret = loadSecret(config)
  const access = await accessDatabase(config, secret)
  try {
    if (access.ownerUrl === undefined)
      throw new ConfigError('navette migrate needs DATABASE_URL, as the owner.')
    const applied = await migrateDatabase(access.ownerUrl, secret)
    report({ applied }, { json, text: () => `${applied.length} migration(s) appliquée(s)` })
  } finally {
    await access.stop()
  }
  return EXIT.done
}
