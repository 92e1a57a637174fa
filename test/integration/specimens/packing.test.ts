import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CalendarDate } from '../../../src/kernel/calendar.js'
import {
  addTube,
  cancelShipment,
  createExam,
  createShipment,
  createStabilityRule,
  declareLost,
  findShipment,
  forecastPickUp,
  getShipment,
  listExams,
  listShipments,
  removeTube,
  sealShipment,
} from '../../../src/specimens/index.js'
import { SpecimenLabel } from '../../../templates/specimen-label/data.js'
import { SpecimenManifest } from '../../../templates/specimen-manifest/data.js'
import { openWorld, type World } from '../../builders/world.js'
import {
  CHECKLIST,
  draft,
  givenExam,
  givenRun,
  givenSealed,
  type Laboratory,
  openLaboratory,
  seal,
  stateOf,
  tube,
} from './laboratory.js'

let world: World
let laboratory: Laboratory

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const code = (value: string) => expect.objectContaining({ code: value })

describe('packing specimens', () => {
  beforeAll(async () => {
    laboratory = await openLaboratory(world)
    await givenExam(laboratory, { code: 'K', maximumMinutes: 240, temperatureClass: 'ambient' })
    await givenExam(laboratory, { code: 'NFS', maximumMinutes: 720 })
    await givenExam(laboratory, { code: 'GDS', isCourierForbidden: true })
    await givenExam(laboratory, { code: 'RARE' })
  })

  test('gives a draft its number and its own container code', async () => {
    const [first, second] = [
      await draft(laboratory, laboratory.requester),
      await draft(laboratory, laboratory.requester),
    ]
    expect(first.number).toMatch(/^LB-2026-\d{5}$/)
    expect(second.containerCode).not.toBe(first.containerCode)
    expect(first).toMatchObject({ state: 'draft', tubes: [], holder: null })
  })

  test('refuses an establishment that is no member today, and a pharmacy', async () => {
    const { groupingId } = laboratory
    const left = await world.given.member(groupingId, { toOn: CalendarDate.parse('2026-03-11') })
    const wish = { ...left, groupingId, temperatureClass: 'ambient' } as const
    const { careUnitId: _, ...input } = wish
    await expect(createShipment(laboratory.technician, input)).rejects.toEqual(code('not-a-member'))
    const pharmacy = await world.given.grouping()
    const biologist = await world.as({ role: 'biologist', groupingId: pharmacy })
    await expect(createShipment(biologist, { ...input, groupingId: pharmacy })).rejects.toEqual(
      code('invalid-input'),
    )
  })

  test('dates a tube by its least stable exam and keeps the rule that decided', async () => {
    const { id } = await draft(laboratory, laboratory.requester)
    const collectedAt = new Date('2026-03-12T07:30:00Z')
    const view = await addTube(laboratory.requester, id, tube('T-1', ['NFS', 'K'], { collectedAt }))
    expect(view.tubes[0]).toMatchObject({
      code: 'T-1',
      deadlineAt: '2026-03-12T11:30:00.000Z',
      deciding: { examCode: 'K', version: 1 },
    })
  })

  test('shows an exam nobody wrote a rule for', async () => {
    const { id } = await draft(laboratory, laboratory.requester)
    const view = await addTube(laboratory.requester, id, tube('T-RARE', ['RARE']))
    expect(view.tubes[0]).toMatchObject({ deadlineAt: null, exams: [{ hasRule: false }] })
  })

  test('refuses another class, a courier-forbidden exam, an unknown exam and the future', async () => {
    const cold = await draft(laboratory, laboratory.requester, 'cold')
    const add = (input: ReturnType<typeof tube>) => addTube(laboratory.requester, cold.id, input)
    await expect(add(tube('T-2', ['K']))).rejects.toEqual(code('container-class-mixed'))
    await expect(add(tube('T-2', ['NFS', 'GDS']))).rejects.toEqual(code('courier-forbidden-exam'))
    await expect(add(tube('T-2', ['NFS', 'XYZ']))).rejects.toMatchObject({
      details: { errors: [{ path: 'examCodes.1' }] },
    })
    const collectedAt = new Date('2026-03-12T09:00:00Z')
    await expect(add(tube('T-2', ['NFS'], { collectedAt }))).rejects.toEqual(code('invalid-input'))
    expect((await getShipment(laboratory.requester, cold.id)).tubes).toEqual([])
  })

  test('a tube is in one open shipment: the second names the first, until it is taken out', async () => {
    const first = await draft(laboratory, laboratory.requester)
    const second = await draft(laboratory, laboratory.requester)
    const { tubes } = await addTube(laboratory.requester, first.id, tube('T-3', ['NFS']))
    await expect(
      addTube(laboratory.requester, second.id, tube('T-3', ['NFS'])),
    ).rejects.toMatchObject({ code: 'duplicate', details: { number: first.number } })
    const [packed] = tubes
    if (packed === undefined) throw new TypeError('No tube')
    await removeTube(laboratory.requester, first.id, packed.id)
    const view = await addTube(laboratory.requester, second.id, tube('T-3', ['NFS']))
    expect(view.tubeCount).toBe(1)
  })

  test('a tube in the shipment of another member is refused without naming it', async () => {
    const { groupingId, requester } = laboratory
    const other = await world.given.member(groupingId)
    const { establishmentId, deliveryPointId } = other
    const stranger = await world.as({ role: 'requester', groupingId, establishmentId })
    const theirs = await createShipment(stranger, {
      groupingId,
      establishmentId,
      deliveryPointId,
      temperatureClass: 'ambient',
    })
    await addTube(stranger, theirs.id, tube('T-4', ['NFS']))
    const mine = await draft(laboratory, requester)
    const refusal = addTube(requester, mine.id, tube('T-4', ['NFS']))
    await expect(refusal).rejects.toMatchObject({ code: 'duplicate', details: { code: 'T-4' } })
    await expect(refusal).rejects.not.toHaveProperty('details.number')
    await expect(getShipment(requester, theirs.id)).rejects.toEqual(code('not-found'))
    await expect(addTube(requester, theirs.id, tube('T-5', ['NFS']))).rejects.toEqual(
      code('not-found'),
    )
  })

  test('two people racing for one tube: one packs it', async () => {
    const drafts = [
      await draft(laboratory, laboratory.requester),
      await draft(laboratory, laboratory.requester),
    ]
    const outcomes = await Promise.allSettled(
      drafts.map(({ id }) => addTube(laboratory.requester, id, tube('T-RACE', ['NFS']))),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'duplicate' },
    })
  })

  test('only a biologist keeps the catalogue; a new version ends the former one', async () => {
    const { technician, biologist, groupingId } = laboratory
    const exam = { groupingId, code: 'TP', label: 'TP', isCourierForbidden: false, source: 'GEHT' }
    await expect(createExam(technician, exam)).rejects.toEqual(code('forbidden'))
    const { id: examId } = await createExam(biologist, exam)
    await expect(createExam(biologist, exam)).rejects.toEqual(code('duplicate'))
    const rule = { examId, idealMinutes: 60, isDerogable: false, source: 'GEHT' } as const
    const day = (text: string) => CalendarDate.parse(text)
    await createStabilityRule(biologist, {
      ...rule,
      maximumMinutes: 240,
      validFrom: day('2026-01-01'),
    })
    const second = await createStabilityRule(biologist, {
      ...rule,
      maximumMinutes: 360,
      validFrom: day('2026-03-10'),
    })
    expect(second.version).toBe(2)
    const { id } = await draft(laboratory, laboratory.requester)
    const dated = async (name: string, at: string) =>
      (
        await addTube(laboratory.requester, id, tube(name, ['TP'], { collectedAt: new Date(at) }))
      ).tubes.at(-1)?.deciding?.version
    expect(await dated('TP-1', '2026-03-09T08:00:00Z')).toBe(1)
    expect(await dated('TP-2', '2026-03-12T07:00:00Z')).toBe(2)
    expect((await listExams(laboratory.requester, { limit: 50, groupingId })).items).toContainEqual(
      expect.objectContaining({ code: 'TP' }),
    )
  })
})

