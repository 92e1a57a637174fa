import { Button, Chip, Group, Select, Stack, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PharmacyDay } from '../../../../src/today/schema.js'
import { usePlace } from '../../app/place.js'
import { todayQuery } from '../../app/today.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { type FiltersOf, flag, oneOf, text } from '../../ui/filters.js'
import { establishmentsQuery } from './order-queries.js'
import { useOrdersTexts } from './texts/index.js'

/** Steps of the work; an approved order is either servable now or waits for stock. */
const STEPS = [
  'submitted',
  'servable',
  'allocated',
  'picking',
  'picked',
  'released',
  'waiting',
  'suspended',
  'dispatched',
  'delivered',
  'received',
  'closed',
] as const
const KINDS = ['allotment', 'empty-full', 'nominative', 'urgent', 'narcotics', 'backorder'] as const

export const QueueFilters = {
  state: oneOf(STEPS),
  establishment: text,
  priority: oneOf(['normal', 'urgent']),
  kind: oneOf(KINDS),
  late: flag,
  short: flag,
}
export type QueueFilters = FiltersOf<typeof QueueFilters>

interface Props {
  readonly filters: QueueFilters
  readonly onChange: (change: Partial<QueueFilters>) => void
}

/** What of the queue is shown; all of it is in the address. */
export function QueueFilterBar({ filters, onChange }: Props) {
  return (
    <Stack gap="sm">
      <StateChips {...{ filters, onChange }} />
      <Narrowing {...{ filters, onChange }} />
    </Stack>
  )
}

function StateChips({ filters, onChange }: Props) {
  const t = useOrdersTexts()
  const words = useVocabulary()
  const { data } = useQuery(todayQuery({ place: 'grouping' }, usePlace()))
  const counts = countsOf(data?.pharmacy ?? undefined)
  const chip = (word: string, count = 0) => (count > 0 ? `${word} (${count})` : word)
  return (
    <Chip.Group
      multiple={false}
      value={filters.state ?? 'todo'}
      onChange={(chosen) => onChange({ state: STEPS.find((state) => state === chosen) })}
    >
      <Group gap="xs" role="radiogroup" aria-label={t('queue.states')}>
        <Chip value="todo">{chip(t('queue.todo'), counts['todo'])}</Chip>
        {STEPS.map((step) => (
          <Chip key={step} value={step}>
            {chip(
              step === 'servable' || step === 'waiting'
                ? t(`queue.${step}`)
                : words.word('orderState', step),
              counts[step],
            )}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}

const TO_DO = ['submitted', 'servable', 'allocated', 'picking', 'picked', 'released', 'suspended']

function countsOf(day: PharmacyDay | undefined): Readonly<Record<string, number>> {
  if (day === undefined) return {}
  const counts: Record<string, number> = {
    ...day.orders,
    servable: day.toAllocate,
    waiting: day.backorders,
  }
  return { ...counts, todo: TO_DO.reduce((sum, step) => sum + (counts[step] ?? 0), 0) }
}

function Narrowing({ filters, onChange }: Props) {
  const t = useOrdersTexts()
  const words = useVocabulary()
  const { data } = useQuery(establishmentsQuery(usePlace().id))
  const isNarrowed = Object.values(filters).some((value) => value !== undefined)
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('queue.establishment')}
        placeholder={t('queue.anyEstablishment')}
        data={data?.items.map(({ id, shortName }) => ({ value: id, label: shortName })) ?? []}
        value={filters.establishment ?? null}
        onChange={(value) => onChange({ establishment: value ?? undefined })}
        clearable
        searchable
        w={{ base: '100%', xs: 240 }}
      />
      <Select
        label={t('queue.kind')}
        placeholder={t('queue.anyKind')}
        data={KINDS.map((kind) => ({ value: kind, label: words.word('orderKind', kind) }))}
        value={filters.kind ?? null}
        onChange={(value) => onChange({ kind: KINDS.find((kind) => kind === value) })}
        clearable
        w={{ base: '100%', xs: 220 }}
      />
      <Select
        label={t('queue.priority')}
        placeholder={t('queue.anyPriority')}
        data={(['urgent', 'normal'] as const).map((priority) => ({
          value: priority,
          label: words.word('priority', priority),
        }))}
        value={filters.priority ?? null}
        onChange={(value) =>
          onChange({ priority: value === 'urgent' || value === 'normal' ? value : undefined })
        }
        clearable
        w={{ base: '100%', xs: 170 }}
      />
      <Switch
        label={t('queue.lateOnly')}
        checked={filters.late ?? false}
        onChange={(event) => onChange({ late: event.currentTarget.checked || undefined })}
        pb={8}
      />
      <Switch
        label={t('queue.shortOnly')}
        checked={filters.short ?? false}
        onChange={(event) => onChange({ short: event.currentTarget.checked || undefined })}
        pb={8}
      />
      {isNarrowed ? (
        <Button
          variant="subtle"
          onClick={() =>
            onChange({
              state: undefined,
              establishment: undefined,
              priority: undefined,
              kind: undefined,
              late: undefined,
              short: undefined,
            })
          }
        >
          {t('queue.clear')}
        </Button>
      ) : null}
    </Group>
  )
}
