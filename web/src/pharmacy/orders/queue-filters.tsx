import { Button, Chip, Group, Select, Stack, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { usePlace } from '../../app/place.js'
import { todayQuery } from '../../app/today.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { establishmentsQuery } from './order-queries.js'
import { useOrdersTexts } from './texts/index.js'

/** Work of the hub, in the order of its steps. */
export const HUB_STATES = [
  'submitted',
  'approved',
  'allocated',
  'picking',
  'picked',
  'released',
  'suspended',
] as const
const AFTER = ['dispatched', 'delivered', 'received', 'closed'] as const
const STATES = [...HUB_STATES, ...AFTER] as const
const KINDS = ['allotment', 'empty-full', 'nominative', 'urgent', 'narcotics', 'backorder'] as const

export const QueueFilters = z.object({
  state: z.optional(z.enum(STATES)),
  establishment: z.optional(z.string()),
  priority: z.optional(z.enum(['normal', 'urgent'])),
  kind: z.optional(z.enum(KINDS)),
  late: z.optional(z.boolean()),
})
export type QueueFilters = z.infer<typeof QueueFilters>

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
  const counts = data?.pharmacy?.orders ?? {}
  const total = HUB_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const withCount = (word: string, count: number) => (count > 0 ? `${word} (${count})` : word)
  return (
    <Chip.Group
      multiple={false}
      value={filters.state ?? 'hub'}
      onChange={(chosen) => onChange({ state: STATES.find((state) => state === chosen) })}
    >
      <Group gap="xs" role="radiogroup" aria-label={t('queue.states')}>
        <Chip value="hub">{withCount(t('queue.atHub'), total)}</Chip>
        {STATES.map((state) => (
          <Chip key={state} value={state}>
            {withCount(words.word('orderState', state), counts[state] ?? 0)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
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
        w={240}
      />
      <Select
        label={t('queue.kind')}
        placeholder={t('queue.anyKind')}
        data={KINDS.map((kind) => ({ value: kind, label: words.word('orderKind', kind) }))}
        value={filters.kind ?? null}
        onChange={(value) => onChange({ kind: KINDS.find((kind) => kind === value) })}
        clearable
        w={220}
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
        w={170}
      />
      <Switch
        label={t('queue.lateOnly')}
        checked={filters.late ?? false}
        onChange={(event) => onChange({ late: event.currentTarget.checked || undefined })}
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
            })
          }
        >
          {t('queue.clear')}
        </Button>
      ) : null}
    </Group>
  )
}
