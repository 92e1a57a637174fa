import { Button, Chip, Group, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { useUiTexts } from '../../ui/texts.js'
import { SearchField } from './search-field.js'
import { placesQuery } from './stock-queries.js'
import { STORAGE_CLASSES, type StockSearch } from './stock-search.js'
import { useStockTexts } from './texts/index.js'
import { usePlaceName } from './use-place-name.js'

const EXPIRIES = [30, 90, 180] as const

interface Props {
  readonly view: 'produits' | 'lots'
  readonly filters: StockSearch
  readonly change: (part: Partial<StockSearch>) => void
}

/** Search as typed and filters, kept in the address. */
export function StockFilters({ view, filters, change }: Props) {
  const t = useStockTexts()
  const storage = useUiTexts()
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('filters.label')}>
      <SearchField value={filters.q} onChange={(q) => change({ q })} label={t('search')} />
      <Select
        label={t('filters.class')}
        placeholder={t('filters.anyClass')}
        data={STORAGE_CLASSES.map((each) => ({
          value: each,
          label: storage.word('storage', each),
        }))}
        value={filters.classe ?? null}
        onChange={(chosen) => change({ classe: STORAGE_CLASSES.find((each) => each === chosen) })}
        clearable
        w={{ base: '100%', xs: 200 }}
      />
      <Select
        label={t('filters.expiry')}
        placeholder={t('filters.anyExpiry')}
        data={EXPIRIES.map((days) => ({
          value: String(days),
          label: t('filters.within', { count: days }),
        }))}
        value={filters.jours === undefined ? null : String(filters.jours)}
        onChange={(chosen) =>
          change({
            jours: EXPIRIES.find((days) => String(days) === chosen),
            de: undefined,
            avant: undefined,
          })
        }
        clearable
        w={{ base: '100%', xs: 190 }}
      />
      <Group gap="xs" pb={4}>
        <Flag
          label={t('filters.narcotics')}
          value={filters.stup}
          set={(stup) => change({ stup })}
        />
        <Flag
          label={t('filters.blocked')}
          value={filters.bloque}
          set={(bloque) => change({ bloque })}
        />
        {view === 'produits' ? (
          <>
            <Flag
              label={t('filters.allotment')}
              value={filters.dotation}
              set={(dotation) => change({ dotation })}
            />
            <Flag
              label={t('filters.unavailable')}
              value={filters.epuise}
              set={(epuise) => change({ epuise })}
            />
            <Flag
              label={t('filters.empty')}
              value={filters.vides}
              set={(vides) => change({ vides })}
            />
          </>
        ) : null}
        <Narrowed view={view} filters={filters} change={change} />
        <ClearAll filters={filters} change={change} />
      </Group>
    </Group>
  )
}

interface FlagProps {
  readonly label: string
  readonly value: boolean | undefined
  readonly set: (value: boolean | undefined) => void
}

function Flag({ label, value = false, set }: FlagProps) {
  return (
    <Chip checked={value} onChange={(checked) => set(checked || undefined)} radius="md">
      {label}
    </Chip>
  )
}

/** Everything but the view. */
function ClearAll({ filters, change }: Omit<Props, 'view'>) {
  const t = useStockTexts()
  const asked = Object.entries(filters).filter(
    ([key, value]) => key !== 'vue' && value !== undefined,
  )
  if (asked.length === 0) return null
  return (
    <Button
      variant="subtle"
      onClick={() => change(Object.fromEntries(asked.map(([key]) => [key, undefined])))}
    >
      {t('filters.clear')}
    </Button>
  )
}

/** What another page narrowed the lots to, and how to take it off. */
function Narrowed({ view, filters, change }: Props) {
  const t = useStockTexts()
  const formats = useFormats()
  const grouping = useGrouping('pharmacy')
  const placeName = usePlaceName()
  const places = useQuery({
    ...placesQuery(grouping?.id ?? ''),
    enabled: filters.lieu !== undefined && grouping !== undefined,
  })
  if (view !== 'lots') return null
  const place = places.data?.items.find(({ id }) => id === filters.lieu)
  const to = filters.avant === undefined ? '' : formats.day(filters.avant)
  const week =
    filters.de === undefined
      ? t('filters.expired', { to })
      : t('filters.week', { from: formats.day(filters.de), to })
  return (
    <>
      {filters.avant === undefined ? null : (
        <Taken label={week} onRemove={() => change({ de: undefined, avant: undefined })} />
      )}
      {filters.lieu === undefined || place === undefined ? null : (
        <Taken
          label={t('filters.place', { name: placeName(place) })}
          onRemove={() => change({ lieu: undefined })}
        />
      )}
    </>
  )
}

function Taken({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const t = useStockTexts()
  return (
    <Button
      variant="light"
      rightSection={<IconX size={16} aria-hidden />}
      onClick={onRemove}
      aria-label={`${t('filters.remove')} : ${label}`}
    >
      {label}
    </Button>
  )
}
