import type { ShipmentSummary } from '../../../src/specimens/view-schema.js'
import { useLabTexts } from './lab-texts.js'

/** Who has the container now: the kind of holder and the name, when it is known. */
export function useHolderName(): (holder: ShipmentSummary['holder']) => string {
  const texts = useLabTexts()
  return (holder) => {
    if (holder === null) return '–'
    const kind = texts.word('holder', holder.kind)
    return holder.name === null ? kind : texts('holderNamed', { kind, name: holder.name })
  }
}
