import type { JobsView } from '../../../../src/operations/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { ListTable } from '../parts/list-table.js'
import { useJobsTexts } from './texts.js'

type Queue = JobsView['queues'][number]
const COUNTS = ['waiting', 'active', 'delayed', 'completed', 'failed'] as const

/** How full each queue is. */
export function QueuesPanel({ queues }: { readonly queues: readonly Queue[] }) {
  const texts = useJobsTexts()
  const formats = useFormats()
  const columns: readonly Column<Queue>[] = [
    {
      key: 'queue',
      header: texts('column.queue'),
      sticky: true,
      cell: ({ queue }) => texts(`queue.${queue}`),
    },
    ...COUNTS.map(
      (count): Column<Queue> => ({
        key: count,
        header: texts(`column.${count}`),
        align: 'right',
        cell: (queue) =>
          count === 'failed' && queue.failed > 0 ? (
            <StateBadge tone="stop">{formats.number(queue.failed)}</StateBadge>
          ) : (
            formats.number(queue[count])
          ),
      }),
    ),
  ]
  return (
    <Panel title={texts('queues')}>
      <ListTable
        label={texts('queues')}
        columns={columns}
        rows={queues}
        rowId={({ queue }) => queue}
      />
    </Panel>
  )
}
