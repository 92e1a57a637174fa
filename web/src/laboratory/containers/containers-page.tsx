import { Button, Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { SHIPMENT_STATES } from '../../../../src/specimens/transitions.js'
import { api, read } from '../../api/client.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { type FiltersOf, oneOf, text } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { useArrivalColumns } from '../arrivals/use-arrival-columns.js'
import { useLaboratoryId } from '../use-laboratory.js'
import { useContainerTexts } from './texts.js'
import { useSenders } from './use-senders.js'

const Filters = {
  etat: oneOf(SHIPMENT_STATES),
  site: text,
  code: text,
}
type Filters = FiltersOf<typeof Filters>
const TYPING_MS = 300

/** Every container, by state, sender or code. */
export function ContainersPage() {
  const texts = useContainerTexts()
  const navigate = useNavigate()
  const groupingId = useLaboratoryId()
  const [filters, filter] = useFilters(Filters)
  const { items, more, isLoading, error } = usePages({
    queryKey: ['specimen-shipments', 'list', groupingId, filters],
    page: (cursor) =>
      read(
        api['specimen-shipments'].$get({
          query: {
            groupingId,
            order: 'newest',
            ...(filters.etat && { state: filters.etat }),
            ...(filters.site && { establishmentId: filters.site }),
            ...(filters.code && { containerCode: filters.code }),
            ...(cursor && { cursor }),
          },
        }),
      ),
  })
  const columns = useArrivalColumns()
  return (
    <Page title={texts('title')} subtitle={texts('subtitle')}>
      <FilterBar filters={filters} filter={filter} />
      {error ? (
        <ProblemAlert error={error} />
      ) : (
        <DataTable
          label={texts('list')}
          columns={columns}
          rows={items}
          rowId={({ id }) => id}
          loading={isLoading}
          more={more}
          onOpen={({ id }) => void navigate({ to: `/laboratoire/colis/${id}` })}
          empty={<EmptyState title={texts('empty')}>{texts('emptySentence')}</EmptyState>}
        />
      )}
    </Page>
  )
}

interface BarProps {
  readonly filters: Filters
  readonly filter: (change: Partial<Filters>) => void
}

function FilterBar({ filters, filter }: BarProps) {
  const texts = useContainerTexts()
  const words = useVocabulary()
  const senders = useSenders()
  const [code, setCode] = useState(filters.code ?? '')
  const search = useDebouncedCallback((typed: string) => filter({ code: typed }), TYPING_MS)
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={texts('state')}
        placeholder={texts('allStates')}
        data={SHIPMENT_STATES.map((state) => ({
          value: state,
          label: words.word('shipmentState', state),
        }))}
        value={filters.etat ?? null}
        onChange={(state) => filter({ etat: SHIPMENT_STATES.find((each) => each === state) })}
        clearable
        w={200}
      />
      <Select
        label={texts('site')}
        placeholder={texts('allSites')}
        data={senders}
        value={filters.site ?? null}
        onChange={(site) => filter({ site: site ?? undefined })}
        clearable
        searchable
        w={260}
      />
      <TextInput
        label={texts('code')}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value)
          search(event.currentTarget.value.trim())
        }}
        w={200}
      />
      {isFiltered ? (
        <Button
          variant="subtle"
          onClick={() => {
            setCode('')
            filter({ etat: undefined, site: undefined, code: undefined })
          }}
        >
          {texts('clear')}
        </Button>
      ) : null}
    </Group>
  )
}
