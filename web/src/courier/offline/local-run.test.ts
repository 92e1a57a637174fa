import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { localRun } from './local-run.js'
import type { Act } from './model.js'
import { commandAct, eventAct, FIRST, minute, round, SECOND, shipment } from './round.builder.js'

const stopOf = (acts: readonly Act[], id = FIRST) =>
  localRun(round(), acts).stops.find((stop) => stop.id === id)
const itemOf = (acts: readonly Act[], code: string, known = round()) =>
  localRun(known, acts).items.find((item) => item.code === code)

describe('a stop on the telephone', () => {
  test('is reached and closed as its acts say, and keeps the first hour', () => {
    const acts = [
      eventAct(1, { kind: 'arrived-at-stop', runStopId: FIRST }),
      eventAct(2, { kind: 'arrived-at-stop', runStopId: FIRST }),
      eventAct(3, { kind: 'closed-stop', runStopId: FIRST }),
    ]
    expect(stopOf(acts)).toMatchObject({ state: 'done', arrivedAt: minute(1), closedAt: minute(3) })
    expect(stopOf(acts, SECOND)).toMatchObject({ state: 'pending' })
  })

  test('that failed keeps the reason; one the server refused to close is open', () => {
    const close = { name: 'close', stopId: FIRST, outcome: 'failed', reason: 'Quai fermé' } as const
    expect(stopOf([commandAct(1, close)])).toMatchObject({ state: 'failed', reason: 'Quai fermé' })
    expect(stopOf([commandAct(1, close, { state: 'refused' })])).toMatchObject({ state: 'pending' })
  })
})

describe('a container on the telephone', () => {
  const pickUp = eventAct(1, { kind: 'picked-up', containerCode: 'SAC-1', runStopId: FIRST })
  const arrived = round()
  const [first, second] = arrived.run.stops
  if (first === undefined || second === undefined) throw new TypeError('The round has two stops')
  const stops = [{ ...first, shipments: [shipment('SAC-1', { state: 'reconciled' })] }, second]
  const received = { ...arrived, run: { ...arrived.run, stops }, readAt: minute(9) }

  test('goes aboard and off again', () => {
    const dropped = eventAct(2, { kind: 'dropped-off', containerCode: 'SAC-1' })
    expect(itemOf([], 'SAC-1')?.phase).toBe('waiting')
    expect(itemOf([pickUp], 'SAC-1')).toMatchObject({ phase: 'aboard', takenAt: minute(1) })
    expect(itemOf([pickUp, dropped], 'SAC-1')).toMatchObject({ phase: 'done', doneAt: minute(2) })
  })

  test('that the laboratory received since then is not aboard any more', () => {
    const sent = { ...pickUp, state: 'sent', settledAt: minute(5) } as const
    expect(itemOf([sent], 'SAC-1', received)).toMatchObject({ phase: 'done', takenAt: minute(1) })
  })

  test('taken back after it was put down is aboard, whatever the server says has arrived', () => {
    const sent = { state: 'sent', settledAt: minute(5) } as const
    const dropped = eventAct(2, { kind: 'dropped-off', containerCode: 'SAC-1' }, sent)
    const takenBack = eventAct(3, { kind: 'picked-up', containerCode: 'SAC-1' }, sent)
    const acts = [{ ...pickUp, ...sent }, dropped, takenBack]
    expect(itemOf(acts, 'SAC-1', received)).toMatchObject({ phase: 'aboard', doneAt: null })
  })

  test('that nobody announced stays on the list', () => {
    const stranger = eventAct(1, { kind: 'picked-up', containerCode: 'X-1', runStopId: FIRST })
    expect(itemOf([stranger], 'X-1')).toMatchObject({ kind: 'unexpected', phase: 'aboard' })
  })
})

describe('the run', () => {
  test('starts and ends by its acts, once', () => {
    const planned = round({ state: 'assigned', startedAt: null })
    const acts = [commandAct(1, { name: 'start' }), commandAct(8, { name: 'complete' })]
    expect(localRun(planned, acts.slice(0, 1))).toMatchObject({
      state: 'started',
      startedAt: minute(1),
    })
    expect(localRun(planned, acts)).toMatchObject({ state: 'completed', endedAt: minute(8) })
  })

  test('knows only its own acts', () => {
    expect(
      stopOf([eventAct(1, { kind: 'closed-stop', runStopId: FIRST }, { runId: 'other' })]),
    ).toMatchObject({
      state: 'pending',
    })
  })
})

const KINDS = ['picked-up', 'dropped-off', 'arrived-at-stop', 'closed-stop'] as const
const someAct = fc
  .tuple(
    fc.integer({ min: 1, max: 50 }),
    fc.constantFrom(...KINDS),
    fc.constantFrom('BAC-1', 'BAC-3', 'SAC-1', 'X-1'),
    fc.constantFrom(FIRST, SECOND),
  )
  .map(([n, kind, containerCode, runStopId]) => eventAct(n, { kind, containerCode, runStopId }))
const someActs = fc.uniqueArray(someAct, { maxLength: 30, selector: ({ position }) => position })

property.prop([someActs, fc.gen()])(
  'the order in which acts are read from the database changes nothing',
  (acts, g) => {
    const shuffled = g(() => fc.shuffledSubarray(acts, { minLength: acts.length }))
    expect(localRun(round(), shuffled)).toEqual(localRun(round(), acts))
  },
)
