import type { BudgetVoteView } from '../../../../src/billing/budget-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useBudgetTexts } from './texts.js'

interface Props {
  readonly votes: readonly BudgetVoteView[]
  readonly shown: BudgetVoteView
  readonly onOpen: (vote: BudgetVoteView) => void
}

/** Every vote of the year, the one that counts first. */
export function VotesTable({ votes, shown, onOpen }: Props) {
  const texts = useBudgetTexts()
  const formats = useFormats()
  const columns: Column<BudgetVoteView>[] = [
    { key: 'version', header: texts('columns.version'), cell: ({ version }) => version },
    {
      key: 'votedOn',
      header: texts('columns.votedOn'),
      cell: ({ votedOn }) => formats.day(votedOn),
    },
    {
      key: 'decision',
      header: texts('columns.decision'),
      cell: (vote) => (
        <>
          {vote.decisionReference}{' '}
          {vote === votes[0] ? <StateBadge tone="ok">{texts('counts')}</StateBadge> : null}
        </>
      ),
    },
    {
      key: 'total',
      header: texts('columns.total'),
      align: 'right',
      cell: ({ total }) => <span className="nv-number">{formats.euros(total)}</span>,
    },
    {
      key: 'recorded',
      header: texts('columns.recorded'),
      cell: ({ recordedAt, recordedBy }) => `${formats.dateTime(recordedAt)} · ${recordedBy}`,
    },
  ]
  return (
    <Panel title={texts('votes')}>
      <DataTable
        label={texts('votes')}
        columns={columns}
        rows={votes}
        rowId={({ id }) => id}
        activeId={shown.id}
        onOpen={onOpen}
      />
    </Panel>
  )
}
