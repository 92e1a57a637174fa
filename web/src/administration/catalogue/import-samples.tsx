import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { CatalogueImportView } from '../../../../src/catalogue/import-schema.js'
import { Code, groupedCip13 } from '../../ui/marks/amounts.js'
import { useCatalogueTexts } from './texts.js'

type Report = NonNullable<CatalogueImportView['report']>

/** The first codes that came, changed and left. */
export function ImportSamples({ report }: { readonly report: Report }) {
  const texts = useCatalogueTexts()
  return (
    <div>
      <Title order={3}>{texts('report.samples')}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {texts('report.samplesHint')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Samples title={texts('report.products')} samples={report.products.samples} />
        <Samples title={texts('report.presentations')} samples={report.presentations.samples} />
      </SimpleGrid>
    </div>
  )
}

interface SamplesProps {
  readonly title: string
  readonly samples: Report['products']['samples']
}

function Samples({ title, samples: { added, changed, left } }: SamplesProps) {
  const texts = useCatalogueTexts()
  return (
    <Stack gap="xs">
      <Text fw={600}>{title}</Text>
      <details>
        <summary>{texts('report.showCodes')}</summary>
        <Codes label={texts('report.added')} codes={added} />
        {changed.length > 0 ? (
          <div>
            {texts('report.changed')}
            {'\u00a0: '}
            {changed.map(({ code, fields }) => (
              <div key={code}>
                <Code>{groupedCip13(code)}</Code> — {fields.join(', ')}
              </div>
            ))}
          </div>
        ) : null}
        <Codes label={texts('report.left')} codes={left} />
      </details>
    </Stack>
  )
}

function Codes({ label, codes }: { readonly label: string; readonly codes: readonly string[] }) {
  if (codes.length === 0) return null
  return (
    <div>
      {label}
      {'\u00a0: '}
      {codes.map((code, index) => (
        <span key={code}>
          {index > 0 ? ', ' : ''}
          <Code>{groupedCip13(code)}</Code>
        </span>
      ))}
    </div>
  )
}
