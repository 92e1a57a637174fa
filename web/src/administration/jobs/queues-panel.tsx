import type { JobsView } from '../../../../src/operations/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import type { Column } from '../../ui/table/data-table.js'
import { ListTable } from '../parts/list-table.js'
import { useJobsTexts } from './texts.js'

type Queue = JobsView['queues'][number]
const COUNTS = ['waiting', 'active', 'delayed', 'completed', 'failed'] as const

/** How full each queue is. What gave up and waits for somebody is in the list above: a queue remembers it for longer. */
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
        cell: (queue) => formats.number(queue[count]),
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
