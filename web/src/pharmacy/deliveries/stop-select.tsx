import { Select } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useDeliveriesTexts } from './texts/index.js'

const RUNS_MAX = 8
const NOT_LEFT = new Set(['planned', 'assigned'])

interface Props {
  readonly order: OrderView
  readonly value: string | undefined
  readonly onChange: (runStopId: string | undefined) => void
}

/** The next stops at this establishment; without a choice, the one the order was promised. */
export function StopSelect({ order, value, onChange }: Props) {
  const t = useDeliveriesTexts()
  const formats = useFormats()
  const stops = useNextStops(order)
  const name =
    order.run === null
      ? t('pack.autoNext')
      : t('pack.auto', { name: `${order.run.name}, ${formats.shortDateTime(order.run.plannedAt)}` })
  return (
    <Select
      label={t('pack.run')}
      placeholder={name}
      data={stops.map(({ id, runName, plannedAt }) => ({
        value: id,
        label: `${runName}, ${formats.shortDateTime(plannedAt)}`,
      }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      clearable
      w={420}
      maw="100%"
    />
  )
}

function useNextStops({ groupingId, establishment }: OrderView) {
  const { data } = useQuery({
    queryKey: ['runs', 'next', groupingId],
    queryFn: () => read(api.runs.$get({ query: { groupingId, limit: '50' } })),
  })
  const next = (data?.items ?? []).filter(({ state }) => NOT_LEFT.has(state)).slice(0, RUNS_MAX)
  return useQueries({
    queries: next.map(({ id }) => ({
      queryKey: ['runs', id],
      queryFn: () => read(api.runs[':id'].$get({ param: { id } })),
    })),
    combine: (answers) =>
      answers.flatMap(({ data: run }) =>
        (run?.stops ?? [])
          .filter(
            (stop) =>
              stop.establishmentId === establishment.id &&
              stop.delivers &&
              stop.state === 'pending',
          )
          .map(({ id, plannedAt }) => ({ id, plannedAt, runName: run?.name ?? '' })),
      ),
  })
}
