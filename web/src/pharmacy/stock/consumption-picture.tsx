import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { WeeklyConsumption } from '../../../../src/stock/overview-schema.js'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { Loadable } from '../../ui/state/loadable.js'
import { sharesOf, sharesOfAmounts } from './shares.js'
import { consumptionQuery } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'
import { WeekColumns } from './week-columns.js'

interface Props {
  /** Of one product in units; without it, of everything in euros. */
  readonly productId?: string
  readonly level?: 2 | 3
}

export function ConsumptionPicture({ productId, level = 2 }: Props) {
  const grouping = useGrouping('pharmacy')
  const query = useQuery({
    ...consumptionQuery(grouping?.id ?? '', productId),
    enabled: grouping !== undefined,
  })
  return (
    <Loadable query={query}>
      {({ items }) => <Weeks items={items} inUnits={productId !== undefined} level={level} />}
    </Loadable>
  )
}

interface WeeksProps extends WeeklyConsumption {
  readonly inUnits: boolean
  readonly level: 2 | 3
}

function Weeks({ items, inUnits, level }: WeeksProps) {
  const t = useStockTexts()
  const formats = useFormats()
  const shares = inUnits
    ? sharesOf(items.map(({ units }) => units))
    : sharesOfAmounts(items.map(({ value }) => value))
  const title = t('consumption.title')
  return (
    <Picture
      title={title}
      description={t(inUnits ? 'consumption.description' : 'consumption.descriptionValue')}
      level={level}
      isInteractive
      columns={[
        { header: t('columns.week') },
        { header: t('columns.units'), isNumber: true },
        { header: t('columns.value'), isNumber: true },
      ]}
      rows={items.map(({ fromOn, units, value }) => [
        formats.day(fromOn),
        formats.number(units),
        formats.euros(value),
      ])}
    >
      {shares.every((share) => share === 0) ? (
        <Text c="dimmed">{t('consumption.empty')}</Text>
      ) : (
        <WeekColumns
          label={title}
          columns={items.map(({ fromOn, units, value }, index) => ({
            key: fromOn,
            label: formats.day(fromOn).slice(0, 5),
            figure: inUnits ? formats.number(units) : formats.euros(value).replace(/,\d\d/, ''),
            share: shares[index] ?? 0,
            tone: index === items.length - 1 ? 'current' : 'ok',
          }))}
        />
      )}
    </Picture>
  )
}
