import { playDemoOnce } from '../demo/index.js'
import { progressLine } from '../start/progress.js'
import { EXIT, report } from './report.js'
import { withRuntime } from './with-runtime.js'

/** `navette demo`: plays the demo alliance once; does nothing where it was already played. */
export function demoCommand(json: boolean): Promise<number> {
  return withRuntime(async (runtime) => {
    await playDemoOnce(runtime, progressLine({ silent: json }))
    report({ played: true }, { json, text: () => 'La démonstration est en place.' })
    return EXIT.done
  })
}
