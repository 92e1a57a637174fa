import { useCallback, useRef, useState } from 'react'
import { signal } from '../../ui/scan/feedback.js'
import { draftsOf } from '../offline/deed-drafts.js'
import { readAgainSoon } from '../offline/fetch-runs.js'
import { type Deed, judgeScan, type Place, type Verdict } from '../offline/judge-scan.js'
import type { Item, LocalRun } from '../offline/local-run.js'
import type { InputMode } from '../offline/model.js'
import { recordActs } from '../offline/record-acts.js'
import { readRound, useDriver } from '../offline/use-round.js'
import { toneOf } from './verdict-tone.js'

export interface Heard {
  readonly verdict: Verdict
  readonly mode: InputMode
  /** Tells two scans of one code apart. */
  readonly turn: number
}

/** Why by hand, and what was read on the seal when it is not the one announced. */
export interface More {
  readonly reason?: string
  readonly sealNumber?: string
}

export interface ScanDesk {
  readonly heard: Heard | undefined
  readonly hear: (raw: string, mode: InputMode, more?: More) => void
  /** Does what a scan could not do by itself, with a reason. */
  readonly doAnyway: (deed: Deed, item: Item, reason: string) => void
  readonly forget: () => void
}

/**
 * Judges scans one after the other against what the telephone holds at that instant, and writes what they
 * do: a second scan during the first is judged with the first one done.
 */
export function useScan(runId: string, place: Place): ScanDesk {
  const driver = useDriver(runId)
  const [heard, setHeard] = useState<Heard>()
  const queue = useRef(Promise.resolve())
  const turn = useRef(0)

  const inTurn = useCallback(
    (work: (run: LocalRun) => Promise<void>) => {
      queue.current = queue.current.then(async () => {
        const run = await readRound(runId)
        if (run !== undefined) await work(run)
      })
    },
    [runId],
  )

  const show = useCallback((verdict: Verdict, mode: InputMode) => {
    turn.current += 1
    setHeard({ verdict, mode, turn: turn.current })
    signal(toneOf(verdict))
  }, [])

  const { userId } = driver
  const hear = useCallback(
    (raw: string, mode: InputMode, more: More = {}) =>
      inTurn(async (known) => {
        const [run, verdict] = await judge({ userId, run: known, place, raw })
        if (verdict.kind === 'deed') {
          const { deed, item } = verdict
          await recordActs({ userId, runId }, draftsOf(run, place, { deed, item, mode, ...more }))
        }
        show(verdict, mode)
      }),
    [inTurn, place, runId, show, userId],
  )

  const doAnyway = useCallback(
    (deed: Deed, item: Item, reason: string) =>
      inTurn(async (run) => {
        const mode = heard?.mode ?? 'manual'
        await recordActs({ userId, runId }, draftsOf(run, place, { deed, item, mode, reason }))
        show({ kind: 'deed', deed, item, warnings: [] }, mode)
      }),
    [heard, inTurn, place, runId, show, userId],
  )

  return { heard, hear, doAnyway, forget: () => setHeard(undefined) }
}

interface Judged {
  readonly userId: string
  readonly run: LocalRun
  readonly place: Place
  readonly raw: string
}

/** A code the telephone does not know may have been dispatched since: with a network, it asks before it says so. */
async function judge({ userId, run, place, raw }: Judged): Promise<readonly [LocalRun, Verdict]> {
  const verdict = judgeScan(run, place, { raw, now: new Date() })
  if (verdict.kind !== 'unknown' || verdict.isCurrent) return [run, verdict]
  await readAgainSoon(userId, run.id)
  const again = (await readRound(run.id)) ?? run
  return [again, judgeScan(again, place, { raw, now: new Date() })]
}
