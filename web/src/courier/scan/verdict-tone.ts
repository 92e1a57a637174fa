import type { Verdict } from '../offline/judge-scan.js'

export type VerdictTone = 'ok' | 'warn' | 'stop'

/** Done and fine; done or known, but look; not done. Sound and shape follow it. */
export function toneOf(verdict: Verdict): VerdictTone {
  switch (verdict.kind) {
    case 'deed':
      return verdict.warnings.length === 0 ? 'ok' : 'warn'
    case 'already':
      return 'warn'
    case 'not-here':
    case 'wrong-class':
    case 'unknown':
    case 'unreadable':
      return 'stop'
  }
}
