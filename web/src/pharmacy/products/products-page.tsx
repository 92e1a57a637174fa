import { Chip, Group, Select, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ProductHit } from '../../../../src/catalogue/schema.js'
import { api, read } from '../../api/client.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { type FiltersOf, flag, oneOf, text } from '../../ui/filters.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { Code, groupedCip13 } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { SearchField } from '../stock/search-field.js'
import { STORAGE_CLASSES } from '../stock/stock-search.js'
import { useStockTexts } from '../stock/texts/index.js'
import { ProductFlags, StatusMark } from './product-flags.js'
import { useProductTexts } from './texts.js'

const ProductsSearch = {
  q: text,
  classe: oneOf(STORAGE_CLASSES),
  stup: flag,
}
type ProductsSearch = FiltersOf<typeof ProductsSearch>

/** The whole catalogue, searched as one types. */
export function ProductsPage() {
  const t = useProductTexts()
  const navigate = useNavigate()
  const columns = useColumns()
  const [filters, change] = useFilters(ProductsSearch)
  const { q, classe, stup } = filters
  const { items, more, isLoading, error, refetch } = usePages({
    queryKey: ['products', 'list', filters],
    page: (cursor) =>
      read(
        api.products.$get({
          query: {
            limit: '50',
            ...(q === undefined ? {} : { search: q }),
            ...(classe === undefined ? {} : { storageClass: classe }),
            ...(stup ? { narcotic: 'true' } : {}),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  })
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <Filters filters={filters} change={change} />
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      <DataTable
        label={t('title')}
        columns={columns}
        rows={items}
        rowId={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/pharmacie/produits/${id}` })}
        loading={isLoading}
        more={more}
        empty={<EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>}
      />
    </Page>
  )
}

interface FiltersProps {
  readonly filters: ProductsSearch
  readonly change: (part: Partial<ProductsSearch>) => void
}

function Filters({ filters, change }: FiltersProps) {
  const t = useProductTexts()
  const stock = useStockTexts()
  const ui = useUiTexts()
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={stock('filters.label')}>
      <SearchField label={t('search')} value={filters.q} onChange={(q) => change({ q })} />
      <Select
        label={stock('filters.class')}
        placeholder={stock('filters.anyClass')}
        data={STORAGE_CLASSES.map((each) => ({ value: each, label: ui.word('storage', each) }))}
        value={filters.classe ?? null}
        onChange={(chosen) => change({ classe: STORAGE_CLASSES.find((each) => each === chosen) })}
        clearable
        w={{ base: '100%', xs: 210 }}
      />
      <Group pb={4}>
        <Chip
          checked={filters.stup ?? false}
          onChange={(checked) => change({ stup: checked || undefined })}
          radius="md"
        >
          {t('narcotics')}
        </Chip>
      </Group>
    </Group>
  )
}

function useColumns(): Column<ProductHit>[] {
  const t = useProductTexts()
  const words = useVocabulary()
  return [
    {
      key: 'product',
      header: t('columns.product'),
      sticky: true,
      cell: ({ id, denomination, storageClass, isNarcotic }) => (
        <Stack gap={2} miw={{ base: 150, sm: 240 }} maw={{ base: 170, sm: 460 }}>
          <PathLink to={`/pharmacie/produits/${id}`}>{denomination}</PathLink>
          <span>
            <StorageMark of={storageClass} /> {isNarcotic ? <StorageMark of="narcotic" /> : null}
          </span>
        </Stack>
      ),
    },
    { key: 'inn', header: t('columns.inn'), cell: ({ inn }) => inn || '–' },
    {
      key: 'kind',
      header: t('columns.kind'),
      cell: ({ kind }) => words.word('productKind', kind),
    },
    { key: 'codes', header: t('columns.codes'), cell: CodeCell },
    { key: 'flags', header: t('columns.flags'), cell: (product) => <ProductFlags of={product} /> },
    {
      key: 'status',
      header: t('columns.status'),
      cell: ({ status }) => <StatusMark status={status} />,
    },
  ]
}

/** The code that answers what was typed, or the first pack's. */
function CodeCell({ matchedCode, presentations }: ProductHit) {
  const code = matchedCode ?? presentations[0]?.cip13 ?? presentations[0]?.gtin14
  return code == null ? '–' : <Code>{groupedCip13(code)}</Code>
}
