import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type CustodyFact, type Journey, projectCustody } from './project-custody.js'

const ANNE = '00000000-0000-4000-8000-00000000000a'
const BORIS = '00000000-0000-4000-8000-00000000000b'
const HUB = '00000000-0000-4000-8000-0000000000ff'
const LOCKER = '00000000-0000-4000-8000-0000000000ee'
const SITE = '00000000-0000-4000-8000-0000000000aa'
const journey: Journey = {
  origin: { kind: 'sender', id: SITE },
  destination: { kind: 'hub', id: HUB },
}

const minute = (value: number): Date => new Date(Date.UTC(2026, 2, 12, 8, value))

let made = 0
function event(kind: string, at: number, wish: Partial<CustodyFact> = {}): CustodyFact {
  made += 1
  return {
    eventId: `event-${made}`,
    deviceId: 'device-1',
    sequence: made,
    kind,
    tubeCode: null,
    actorId: ANNE,
    counterpart: null,
    placeEstablishmentId: null,
    occurredAt: minute(at),
    ...wish,
  }
}

const reasons = (events: readonly CustodyFact[]) =>
  projectCustody(events, journey).findings.map(({ reason }) => reason)

describe('the holder of a container', () => {
  test('is the sender while nobody took it', () => {
    expect(projectCustody([event('temperature', 1)], journey).holder).toEqual(journey.origin)
  })

  test('is the courier who picked it up, then the hub where it was dropped off', () => {
    const pickUp = event('picked-up', 1)
    expect(projectCustody([pickUp], journey).holder).toEqual({ kind: 'courier', id: ANNE })
    const state = projectCustody([pickUp, event('dropped-off', 9)], journey)
    expect(state).toMatchObject({
      holder: journey.destination,
      pickedUpAt: minute(1),
      arrivedAt: minute(9),
      findings: [],
    })
  })

  test('is the place where it waits when that is not its destination', () => {
    const drop = event('dropped-off', 5, { placeEstablishmentId: LOCKER })
    const state = projectCustody([event('picked-up', 1), drop], journey)
    expect(state.holder).toEqual({ kind: 'establishment', id: LOCKER })
    expect(state.arrivedAt).toBeNull()
  })

  test('changes at a handover, which both sides confirm', () => {
    const given = event('handed-over', 5, { counterpart: BORIS })
    const taken = event('picked-up', 6, { actorId: BORIS })
    expect(reasons([event('picked-up', 1), given])).toEqual(['one-sided-handover'])
    const state = projectCustody([event('picked-up', 1), given, taken], journey)
    expect(state).toMatchObject({ holder: { kind: 'courier', id: BORIS }, findings: [] })
  })

  test('stays the first courier when a second one says the same', () => {
    const second = event('picked-up', 2, { actorId: BORIS })
    const state = projectCustody([second, event('picked-up', 1)], journey)
    expect(state.holder).toEqual({ kind: 'courier', id: ANNE })
    expect(state.findings).toEqual([{ reason: 'second-pick-up', eventId: second.eventId }])
  })

  test('a container that arrives without a pick-up was picked up: inferred, and said so', () => {
    const state = projectCustody([event('received', 7)], journey)
    expect(state).toMatchObject({ pickedUpAt: minute(7), arrivedAt: minute(7) })
    expect(state.findings.map(({ reason }) => reason)).toEqual(['inferred-pick-up'])
  })

  test('does not change after arrival', () => {
    const events = [event('picked-up', 1), event('dropped-off', 2), event('picked-up', 3)]
    expect(projectCustody(events, journey).holder).toEqual(journey.destination)
    expect(reasons(events)).toEqual(['after-arrival'])
  })

  test('a tube scanned alone says nothing of its container', () => {
    const state = projectCustody([event('picked-up', 1, { tubeCode: 'T1' })], journey)
    expect(state).toMatchObject({ holder: journey.origin, loadedTubes: ['T1'] })
  })
})

const KINDS = ['picked-up', 'handed-over', 'dropped-off', 'temperature', 'received'] as const

const anyEvent = fc.record({
  deviceId: fc.constantFrom('device-1', 'device-2'),
  kind: fc.constantFrom(...KINDS),
  tubeCode: fc.option(fc.constantFrom('T1', 'T2'), { freq: 4 }),
  actorId: fc.constantFrom(ANNE, BORIS),
  counterpart: fc.option(fc.constantFrom(ANNE, BORIS, 'Quai nord')),
  placeEstablishmentId: fc.option(fc.constantFrom(HUB, LOCKER)),
  occurredAt: fc.integer({ min: 0, max: 8 }).map(minute),
})

/** Events of a story, and the same ones shuffled with repetitions. */
const retold = fc
  .array(anyEvent, { minLength: 1, maxLength: 12 })
  .map((drafts) => drafts.map((draft, i) => ({ ...draft, eventId: `e${i}`, sequence: i })))
  .chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc
        .shuffledSubarray([...events, ...events], {
          minLength: events.length,
          maxLength: events.length * 2,
        })
        .map((some) => [...some, ...events.toReversed()]),
    ),
  )

describe('the projection', () => {
  property.prop([retold], { numRuns: 1000 })(
    'is the same for any order and any repetition of the same events',
    ([events, again]) => {
      expect(projectCustody(again, journey)).toEqual(projectCustody(events, journey))
    },
  )

  property.prop([retold], { numRuns: 1000 })(
    'has exactly one holder after every event, and never one after arrival but the destination',
    ([events]) => {
      const told = events.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())
      for (const [i] of told.entries()) {
        const { holder, arrivedAt, pickedUpAt } = projectCustody(told.slice(0, i + 1), journey)
        expect(holder.kind).toBeTruthy()
        if (arrivedAt !== null) expect(holder).toEqual(journey.destination)
        if (pickedUpAt === null) expect(holder).toEqual(journey.origin)
      }
    },
  )
})
