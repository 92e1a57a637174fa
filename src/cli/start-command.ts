import { stdout } from 'node:process'
import { listeningOn, readConfig } from '../config.js'
import { playDemoOnce } from '../demo/index.js'
import { closingAfter } from '../start/closing.js'
import { explained } from '../start/failures.js'
import { typeset } from '../start/french.js'
import { openListener } from '../start/listener.js'
import { type ProgressLine, progressLine } from '../start/progress.js'
import { runWorker } from '../start/run-worker.js'
import { openRuntime, type Runtime } from '../start/runtime.js'
import { serveApi } from '../start/serve.js'
import { EXIT, report } from './report.js'
import { listenForStop, type Stop } from './stop-signal.js'
import { readiness, welcome } from './welcome.js'

/** `navette start`: everything in one process, until it is asked to stop. */
export async function startCommand(json: boolean): Promise<number> {
  const stop = listenForStop()
  const progress = progressLine({ silent: json })
  stop.signal.addEventListener('abort', () => {
    progress.step('Arrêt en cours ; un second Ctrl-C arrête sans attendre')
  })
  await runUntilStopped(stop, progress, json)
  if (!json) stdout.write(typeset('Navette est arrêtée.\n'))
  return EXIT.done
}

/** Each step is the last one when a stop was asked for during it. */
function runUntilStopped(stop: Stop, progress: ProgressLine, json: boolean): Promise<void> {
  return closingAfter(async (closing) => {
    const settings = readConfig()
    const listener = await openListener(settings)
    closing.add(listener.close)
    const config = listeningOn(settings, listener.port)
    const runtime = await openRuntime(config, { migrate: true, alone: true, step: progress.step })
    closing.add(runtime.close)
    if (stop.signal.aborted) return

    const hasDemo = config.demo && (await playDemo(runtime, stop, progress))
    if (stop.signal.aborted) return

    progress.step('Démarrage de l’API et des tâches')
    const worker = await runWorker(runtime)
    closing.add(worker.close)
    const api = await serveApi(runtime, listener)
    closing.add(api.close)
    if (stop.signal.aborted) return

    progress.end()
    report(readiness(runtime), { json, text: () => welcome(runtime, hasDemo) })
    await stop.asked
  })
}

/** Answers whether the demo is there. */
async function playDemo(runtime: Runtime, stop: Stop, progress: ProgressLine): Promise<boolean> {
  try {
    const outcome = await playDemoOnce(runtime, { progress, stop: stop.signal })
    if (outcome === 'foreign') {
      progress.step('La base contient déjà des données : la démonstration n’est pas jouée')
    }
    return outcome !== 'foreign'
  } catch (error) {
    // Cut short on purpose: the next start plays it again from the beginning.
    if (stop.signal.aborted) return false
    throw runtime.access.lastWords() ?? explained(error, runtime.config.dataFolder)
  } finally {
    progress.end()
  }
}
