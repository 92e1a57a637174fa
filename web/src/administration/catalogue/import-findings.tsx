import { Text, Title } from '@mantine/core'
import type { CatalogueImportView } from '../../../../src/catalogue/import-schema.js'
import { Code } from '../../ui/marks/amounts.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useCatalogueTexts } from './texts.js'

type Finding = NonNullable<CatalogueImportView['report']>['findings'][number]
const HEIGHT_PX = 360

/** The rows that were refused or read with a doubt, where they stand in the file. */
export function ImportFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const texts = useCatalogueTexts()
  const columns: readonly Column<Finding & { readonly key: string }>[] = [
    {
      key: 'kind',
      header: texts('column.kind'),
      cell: ({ kind }) => texts.word('finding', kind),
    },
    { key: 'file', header: texts('column.file'), cell: ({ file }) => texts.word('file', file) },
    { key: 'line', header: texts('column.line'), align: 'right', cell: ({ line }) => line ?? '–' },
    {
      key: 'code',
      header: texts('column.code'),
      cell: ({ code }) => (code === null ? '–' : <Code>{code}</Code>),
    },
    { key: 'value', header: texts('column.value'), cell: ({ value }) => value },
  ]
  return (
    <div>
      <Title order={3} mb="xs">
        {texts('report.refused')}
      </Title>
      {findings.length === 0 ? (
        <Text c="dimmed">✓ {texts('report.noRefused')}</Text>
      ) : (
        <DataTable
          label={texts('report.refused')}
          columns={columns}
          rows={findings.map((finding, index) => ({ ...finding, key: String(index) }))}
          rowId={({ key }) => key}
          height={HEIGHT_PX}
        />
      )}
    </div>
  )
}
