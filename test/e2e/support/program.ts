// `navette start` on the day of the story, in a process of its own that ends with whoever started it.
import { once } from 'node:events'
import { listeningOn, readConfig } from '../../../src/config.js'
import { playDemoOnce } from '../../../src/demo/index.js'
import { closingAfter } from '../../../src/start/closing.js'
import { openListener } from '../../../src/start/listener.js'
import { progressLine } from '../../../src/start/progress.js'
import { runWorker } from '../../../src/start/run-worker.js'
import { openRuntime } from '../../../src/start/runtime.js'
import { serveApi } from '../../../src/start/serve.js'
import { MONTH_IS_OVER, STORY_BEGINS } from './story.js'

const parentGone = once(process, 'disconnect')

await closingAfter(async (closing) => {
  const settings = readConfig()
  const listener = await openListener(settings)
  closing.add(listener.close)
  const config = listeningOn(settings, listener.port)
  const opened = await openRuntime(config, { migrate: true, alone: true })
  closing.add(opened.close)

  const playing = await playDemoOnce(opened, { progress: progressLine({ silent: true }) })
  if (playing !== 'played') throw new Error(`The folder was not empty: ${playing}`)
  const openedAt = performance.now()
  let isMonthOver = false
  // A month is closed once it is over: whoever closes one asks for that day, and for this one again after.
  process.on('SIGUSR2', () => {
    isMonthOver = !isMonthOver
  })
  const clock = () => {
    const began = Date.parse(isMonthOver ? MONTH_IS_OVER : STORY_BEGINS)
    return new Date(began + performance.now() - openedAt)
  }
  const runtime = { ...opened, clock }
  const worker = await runWorker(runtime)
  closing.add(worker.close)
  const api = await serveApi(runtime, listener)
  closing.add(api.close)

  process.send?.({ address: config.publicUrl })
  await parentGone
})
process.exit()
