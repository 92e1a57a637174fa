import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assignRun, listSignatures, signHandover, startRun } from '../../../src/courier/index.js'
import { newId, RunId, RunStopId } from '../../../src/kernel/ids.js'
import { openWorld, type World } from '../../builders/world.js'
import { type Cast, givenRuns, openCast } from './rounds.js'

let world: World
let cast: Cast
let runId: RunId
let near: RunStopId
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.clock.set('2026-03-12T05:00:00Z')
  cast = await openCast(world)
  const [run] = (await givenRuns(cast)).runs
  runId = RunId.parse(run?.id)
  near = RunStopId.parse(run?.runStops[0]?.id)
  await assignRun(cast.dispatcher, runId, { courierId: cast.courier.actor.userId })
  await startRun(cast.courier, runId)
})
afterAll(() => world.close())

const signature = (wish: { readonly id?: string; readonly signerName?: string } = {}) => ({
  id: crypto.randomUUID(),
  signerName: 'Anne Leroy',
  signerQuality: 'Infirmière',
  containerCodes: ['bac-pui-2026-00131'],
  strokes: [
    [
      { x: 10, y: 20 },
      { x: 500, y: 640 },
    ],
  ],
  at: new Date('2026-03-12T04:50:00Z'),
  ...wish,
})

describe('a signature at a stop', () => {
  test('is kept with who, what and when, and seen by the establishment that gave it', async () => {
    const given = signature()
    await signHandover(cast.courier, { runId, stopId: near }, given)
    const { groupingId } = cast
    const { establishmentId } = cast.near
    const member = await world.as({ role: 'receiver', groupingId, establishmentId })
    expect((await listSignatures(member, { runId, stopId: near })).items).toEqual([
      {
        id: given.id,
        runStopId: near,
        signerName: 'Anne Leroy',
        signerQuality: 'Infirmière',
        containerCodes: ['BAC-PUI-2026-00131'],
        strokes: given.strokes,
        actorId: cast.courier.actor.userId,
        signedAt: '2026-03-12T04:50:00.000Z',
        receivedAt: '2026-03-12T05:00:00.000Z',
      },
    ])
  })

  test('is not seen by another establishment', async () => {
    await signHandover(cast.courier, { runId, stopId: near }, signature())
    const { groupingId } = cast
    const { establishmentId } = cast.far
    const other = await world.as({ role: 'receiver', groupingId, establishmentId })
    expect((await listSignatures(other, { runId, stopId: near })).items).toEqual([])
  })

  test('told twice is kept once; another one under its id is refused', async () => {
    const given = signature()
    await signHandover(cast.courier, { runId, stopId: near }, given)
    await signHandover(cast.courier, { runId, stopId: near }, given)
    const other = signature({ id: given.id, signerName: 'Paul Martin' })
    await expect(signHandover(cast.courier, { runId, stopId: near }, other)).rejects.toMatchObject({
      code: 'duplicate',
    })
    const { items } = await listSignatures(cast.dispatcher, { runId, stopId: near })
    expect(items.map(({ signerName }) => signerName)).toEqual(['Anne Leroy'])
  })

  test('is never changed', async () => {
    const { id } = await signHandover(cast.courier, { runId, stopId: near }, signature())
    await expect(
      world.owner.prisma.handoverSignature.updateMany({
        where: { id },
        data: { signerName: 'Quelqu’un' },
      }),
    ).rejects.toThrow(/never changed/)
  })

  test('is taken by the courier of the run, at a stop of the run', async () => {
    const stranger = await world.as({ role: 'courier', groupingId: cast.groupingId })
    await expect(
      signHandover(stranger, { runId, stopId: near }, signature()),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const elsewhere = newId(RunStopId)
    await expect(
      signHandover(cast.courier, { runId, stopId: elsewhere }, signature()),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
