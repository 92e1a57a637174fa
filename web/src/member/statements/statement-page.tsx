import { Button, Stack, Text } from '@mantine/core'
import { IconFileTypeCsv } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { usePlace } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { contentUrl, DocumentPanel } from '../../ui/document/document-panel.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Euros } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { changeSince } from './amounts.js'
import { DisputePanel } from './dispute-panel.js'
import { PoolPicture } from './pool-picture.js'
import { StatementLines } from './statement-lines.js'
import {
  type Statement,
  type StatementDetail,
  statementDetailQuery,
  statementQuery,
  statementsQuery,
} from './statement-queries.js'
import { useStatementTexts } from './texts/index.js'

/** One sentence, one total, one picture; then the detail, down to what was received. */
export function StatementPage() {
  const t = useStatementTexts()
  const query = useQuery(statementQuery(usePathParam('statementId')))
  if (query.data === undefined) {
    return (
      <Page title={t('list.title')}>
        <Loadable query={query}>{() => null}</Loadable>
      </Page>
    )
  }
  return <Loaded key={query.data.id} statement={query.data} />
}

function Loaded({ statement }: { readonly statement: Statement }) {
  const t = useStatementTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const place = usePlace()
  const detail = useQuery(statementDetailQuery(statement.id))
  const issuer = place.groupings.find(({ id }) => id === statement.groupingId)
  return (
    <Page
      title={t('detail.title', { month: formats.month(statement.month) })}
      crumbs={[{ label: t('list.title'), to: '/etablissement/releves' }]}
      marks={
        <StateBadge state={statement.state}>
          {words.word('statementState', statement.state)}
        </StateBadge>
      }
      subtitle={`${statement.number} · ${issuer?.name ?? ''}`}
      actions={
        statement.csvDocumentId ? (
          <Button
            component="a"
            variant="default"
            href={contentUrl(statement.csvDocumentId)}
            download={`${statement.number}.csv`}
            leftSection={<IconFileTypeCsv size={18} aria-hidden />}
          >
            {t('detail.csv')}
          </Button>
        ) : null
      }
    >
      <Loadable query={detail}>
        {(figures) => <Figures statement={statement} figures={figures} />}
      </Loadable>
      <DisputePanel statement={statement} />
      {statement.documentId ? (
        <Panel title={t('detail.document')}>
          <DocumentPanel documentId={statement.documentId} />
        </Panel>
      ) : null}
    </Page>
  )
}

interface Props {
  readonly statement: Statement
  readonly figures: StatementDetail
}

function Figures({ statement, figures }: Props) {
  const t = useStatementTexts()
  const formats = useFormats()
  const place = usePlace()
  const before = useBefore(statement)
  const { previous } = figures
  const change = previous ? changeSince(statement.total, previous.total) : undefined
  return (
    <Stack gap="md">
      <Panel title={t('detail.total')}>
        <Text fz={40} lh={1.1} fw={600}>
          <Euros of={statement.total} />
        </Text>
        <Text fz="lg">
          {t('detail.sentence', {
            month: formats.month(statement.month),
            member: place.name,
            total: formats.euros(statement.total),
          })}{' '}
          {change && previous
            ? t(`change.${change.direction}`, {
                amount: formats.euros(change.amount),
                month: formats.month(previous.period),
                share:
                  change.share === undefined
                    ? ''
                    : ` (${change.share > 0 ? '+' : ''}${formats.percent(change.share)})`,
              })
            : t('change.first')}
        </Text>
      </Panel>
      <Panel title={t('picture.title')}>
        <PoolPicture month={statement.month} figures={figures} before={before} />
      </Panel>
      <StatementLines statement={statement} figures={figures} />
    </Stack>
  )
}

/** The figures of the month before, from the same grouping: what the picture compares with. */
function useBefore(statement: Statement) {
  const { data: all } = useQuery(statementsQuery(statement.establishmentId))
  const before = all?.find(
    ({ groupingId, month }) => groupingId === statement.groupingId && month < statement.month,
  )
  const { data } = useQuery({
    ...statementDetailQuery(before?.id ?? ''),
    enabled: before !== undefined,
  })
  return before && data ? { month: before.month, figures: data } : undefined
}
