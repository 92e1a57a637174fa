import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ExpiryHorizon } from '../../../../src/stock/overview-schema.js'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { Loadable } from '../../ui/state/loadable.js'
import { sharesOfAmounts } from './shares.js'
import { dayIn, horizonQuery } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'
import { type Band, type WeekColumn, WeekColumns } from './week-columns.js'

const LIMITS = { stop: 30, warn: 90 } as const

/** What expires, week by week, with the limits it is judged by; a week opens its lots. */
export function HorizonPicture() {
  const grouping = useGrouping('pharmacy')
  const query = useQuery({ ...horizonQuery(grouping?.id ?? ''), enabled: grouping !== undefined })
  return <Loadable query={query}>{(horizon) => <Horizon horizon={horizon} />}</Loadable>
}

function Horizon({ horizon }: { readonly horizon: ExpiryHorizon }) {
  const t = useStockTexts()
  const formats = useFormats()
  const { columns, bands, rows } = useWeeks(horizon)
  return (
    <Picture
      title={t('horizon.title')}
      description={t('horizon.description')}
      isInteractive
      columns={[
        { header: t('columns.week') },
        { header: t('columns.lots'), isNumber: true },
        { header: t('columns.units'), isNumber: true },
        { header: t('columns.value'), isNumber: true },
      ]}
      rows={rows.map(({ label, lots, units, value }) => [
        label,
        formats.number(lots),
        formats.number(units),
        formats.euros(value),
      ])}
    >
      {columns.every(({ share }) => share === 0) ? (
        <Text c="dimmed">{t('horizon.nothing')}</Text>
      ) : (
        <WeekColumns label={t('horizon.title')} columns={columns} bands={bands} />
      )}
    </Picture>
  )
}

interface Slot {
  readonly key: string
  readonly label: string
  readonly tone: Band['tone']
  readonly search: Readonly<Record<string, unknown>>
  readonly lots: number
  readonly units: number
  readonly value: string
}

function useWeeks({ items, expired, later }: ExpiryHorizon) {
  const t = useStockTexts()
  const formats = useFormats()
  const [first] = items
  const last = items.at(-1)
  const slots: Slot[] = items.map(({ fromOn, beforeOn, ...held }) => ({
    key: fromOn,
    label: formats.day(fromOn).slice(0, 5),
    tone: fromOn < dayIn(LIMITS.stop) ? 'stop' : fromOn < dayIn(LIMITS.warn) ? 'warn' : 'ok',
    search: { vue: 'lots', de: fromOn, avant: beforeOn },
    ...held,
  }))
  if (expired.lots > 0 && first !== undefined) {
    const search = { vue: 'lots', avant: dayIn(0) }
    slots.unshift({ key: 'expired', label: t('horizon.expired'), tone: 'stop', search, ...expired })
  }
  const shares = sharesOfAmounts(slots.map(({ value }) => value))
  const columns: WeekColumn[] = slots.map((slot, index) => ({
    key: slot.key,
    label: slot.label,
    figure: formats.euros(slot.value).replace(/,\d\d/, ''),
    share: shares[index] ?? 0,
    tone: slot.tone,
    link: {
      search: slot.search,
      name: t('horizon.open', {
        day: slot.label,
        value: formats.euros(slot.value),
        lots: t('horizon.lots', { count: slot.lots }),
      }),
    },
  }))
  const words = { stop: 'horizon.band30', warn: 'horizon.band90', ok: 'horizon.bandLater' } as const
  const bands = (['stop', 'warn', 'ok'] as const).flatMap((tone): Band[] => {
    const count = slots.filter((slot) => slot.tone === tone).length
    return count === 0 ? [] : [{ key: tone, tone, columns: count, label: t(words[tone]) }]
  })
  const after = { label: t('horizon.later'), ...later }
  return { columns, bands, rows: last === undefined ? slots : [...slots, after] }
}
