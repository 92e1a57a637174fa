import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { AuditEntryView } from '../../../../src/audit/schema.js'
import { api, read } from '../../api/client.js'
import { Page } from '../../ui/layout/page.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { useAdministered } from '../parts/use-administration.js'
import { AuditFilter, asQuery } from './audit-filter.js'
import { AuditFilters } from './audit-filters.js'
import { ChainPanel } from './chain-panel.js'
import { EntryDrawer } from './entry-drawer.js'
import { useAuditTexts } from './texts.js'
import { useEntryColumns } from './use-entry-columns.js'

const PAGE = '50'

/** Who did what when, with the seal of each entry. */
export function AuditPage() {
  const texts = useAuditTexts()
  const { id: groupingId } = useAdministered()
  const [filter, change] = useFilters(AuditFilter)
  const [opened, setOpened] = useState<AuditEntryView>()
  const columns = useEntryColumns()
  const { items, more, isLoading, error } = usePages({
    queryKey: ['audit-entries', groupingId, filter],
    page: (cursor) =>
      read(
        api['audit-entries'].$get({
          query: {
            groupingId,
            limit: PAGE,
            ...asQuery(filter),
            ...(cursor !== undefined && { cursor }),
          },
        }),
      ),
  })
  return (
    <Page title={texts('title')} subtitle={texts('subtitle')}>
      <Stack gap="md">
        <ChainPanel groupingId={groupingId} />
        <AuditFilters filter={filter} onChange={change} />
        {error ? <ProblemAlert error={error} /> : null}
        <DataTable
          label={texts('list')}
          columns={columns}
          rows={items}
          rowId={({ id }) => id}
          onOpen={setOpened}
          activeId={opened?.id}
          loading={isLoading}
          more={more}
          empty={
            error ? undefined : <EmptyState title={texts('empty')}>{texts('emptyHint')}</EmptyState>
          }
        />
        <EntryDrawer entry={opened} onClose={() => setOpened(undefined)} />
      </Stack>
    </Page>
  )
}
