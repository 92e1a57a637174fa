import { useQueries } from '@tanstack/react-query'
import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { ListTable } from '../parts/list-table.js'
import { deliveryPointsQuery } from '../parts/queries.js'
import { useTimetableTexts } from './texts.js'

type Stop = RunTemplateView['stops'][number]
const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** The wall-clock time some minutes after another, past midnight too. */
function timeAfter(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  const total = (hours * 60 + rest + minutes) % DAY_MINUTES
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`
}

/** The road: where, at what time, and whether somebody is there. */
export function StopsPanel({ template }: { readonly template: RunTemplateView }) {
  const texts = useTimetableTexts()
  const columns = useColumns(template)
  return (
    <Panel title={texts('template.stops')}>
      <ListTable
        label={texts('template.stops')}
        columns={columns}
        rows={template.stops}
        rowId={({ position }) => String(position)}
      />
    </Panel>
  )
}

function useColumns({ departsAt, stops }: RunTemplateView): readonly Column<Stop>[] {
  const texts = useTimetableTexts()
  const formats = useFormats()
  const windowOf = useWindows(stops)
  return [
    { key: 'position', header: texts('column.position'), width: 64, cell: (s) => s.position },
    {
      key: 'place',
      header: texts('column.place'),
      cell: ({ establishmentId, establishmentName, deliveryPointName }) => (
        <>
          <PathLink to={`/administration/membres/${establishmentId}`}>{establishmentName}</PathLink>
          {` · ${deliveryPointName}`}
        </>
      ),
    },
    {
      key: 'passage',
      header: texts('column.passage'),
      cell: ({ offsetMinutes }) =>
        texts('template.after', {
          time: timeAfter(departsAt, offsetMinutes),
          duration: formats.duration(offsetMinutes * MINUTE_MS),
        }),
    },
    {
      key: 'window',
      header: texts('column.window'),
      cell: ({ deliveryPointId, offsetMinutes }) => {
        const open = windowOf(deliveryPointId)
        if (open === undefined) return '–'
        const at = timeAfter(departsAt, offsetMinutes)
        const words = `${open.opensAt}–${open.closesAt}`
        return at >= open.opensAt && at <= open.closesAt ? (
          words
        ) : (
          <StateBadge tone="warn">{`${words}, ${texts('template.outside')}`}</StateBadge>
        )
      },
    },
    {
      key: 'work',
      header: texts('column.work'),
      cell: ({ delivers, collectsSpecimens }) =>
        [
          ...(delivers ? [texts('template.delivers')] : []),
          ...(collectsSpecimens ? [texts('template.collects')] : []),
        ].join(', '),
    },
  ]
}

function useWindows(stops: readonly Stop[]) {
  const sites = [...new Set(stops.map(({ establishmentId }) => establishmentId))]
  const points = useQueries({
    queries: sites.map((site) => deliveryPointsQuery(site)),
    combine: (results) => results.flatMap(({ data = [] }) => data),
  })
  return (pointId: string) => points.find(({ id }) => id === pointId)
}
