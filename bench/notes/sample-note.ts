import { deliveryNoteSample } from '../../templates/delivery-note/sample.js'
import type { DocumentData } from '../../templates/registry.js'
import { generator } from '../lib/random.js'

export type Note = DocumentData<'delivery-note'>

const LINES = 40

/** A note of 40 lines whose lots no note before had: nothing drawn earlier can be reused for its symbols. */
export function noteNumbered(number: number): Note {
  const random = generator(number + 1)
  const models = deliveryNoteSample.lines
  const lines = Array.from({ length: LINES }, (_, index) => {
    const model = models[Math.floor(random() * models.length)] ?? models[0]
    const units = 1 + Math.floor(random() * 60)
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
    const lot = {
      lot: `L${number}${String.fromCharCode(65 + (index % 26))}${Math.floor(random() * 10_000)}`,
      expiresOn: `2028-${month}-28`,
      units,
      gtin: '03400936381575',
    }
    return {
      ...model,
      flags: [],
      orderedUnits: units,
      backorderUnits: 0,
      lots: [lot],
    } as Note['lines'][number]
  })
  return { ...deliveryNoteSample, number: `BL-2026-${String(number).padStart(5, '0')}`, lines }
}
