import { type Config, listeningOn } from '../config.js'
import { closingAfter } from '../start/closing.js'
import { openListener } from '../start/listener.js'
import { runWorker } from '../start/run-worker.js'
import { openRuntime } from '../start/runtime.js'
import { serveApi } from '../start/serve.js'
import { EXIT } from './report.js'
import { listenForStop } from './stop-signal.js'

/** `navette api`, until it is asked to stop. */
export async function apiCommand(settings: Config): Promise<number> {
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

/** `navette worker`, until it is asked to stop. */
export async function workerCommand(config: Config): Promise<number> {
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
