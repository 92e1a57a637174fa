import {
  ExamView,
  ReceptionView,
  ShipmentView,
  StabilityRuleView,
} from '../../../../src/specimens/view-schema.js'
import type { Alliance } from './alliance.js'

/** An exam that may be done up to six hours after the tube was drawn. */
export async function enterExam({ cast, laboratoryId }: Alliance, code: string) {
  const source = 'Manuel de prélèvement, v12'
  const exam = await cast.biologist.post('/exams', ExamView, {
    ...{ groupingId: laboratoryId, code, label: 'Numération', letterB: 30, source },
  })
  await cast.biologist.post('/stability-rules', StabilityRuleView, {
    ...{ examId: exam.id, idealMinutes: 180, maximumMinutes: 360, source },
    validFrom: '2025-01-01',
  })
  return exam
}

/** Packs these tubes at Alpha and seals the container. */
export async function sealShipment(
  { cast, laboratoryId, alpha, world }: Alliance,
  tubeCodes: readonly string[],
  examCode: string,
) {
  const { establishmentId, deliveryPointId } = alpha
  const { requester } = cast
  const draft = await requester.post('/specimen-shipments', ShipmentView, {
    ...{ groupingId: laboratoryId, establishmentId, deliveryPointId },
    temperatureClass: 'ambient',
  })
  const path = `/specimen-shipments/${draft.id}`
  for (const code of tubeCodes) {
    await requester.post(`${path}/tubes`, ShipmentView, {
      ...{ code, tubeType: 'EDTA', examCodes: [examCode] },
      collectedAt: world.clock.now().toISOString(),
    })
  }
  return requester.post(`${path}/seal`, ShipmentView, {
    sealNumber: 'S-4711',
    checklist: {
      leakproofPrimary: true,
      leakproofSecondaryAbsorbent: true,
      rigidOuter: true,
      papersOutside: true,
    },
  })
}

interface Verdict {
  readonly tubeCode: string
  readonly verdict: string
  readonly inputMode?: 'scan' | 'hand'
  readonly reasonCode?: string
}

/** The bench decides about one tube. */
export const receiveTube = ({ cast }: Alliance, shipmentId: string, verdict: Verdict) =>
  cast['lab-technician'].post(`/specimen-shipments/${shipmentId}/receptions`, ReceptionView, {
    inputMode: 'scan',
    ...verdict,
  })
