import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { Code } from '../../ui/marks/amounts.js'
import { journeyQuery } from '../parts/journey-query.js'
import type { Tote } from './delivery-queries.js'
import { useReceiptTexts } from './texts/index.js'

/** What is known of a tote on the road: when it was handed over, and the temperatures that were read. */
export function ToteEvidence({ tote }: { readonly tote: Tote }) {
  const t = useReceiptTexts()
  const formats = useFormats()
  const { data } = useQuery(journeyQuery(tote.code))
  const read = data?.events.filter(({ temperatureDeciCelsius }) => temperatureDeciCelsius !== null)
  const droppedAt = data?.events.findLast(({ kind }) => kind === 'dropped-off')?.occurredAt
  const isCold = tote.storageClass !== 'ambient'
  return (
    <>
      {droppedAt ? (
        <Text size="sm">{t('tote.dropped', { time: formats.shortDateTime(droppedAt) })}</Text>
      ) : null}
      {tote.loggerId ? (
        <Text size="sm">
          {t('tote.logger')} <Code>{tote.loggerId}</Code>
        </Text>
      ) : null}
      {read && read.length > 0 ? (
        <Text size="sm">
          {t('tote.temperatures')}{' '}
          {read
            .map(
              ({ temperatureDeciCelsius, occurredAt }) =>
                `${formats.decimal((temperatureDeciCelsius ?? 0) / 10)}\u00a0°C (${formats.time(occurredAt)})`,
            )
            .join(' · ')}
        </Text>
      ) : isCold && data !== undefined ? (
        <Text size="sm" c="var(--nv-warn)">
          ! {t('tote.noTemperature')}
        </Text>
      ) : null}
    </>
  )
}
