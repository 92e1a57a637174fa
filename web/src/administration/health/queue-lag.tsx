import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import type { Column } from '../../ui/table/data-table.js'
import { useJobsTexts } from '../jobs/texts.js'
import { ListTable } from '../parts/list-table.js'
import { useHealthTexts } from './texts.js'
import { type QueueLagView, useLag } from './use-lag.js'

/** What waits in each queue, and since when. */
export function QueueLag() {
  const texts = useHealthTexts()
  const jobs = useJobsTexts()
  const words = useWords()
  const { query, queues } = useLag()
  const columns: readonly Column<QueueLagView>[] = [
    {
      key: 'queue',
      header: jobs('column.queue'),
      cell: ({ queue }) => jobs(`queue.${queue.queue}`),
    },
    {
      key: 'state',
      header: jobs('column.state'),
      cell: (each) => (
        <StateBadge tone={each.isLate ? 'warn' : 'ok'}>{words(each).join(', ')}</StateBadge>
      ),
    },
  ]
  return (
    <Panel
      title={texts('queues')}
      aside={<PathLink to="/administration/taches">{texts('toJobs')}</PathLink>}
    >
      <Loadable query={query}>
        {() => (
          <ListTable
            label={texts('queues')}
            columns={columns}
            rows={queues}
            rowId={({ queue }) => queue.queue}
          />
        )}
      </Loadable>
    </Panel>
  )
}

function useWords(): (each: QueueLagView) => readonly string[] {
  const texts = useHealthTexts()
  const formats = useFormats()
  return ({ queue: { waiting, active }, waitingMs }) => {
    const said = [
      ...(waiting > 0 ? [texts('queue.waiting', { count: waiting })] : []),
      ...(waitingMs === undefined
        ? []
        : [texts('queue.oldest', { duration: formats.duration(waitingMs) })]),
      ...(active > 0 ? [texts('queue.active', { count: active })] : []),
    ]
    return said.length === 0 ? [texts('queue.none')] : said
  }
}
