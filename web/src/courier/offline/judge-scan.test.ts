import { describe, expect, test } from 'vitest'
import { judgeScan, type Place } from './judge-scan.js'
import { localRun } from './local-run.js'
import type { Act } from './model.js'
import {
  delivery,
  eventAct,
  FIRST,
  HUB,
  minute,
  round,
  SECOND,
  SOLEMNES,
  shipment,
} from './round.builder.js'

const at = (stopId: string): Place => ({ kind: 'stop', stopId })
const LOADING: Place = { kind: 'loading' }
const HOME: Place = { kind: 'hub', establishmentId: HUB }
const NOW = new Date(minute(25))

const scan = (raw: string, place: Place, acts: readonly Act[] = [], known = round()) =>
  judgeScan(localRun(known, acts), place, { raw, now: NOW })

const loaded = (code: string, n: number) => eventAct(n, { kind: 'picked-up', containerCode: code })
const handedOver = (code: string, n: number) =>
  eventAct(n, { kind: 'dropped-off', containerCode: code, runStopId: FIRST })

describe('at a stop', () => {
  test('a tote of this stop is handed over', () => {
    expect(scan('bac-1', at(FIRST), [loaded('BAC-1', 1)])).toMatchObject({
      kind: 'deed',
      deed: 'handed-over',
      warnings: [],
    })
  })

  test('a tote nobody scanned at loading is handed over, and that is said', () => {
    expect(scan('BAC-1', at(FIRST))).toMatchObject({ warnings: [{ kind: 'not-loaded' }] })
  })

  test('a tote handed over before says when', () => {
    expect(scan('BAC-1', at(FIRST), [handedOver('BAC-1', 7)])).toMatchObject({
      kind: 'already',
      at: minute(7),
    })
  })

  test('a tote of another stop is not for here, and its stop is named', () => {
    expect(scan('BAC-3', at(FIRST))).toMatchObject({
      kind: 'not-here',
      deed: 'handed-over',
      belongsTo: { id: SECOND, shortName: 'Solemnes' },
    })
  })

  test('specimens of this stop are taken', () => {
    expect(scan('SAC-1', at(FIRST))).toMatchObject({
      kind: 'deed',
      deed: 'picked-up',
      warnings: [],
    })
  })

  test('specimens already aboard say so', () => {
    const taken = eventAct(9, { kind: 'picked-up', containerCode: 'SAC-1', runStopId: FIRST })
    expect(scan('SAC-1', at(FIRST), [taken])).toMatchObject({ kind: 'already', at: minute(9) })
  })

  test('specimens aboard are dropped off at a stop that is their laboratory', () => {
    const known = round()
    const home = { ...known, hubs: { ...known.hubs } }
    for (const [id, hub] of Object.entries(home.hubs)) {
      home.hubs[id] = { ...hub, establishmentId: SOLEMNES }
    }
    const taken = eventAct(9, { kind: 'picked-up', containerCode: 'SAC-1', runStopId: FIRST })
    expect(scan('SAC-1', at(SECOND), [taken], home)).toMatchObject({ deed: 'dropped-off' })
  })

  test('narcotics ask for a signature', () => {
    const known = round()
    const [first] = known.run.stops
    if (first === undefined) throw new TypeError('The round has stops')
    const stops = [{ ...first, deliveries: [delivery(['BAC-9'], { hasNarcotics: true })] }]
    const verdict = scan('BAC-9', at(FIRST), [loaded('BAC-9', 1)], {
      ...known,
      run: { ...known.run, stops },
    })
    expect(verdict).toMatchObject({ deed: 'handed-over', warnings: [{ kind: 'needs-signature' }] })
  })

  test.each([
    ['long ago: it may have been dispatched since', 0, false],
    ['just now: nobody has announced it', 25, true],
  ])('a code is unknown to a round read %s', (_, readAt, isCurrent) => {
    const known = { ...round(), readAt: minute(readAt) }
    expect(scan('SAC-ELSE', at(FIRST), [], known)).toEqual({
      ...{ kind: 'unknown', code: 'SAC-ELSE' },
      ...{ readAt: minute(readAt), isCurrent },
    })
  })

  test('nothing is not a code', () => {
    expect(scan(' \r\n', at(FIRST))).toEqual({ kind: 'unreadable' })
  })
})

describe('specimens with a deadline', () => {
  const withDeadline = (deadlineAt: string) => {
    const known = round()
    const [first, second] = known.run.stops
    if (first === undefined || second === undefined) throw new TypeError('The round has two stops')
    const stops = [{ ...first, shipments: [shipment('SAC-1', { deadlineAt })] }, second]
    return scan('SAC-1', at(FIRST), [], { ...known, run: { ...known.run, stops } })
  }

  test('that passed are taken, and that is said', () => {
    expect(withDeadline(minute(20))).toMatchObject({ warnings: [{ kind: 'deadline-passed' }] })
  })

  test('that would pass before the end of the round are taken, and that is said', () => {
    expect(withDeadline(minute(39))).toMatchObject({
      warnings: [{ kind: 'deadline-at-risk', expectedAt: minute(40) }],
    })
  })

  test('that the round reaches in time bring no warning', () => {
    expect(withDeadline(minute(41))).toMatchObject({ warnings: [] })
  })
})

describe('a van without the equipment', () => {
  test('does not take the class by itself', () => {
    const known = { ...round(), equipment: ['ambient'] as const }
    expect(scan('BAC-1', LOADING, [], known)).toMatchObject({
      kind: 'wrong-class',
      temperatureClass: 'cold',
      deed: 'loaded',
    })
    expect(scan('SAC-1', at(FIRST), [], known)).toMatchObject({ kind: 'deed', deed: 'picked-up' })
  })
})

describe('at the hub', () => {
  test('totes are loaded once, specimens are not loaded there', () => {
    expect(scan('BAC-1', LOADING)).toMatchObject({ kind: 'deed', deed: 'loaded' })
    expect(scan('BAC-1', LOADING, [loaded('BAC-1', 3)])).toMatchObject({ kind: 'already' })
    expect(scan('SAC-1', LOADING)).toMatchObject({ kind: 'not-here', belongsTo: { id: FIRST } })
  })

  test('specimens are dropped off, totes nobody took are brought back, strangers are left there', () => {
    const taken = eventAct(9, { kind: 'picked-up', containerCode: 'SAC-1', runStopId: FIRST })
    const stranger = eventAct(10, { kind: 'picked-up', containerCode: 'X-1', runStopId: FIRST })
    const acts = [loaded('BAC-1', 1), taken, stranger]
    expect(scan('SAC-1', HOME, acts)).toMatchObject({ deed: 'dropped-off' })
    expect(scan('BAC-1', HOME, acts)).toMatchObject({ deed: 'brought-back' })
    expect(scan('X-1', HOME, acts)).toMatchObject({ deed: 'dropped-off' })
  })
})

test('a verdict on a round of 60 stops and 600 totes takes far less than a fifth of a second', () => {
  const known = round()
  const [model] = known.run.stops
  if (model === undefined) throw new TypeError('The round has stops')
  const stops = Array.from({ length: 60 }, (_, i) => ({
    ...model,
    shipments: [],
    deliveries: [delivery(Array.from({ length: 10 }, (__, j) => `BAC-${i}-${j}`))],
  }))
  const run = localRun({ ...known, run: { ...known.run, stops } }, [])
  const started = performance.now()
  judgeScan(run, at(FIRST), { raw: 'BAC-59-9', now: NOW })
  expect(performance.now() - started).toBeLessThan(50)
})
