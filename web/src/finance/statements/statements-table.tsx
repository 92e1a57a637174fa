import { ActionIcon } from '@mantine/core'
import { IconFileTypeCsv } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { StatementView } from '../../../../src/billing/schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { contentUrl } from '../../ui/document/document-panel.js'
import { Hinted } from '../../ui/hinted.js'
import { PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { MemberMark } from '../kit/member-mark.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useMembers } from '../kit/use-members.js'
import { useStatementsTexts } from './texts.js'

interface Props {
  readonly statements: readonly StatementView[]
  readonly emptyTitle: string
}

/** One row per member: what it owes, and whether it agrees. */
export function StatementsTable({ statements, emptyTitle }: Props) {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const navigate = useNavigate()
  const ordered = statements.toSorted((a, b) => (a.number < b.number ? -1 : 1))
  const columns = useStatementColumns()
  return (
    <DataTable
      label={common('table', { title: texts('list') })}
      columns={columns}
      rows={ordered}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/finance/releves/${id}` })}
      empty={<EmptyState title={emptyTitle}>{texts('noneHint')}</EmptyState>}
    />
  )
}

function useStatementColumns(): Column<StatementView>[] {
  const texts = useStatementsTexts()
  const common = useFinanceTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const members = useMembers()
  return [
    {
      key: 'number',
      header: texts('number'),
      sticky: true,
      cell: ({ id, number }) => <PathLink to={`/finance/releves/${id}`}>{number}</PathLink>,
    },
    {
      key: 'member',
      header: common('member'),
      cell: ({ establishmentId }) => (
        <MemberMark of={establishmentId} name={members.get(establishmentId)?.name ?? ''} />
      ),
    },
    {
      key: 'state',
      header: texts('state'),
      cell: ({ state }) => (
        <StateBadge state={state}>{words.word('statementState', state)}</StateBadge>
      ),
    },
    {
      key: 'total',
      header: common('total'),
      align: 'right',
      cell: ({ total }) => <span className="nv-number">{formats.euros(total)}</span>,
    },
    { key: 'issued', header: texts('issuedAt'), cell: ({ issuedAt }) => formats.date(issuedAt) },
    {
      key: 'until',
      header: texts('disputeUntil'),
      cell: ({ disputeUntil }) => formats.day(disputeUntil),
    },
    {
      key: 'csv',
      header: texts('csv'),
      cell: (statement) => <CsvLink statement={statement} />,
    },
  ]
}

function CsvLink({ statement: { csvDocumentId, number } }: { readonly statement: StatementView }) {
  const texts = useStatementsTexts()
  if (csvDocumentId === null) return '–'
  return (
    <Hinted label={texts('csv')}>
      <ActionIcon
        component="a"
        href={contentUrl(csvDocumentId)}
        download={`${number}.csv`}
        variant="default"
        size={36}
        aria-label={texts('csvFor', { number })}
      >
        <IconFileTypeCsv size={18} aria-hidden />
      </ActionIcon>
    </Hinted>
  )
}
