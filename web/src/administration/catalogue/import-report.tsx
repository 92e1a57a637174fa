import { Alert, Stack, Text, Title } from '@mantine/core'
import type { CatalogueImportView } from '../../../../src/catalogue/import-schema.js'
import { explainMessage } from '../../api/problems/explain-problem.js'
import { useFormats } from '../../texts/formats.js'
import { useLanguage } from '../../texts/language.js'
import { Facts } from '../../ui/layout/facts.js'
import { Panel } from '../../ui/layout/panel.js'
import { Tile, Tiles } from '../../ui/layout/tile.js'
import { JobProgress } from '../../ui/state/job-progress.js'
import { ImportFindings } from './import-findings.js'
import { ImportSamples } from './import-samples.js'
import { isUnderWay } from './imports.js'
import { useCatalogueTexts } from './texts.js'

type Report = NonNullable<CatalogueImportView['report']>

/** What one import did, or how far it has come. */
export function ImportReport({ of }: { readonly of: CatalogueImportView }) {
  const texts = useCatalogueTexts()
  const language = useLanguage()
  const { source, report, failure, job } = of
  return (
    <Panel title={texts('report.title', { source })}>
      {isUnderWay(of) ? (
        <JobProgress queue="catalogue" id={job.id} label={texts('report.progress', { source })} />
      ) : null}
      {failure ? (
        <Alert
          role="alert"
          color="red"
          variant="light"
          title={`✕ ${texts('report.failed')}`}
          styles={{ title: { color: 'var(--nv-stop)' }, message: { color: 'var(--nv-ink)' } }}
        >
          {explainMessage(failure.message, language)}
        </Alert>
      ) : null}
      {report === null ? null : <Counts report={report} />}
    </Panel>
  )
}

function Counts({ report }: { readonly report: Report }) {
  const texts = useCatalogueTexts()
  const isSame = [report.products, report.presentations].every(
    ({ added, changed, left }) => added + changed + left === 0,
  )
  return (
    <Stack gap="md">
      {isSame ? <Text>{texts('report.nothing')}</Text> : null}
      {(['products', 'presentations'] as const).map((of) => (
        <Stack key={of} gap="xs">
          <Title order={3}>{texts(`report.${of}`)}</Title>
          <CountTiles counts={report[of]} />
        </Stack>
      ))}
      <Quality report={report} />
      <ImportFindings findings={report.findings} />
      {isSame ? null : <ImportSamples report={report} />}
    </Stack>
  )
}

function CountTiles({ counts }: { readonly counts: Report['products'] }) {
  const texts = useCatalogueTexts()
  const formats = useFormats()
  return (
    <Tiles>
      {(['added', 'changed', 'left', 'unchanged'] as const).map((what) => (
        <Tile
          key={what}
          label={texts(`report.${what}`)}
          value={formats.number(counts[what])}
          tone={what === 'left' && counts.left > 0 ? 'warn' : 'neutral'}
        />
      ))}
    </Tiles>
  )
}

function Quality({ report }: { readonly report: Report }) {
  const texts = useCatalogueTexts()
  const formats = useFormats()
  const kinds = [
    'orphans',
    'invalidCodes',
    'duplicates',
    'unreadableValues',
    'unknownWords',
    'packsWithoutUnits',
  ] as const
  return (
    <Facts
      items={[
        ...kinds.map((kind) => ({
          label: texts(`report.${kind}`),
          value: formats.number(report[kind]),
        })),
        {
          label: texts('report.absentFiles'),
          value: report.absentFiles.map((file) => texts.word('file', file)).join(', ') || '0',
        },
      ]}
    />
  )
}
