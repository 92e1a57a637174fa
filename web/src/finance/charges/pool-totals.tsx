import type { ChargeView, CostPoolView } from '../../../../src/billing/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Tile, Tiles } from '../../ui/layout/tile.js'
import { sumOf } from '../kit/exact.js'
import { useChargesTexts } from './texts.js'

interface Props {
  readonly charges: readonly ChargeView[]
  readonly pools: readonly CostPoolView[]
}

/** What each pool has so far; one that has nothing is seen at once. */
export function PoolTotals({ charges, pools }: Props) {
  const texts = useChargesTexts()
  const formats = useFormats()
  return (
    <Tiles>
      {pools.map(({ id, label }) => {
        const own = charges.filter(({ poolId }) => poolId === id)
        const count = own.length === 0 ? texts('noCharge') : texts('lines', { count: own.length })
        return (
          <Tile
            key={id}
            label={`${label} · ${count}`}
            value={formats.euros(sumOf(own.map(({ amount }) => amount)))}
            tone={own.length === 0 ? 'warn' : 'neutral'}
          />
        )
      })}
      <Tile
        label={texts('total')}
        value={formats.euros(sumOf(charges.map(({ amount }) => amount)))}
      />
    </Tiles>
  )
}
