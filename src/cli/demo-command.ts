import { playDemoOnce } from '../demo/index.js'
import { DomainError } from '../kernel/errors.js'
import { progressLine } from '../start/progress.js'
import { EXIT, report } from './report.js'
import { withRuntime } from './with-runtime.js'

/** `navette demo`: plays the demo alliance once; does nothing where it was already played. */
export function demoCommand(json: boolean): Promise<number> {
  return withRuntime(async (runtime) => {
    const progress = progressLine({ silent: json })
    const outcome = await playDemoOnce(runtime, { progress })
    if (outcome === 'foreign') {
      throw new DomainError(
        'wrong-state',
        'La base contient déjà des données : la démonstration ne se joue que dans une base vide.',
      )
    }
    report({ played: outcome === 'played' }, { json, text: () => TEXTS[outcome] })
    return EXIT.done
  })
}

const TEXTS = {
  played: 'La démonstration est en place.',
  'already-there': 'La démonstration était déjà en place.',
} as const
