import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CatalogueImportView } from '../../../../src/catalogue/import-schema.js'
import { useFormats } from '../../texts/formats.js'
import { text } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import type { Column } from '../../ui/table/data-table.js'
import { useFilters } from '../../ui/use-filters.js'
import { ListTable } from '../parts/list-table.js'
import { useMayAdminister } from '../parts/use-administration.js'
import { ImportReport } from './import-report.js'
import { importsQuery } from './imports.js'
import { useCatalogueTexts } from './texts.js'
import { UploadPanel } from './upload-panel.js'

const Filter = { import: text }

/** Editions of the public medicines database: sent, followed, read. */
export function CataloguePage() {
  const texts = useCatalogueTexts()
  const mayAct = useMayAdminister()
  const query = useQuery(importsQuery)
  return (
    <Page title={texts('title')} subtitle={texts('subtitle')}>
      <Stack gap="md">
        {mayAct ? <UploadPanel /> : null}
        <Loadable query={query}>{(imports) => <Imports imports={imports} />}</Loadable>
      </Stack>
    </Page>
  )
}

function Imports({ imports }: { readonly imports: readonly CatalogueImportView[] }) {
  const texts = useCatalogueTexts()
  const columns = useColumns()
  const [filter, change] = useFilters(Filter)
  const shown = imports.find(({ id }) => id === filter.import) ?? imports[0]
  if (shown === undefined) {
    return <EmptyState title={texts('noImport')}>{texts('noImportHint')}</EmptyState>
  }
  return (
    <>
      <ImportReport of={shown} />
      <Panel title={texts('history')}>
        <ListTable
          label={texts('history')}
          columns={columns}
          rows={imports}
          rowId={({ id }) => id}
          activeId={shown.id}
          onOpen={({ id }) => change({ import: id })}
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<CatalogueImportView>[] {
  const texts = useCatalogueTexts()
  const formats = useFormats()
  const counts = (of: 'products' | 'presentations') => (each: CatalogueImportView) =>
    each.report === null
      ? '–'
      : texts('counts', {
          added: formats.number(each.report[of].added),
          changed: formats.number(each.report[of].changed),
          left: formats.number(each.report[of].left),
        })
  return [
    { key: 'source', header: texts('column.source'), sticky: true, cell: ({ source }) => source },
    {
      key: 'started',
      header: texts('column.started'),
      cell: ({ startedAt }) => formats.dateTime(startedAt),
    },
    {
      key: 'state',
      header: texts('column.state'),
      cell: ({ state }) => (
        <StateBadge state={state} {...(state === 'running' && { tone: 'info' })}>
          {texts(`state.${state}`)}
        </StateBadge>
      ),
    },
    { key: 'products', header: texts('column.products'), cell: counts('products') },
    { key: 'presentations', header: texts('column.presentations'), cell: counts('presentations') },
  ]
}
