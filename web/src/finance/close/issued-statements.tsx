import { Group, Stack } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { PeriodView, StatementView } from '../../../../src/billing/schema.js'
import { useFormats } from '../../texts/formats.js'
import { DocumentButton } from '../../ui/document/document-button.js'
import { documentQuery } from '../../ui/document/document-panel.js'
import { PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { MemberMark } from '../kit/member-mark.js'
import { costSplitQuery, statementsQuery } from '../kit/queries.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { useMembers } from '../kit/use-members.js'
import { useSplitTexts } from '../split/texts.js'
import { DrawnProgress } from './drawn-progress.js'
import { useCloseTexts } from './texts.js'

/** What the closing issued: numbers at once, pages as the drawing job makes them. */
export function IssuedStatements({ period }: { readonly period: PeriodView }) {
  const { id } = useFinanceGrouping()
  const statements = useQuery(statementsQuery(id, period.month))
  return (
    <Loadable query={statements}>
      {(items) => <Issued period={period} statements={items} />}
    </Loadable>
  )
}

interface IssuedProps {
  readonly period: PeriodView
  readonly statements: readonly StatementView[]
}

function Issued({ period, statements }: IssuedProps) {
  const split = useSplitTexts()
  const { data: table, isPending } = useQuery(costSplitQuery(period.id))
  const ids = [...statements.map(({ documentId }) => documentId), table?.id ?? null].filter(
    (id) => id !== null,
  )
  const documents = useQueries({ queries: ids.map((id) => documentQuery(id)) })
  const drawn = new Set(
    documents.flatMap(({ data }) => (data && data.content !== null ? [data.id] : [])),
  )
  const isRead = !isPending && documents.every((document) => !document.isPending)
  return (
    <Stack gap="sm">
      {isRead ? <DrawnProgress drawn={drawn.size} all={ids.length} /> : null}
      <StatementRows statements={statements} drawn={isRead ? drawn : undefined} />
      {table ? (
        <Group>
          <DocumentButton
            documentId={table.id}
            title={table.number ? `${split('document')} ${table.number}` : split('document')}
          />
          <PathLink to="/finance/repartition" search={{ mois: period.month }}>
            {split('title')}
          </PathLink>
        </Group>
      ) : null}
    </Stack>
  )
}

function StatementRows({
  statements,
  drawn,
}: {
  readonly statements: readonly StatementView[]
  /** Undefined while it is not known yet: nothing is being laid out because nobody has answered. */
  readonly drawn: ReadonlySet<string> | undefined
}) {
  const texts = useCloseTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const members = useMembers()
  const navigate = useNavigate()
  const columns: Column<StatementView>[] = [
    {
      key: 'number',
      header: texts('close.number'),
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
      key: 'total',
      header: common('total'),
      align: 'right',
      cell: ({ total }) => <span className="nv-number">{formats.euros(total)}</span>,
    },
    {
      key: 'document',
      header: texts('close.document'),
      cell: ({ documentId }) =>
        drawn === undefined ? (
          '…'
        ) : documentId !== null && drawn.has(documentId) ? (
          <StateBadge tone="ok">{texts('close.ready')}</StateBadge>
        ) : (
          <StateBadge tone="info">{texts('close.waiting')}</StateBadge>
        ),
    },
  ]
  return (
    <DataTable
      label={common('table', { title: texts('close.statements') })}
      columns={columns}
      rows={statements.toSorted((a, b) => (a.number < b.number ? -1 : 1))}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/finance/releves/${id}` })}
    />
  )
}
