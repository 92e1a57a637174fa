import { Button, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { StatementView } from '../../../../src/billing/schema.js'
import { useHolds } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { contentUrl, DocumentPanel } from '../../ui/document/document-panel.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { statementDetailQuery, statementQuery } from '../kit/queries.js'
import { FINANCE_CONTROLLERS } from '../kit/roles.js'
import { DisputeStatement } from './dispute-statement.js'
import { DisputeWords } from './dispute-words.js'
import { FinaliseStatement } from './finalise-statement.js'
import { StatementDetail } from './statement-detail.js'
import { StatementHead } from './statement-head.js'
import { useStatementsTexts } from './texts.js'

/** One statement: a sentence, a total, a picture, then everything it prints, and the paper itself. */
export function StatementPage() {
  const texts = useStatementsTexts()
  const words = useVocabulary()
  const id = usePathParam('statementId')
  const query = useQuery(statementQuery(id))
  const { data } = query
  return (
    <Page
      title={data ? texts('one.title', { number: data.number }) : texts('title')}
      crumbs={[{ label: texts('title'), to: '/finance/releves' }]}
      marks={
        data ? (
          <StateBadge state={data.state}>{words.word('statementState', data.state)}</StateBadge>
        ) : null
      }
      actions={data ? <Acts statement={data} /> : null}
      subtitle={data ? <Dates statement={data} /> : null}
    >
      <Loadable query={query}>{(statement) => <Content statement={statement} />}</Loadable>
    </Page>
  )
}

function Content({ statement }: { readonly statement: StatementView }) {
  const texts = useStatementsTexts()
  const detail = useQuery(statementDetailQuery(statement.id))
  return (
    <Stack gap="md">
      <DisputeWords statement={statement} />
      <Loadable query={detail}>
        {(data) => (
          <>
            <StatementHead statement={statement} detail={data} />
            <StatementDetail statement={statement} detail={data} />
          </>
        )}
      </Loadable>
      {statement.documentId ? (
        <Panel title={texts('one.document')}>
          <DocumentPanel documentId={statement.documentId} />
        </Panel>
      ) : null}
    </Stack>
  )
}

function Acts({ statement }: { readonly statement: StatementView }) {
  const texts = useStatementsTexts()
  const mayAct = useHolds(FINANCE_CONTROLLERS)
  return (
    <>
      {statement.csvDocumentId ? (
        <Button
          component="a"
          href={contentUrl(statement.csvDocumentId)}
          download={`${statement.number}.csv`}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {texts('csv')}
        </Button>
      ) : null}
      {mayAct ? <DisputeStatement statement={statement} /> : null}
      {mayAct ? <FinaliseStatement statement={statement} /> : null}
    </>
  )
}

function Dates({ statement }: { readonly statement: StatementView }) {
  const texts = useStatementsTexts()
  const formats = useFormats()
  return (
    <Text span>
      {texts('one.issued', { at: formats.dateTime(statement.issuedAt) })} ·{' '}
      {texts('disputeWas', { day: formats.day(statement.disputeUntil) })}
    </Text>
  )
}
