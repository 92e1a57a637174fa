import { Text } from '@mantine/core'
import type { SupplyLine } from '../../../../src/orders/supply-schema.js'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { useOrdersTexts } from './texts/index.js'
import { WhyNotMore } from './why-not-more.js'

interface Props {
  readonly order: OrderView
  readonly supply: readonly SupplyLine[]
}

/** Before the stock is touched: what is whole, and what would be missing and why. */
export function Foreseen({ order, supply }: Props) {
  const t = useOrdersTexts()
  const short = supply.filter(({ explanation }) => explanation.length > 0)
  if (short.length === 0) return <Text>{t('allocation.whole')}</Text>
  const isEmpty = supply.every(({ lots }) => lots.length === 0)
  return (
    <>
      <Text>
        {isEmpty ? t('allocation.nothing') : t('allocation.short', { count: short.length })}
      </Text>
      {short.map(({ lineId, lots, explanation }) => {
        const line = order.lines.find(({ id }) => id === lineId)
        return (
          <div key={lineId}>
            <Text fw={500}>{line?.product.denomination}</Text>
            <WhyNotMore
              asked={line?.inProcessUnits ?? 0}
              given={lots.reduce((sum, { units }) => sum + units, 0)}
              explanation={explanation}
            />
          </div>
        )
      })}
    </>
  )
}