describe('sealing', () => {
  beforeAll(async () => {
    laboratory = await openLaboratory(world)
    await givenExam(laboratory, { code: 'NFS', maximumMinutes: 240 })
    await givenExam(laboratory, { code: 'K', maximumMinutes: 60 })
  })

  test('needs tubes, their collection times, the whole checklist and a logger when cold', async () => {
    const { requester } = laboratory
    const { id } = await draft(laboratory, requester, 'cold')
    const cold = seal({ loggerId: 'L-1', overrideReason: 'Coursier appelé' })
    await expect(sealShipment(requester, id, cold)).rejects.toMatchObject({
      details: { errors: [{ path: 'tubes' }] },
    })
    await addTube(requester, id, tube('S-1', ['NFS']))
    await expect(sealShipment(requester, id, cold)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { errors: [{ path: 'tubes.0.collectedAt' }] },
    })
    await expect(
      sealShipment(requester, id, { ...cold, checklist: { ...CHECKLIST, rigidOuter: false } }),
    ).rejects.toMatchObject({ details: { errors: [{ path: 'checklist.rigidOuter' }] } })
    await expect(sealShipment(requester, id, seal())).rejects.toEqual(code('cold-chain-incomplete'))
    expect(await stateOf(laboratory, id)).toBe('draft')
  })

  test('waits for a reason when no run brings it in time, then gives it to the next run', async () => {
    const { requester } = laboratory
    const { id } = await draft(laboratory, requester)
    const collectedAt = world.clock.now()
    await addTube(requester, id, tube('S-2', ['NFS'], { collectedAt }))
    await expect(sealShipment(requester, id, seal())).rejects.toMatchObject({
      code: 'cut-off-passed',
      details: { expectedAt: null },
    })
    const foreseen = () => forecastPickUp(requester, id)
    expect(await foreseen()).toMatchObject({ pickUp: null, needsReason: true })
    await givenRun(laboratory, { inMinutes: 200, rideMinutes: 30 })
    await expect(sealShipment(requester, id, seal())).rejects.toMatchObject({
      code: 'cut-off-passed',
      details: { expectedAt: '2026-03-12T11:50:00.000Z' },
    })
    expect(await foreseen()).toMatchObject({
      pickUp: { expectedAt: '2026-03-12T11:50:00.000Z' },
      deadlineAt: '2026-03-12T12:00:00.000Z',
      needsReason: true,
    })
    const { stopId } = await givenRun(laboratory, { inMinutes: 100, rideMinutes: 30 })
    expect(await foreseen()).toMatchObject({ needsReason: false })
    await addTube(requester, id, tube('S-3', ['NFS'], { collectedAt, urgency: 'urgent' }))
    const sealed = await sealShipment(requester, id, seal())
    expect(sealed).toMatchObject({
      state: 'sealed',
      runStopId: stopId,
      deadlineAt: '2026-03-12T12:00:00.000Z',
      isUrgent: true,
      holder: { kind: 'sender', id: laboratory.member.establishmentId },
    })
    await expect(addTube(requester, id, tube('S-4', ['NFS']))).rejects.toEqual(code('wrong-state'))
    await expect(sealShipment(requester, id, seal())).rejects.toEqual(code('wrong-state'))
  })

  test('issues a label and a slip whose frozen data their templates accept', async () => {
    const sealed = await givenSealed(laboratory, ['S-5', 'S-6'], 'K')
    expect(sealed.documents.map(({ kind }) => kind)).toEqual([
      'specimen-label',
      'specimen-manifest',
    ])
    const documents = await world.owner.prisma.document.findMany({
      where: { subjectId: sealed.id },
      orderBy: { id: 'asc' },
    })
    const label = SpecimenLabel.parse(documents[0]?.data)
    expect(label).toMatchObject({ containerCode: sealed.containerCode, tubeCount: 2 })
    const slip = SpecimenManifest.parse(documents[1]?.data)
    expect(slip).toMatchObject({
      number: sealed.number,
      checkedLayers: ['primary', 'secondary', 'outer'],
    })
    expect(slip.tubes.map(({ code: tubeCode }) => tubeCode)).toEqual(['S-5', 'S-6'])
    expect(sealed.checklist).toMatchObject({ overrideReason: 'Coursier appelé' })
  })

  test('is undone before the first pick-up, and frees the tubes', async () => {
    const sealed = await givenSealed(laboratory, ['S-7'])
    const cancelled = await cancelShipment(laboratory.requester, sealed.id, { reason: 'Erreur' })
    expect(cancelled).toMatchObject({ state: 'cancelled', tubeCount: 0 })
    expect((await givenSealed(laboratory, ['S-7'])).state).toBe('sealed')
  })

  test('a sealed container may be lost and found by the hub, not by a member', async () => {
    const sealed = await givenSealed(laboratory, ['S-8'])
    const reason = { reason: 'Introuvable' }
    await expect(declareLost(laboratory.requester, sealed.id, reason)).rejects.toEqual(
      code('not-found'),
    )
    expect((await declareLost(laboratory.technician, sealed.id, reason)).state).toBe('lost')
    expect((await findShipment(laboratory.technician, sealed.id, reason)).state).toBe('sealed')
  })

  test('the board lists what expires first', async () => {
    const { items } = await listShipments(laboratory.technician, {
      limit: 50,
      groupingId: laboratory.groupingId,
      state: ['sealed'],
    })
    const deadlines = items.map(({ deadlineAt }) => deadlineAt)
    expect(deadlines).toEqual([...deadlines].sort())
    const [first, ...rest] = items
    const page = await listShipments(laboratory.technician, {
      limit: 50,
      state: ['sealed'],
      groupingId: laboratory.groupingId,
      cursor: first?.id ?? '',
    })
    expect(page.items.map(({ id }) => id)).toEqual(rest.map(({ id }) => id))
  })
})
