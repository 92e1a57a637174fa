import {
  AddTubeInput,
  addTube,
  CreateShipmentInput,
  createShipment,
  ReceiveTubeInput,
  receiveTube,
  reconcileShipment,
  type ShipmentView,
  sealShipment,
  startReceiving,
} from '../specimens/index.js'
import type { Login } from './cast.js'
import type { EstablishmentKey } from './data/alliance.js'
import { EXAMS, PANELS } from './data/laboratory.js'
import type { Stage } from './play-supply.js'
import { siteOf } from './set-rules.js'

/** Who packs specimens at each member of the laboratory outside the hub. */
export const SENDERS = {
  fleurs: 'cadre.fleurs',
  hfb: 'cadre.hfb',
  mgen: 'ide.mgen',
} as const satisfies Partial<Record<EstablishmentKey, Login>>
export type LaboratoryMember = keyof typeof SENDERS

const PACKED = {
  leakproofPrimary: true,
  leakproofSecondaryAbsorbent: true,
  rigidOuter: true,
  papersOutside: true,
}

const MINUTE_MS = 60_000

/** The ward collects early in the morning, packs and seals before the van comes. */
export async function sendTubes(
  { alliance, clock, chance }: Stage,
  member: LaboratoryMember,
): Promise<ShipmentView> {
  const { establishmentId, deliveryPointId } = siteOf(alliance, member)
  const sender = alliance.cast.as(SENDERS[member])
  const draft = await createShipment(
    sender,
    CreateShipmentInput.parse({
      ...{ groupingId: alliance.groupings.laboratory, establishmentId, deliveryPointId },
      temperatureClass: 'ambient',
    }),
  )
  // Now and then a ward collects long before the van comes: the laboratory will see it.
  const waitedMinutes = chance.oneIn(12) ? chance.between(200, 320) : chance.between(5, 40)
  for (let tubes = chance.between(3, 6); tubes > 0; tubes -= 1) {
    const panel = chance.pick(PANELS)
    const exam = EXAMS.find(({ code }) => code === panel[0])
    await addTube(
      sender,
      draft.id,
      AddTubeInput.parse({
        code: `EC${chance.between(10_000_000, 99_999_999)}`,
        tubeType: exam?.tubeType ?? 'sec',
        urgency: chance.oneIn(8) ? 'urgent' : 'routine',
        collectedAt: new Date(
          clock.now().getTime() - (waitedMinutes + tubes) * MINUTE_MS,
        ).toISOString(),
        collectedBy: 'IDE',
        examCodes: panel,
      }),
    )
  }
  return sealShipment(sender, draft.id, {
    sealNumber: `SP${chance.between(100_000, 999_999)}`,
    checklist: PACKED,
    overrideReason: 'Horaire de ramassage convenu avec le laboratoire',
  })
}

/** The bench: every tube scanned, one in twenty missing, one in twenty-five not usable. */
export async function receiveTubes(
  { alliance, chance }: Stage,
  shipment: ShipmentView,
): Promise<void> {
  const technician = alliance.cast.as('technicien')
  await startReceiving(technician, shipment.id)
  for (const { code, deadlineAt } of shipment.tubes) {
    const isLate = deadlineAt !== null && new Date(deadlineAt) < technician.clock()
    await receiveTube(
      technician,
      shipment.id,
      ReceiveTubeInput.parse(verdictOn(code, { chance, isLate })),
    )
  }
  await reconcileShipment(technician, shipment.id)
}

function verdictOn(
  tubeCode: string,
  { chance, isLate }: { chance: Stage['chance']; isLate: boolean },
) {
  if (isLate)
    return { tubeCode, verdict: 'rejected', inputMode: 'scan', reasonCode: 'delay-exceeded' }
  if (chance.oneIn(20))
    return { tubeCode, verdict: 'missing', inputMode: 'hand', reasonCode: 'SNR' }
  if (chance.oneIn(25))
    return { tubeCode, verdict: 'rejected', inputMode: 'scan', reasonCode: 'RH' }
  return { tubeCode, verdict: 'accepted', inputMode: 'scan' }
}
