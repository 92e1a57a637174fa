import { Group, Paper, Text } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { LotTraceView } from '../../../../src/stock/schema.js'
import { api, read } from '../../api/client.js'
import { useHolds } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { text } from '../../ui/filters.js'
import { Facts } from '../../ui/layout/facts.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Units } from '../../ui/marks/amounts.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { Expiry } from '../stock/expiry.js'
import { LotBadge } from '../stock/lot-badge.js'
import { DECIDES_ON_STOCK } from '../stock/roles.js'
import { useStockTexts } from '../stock/texts/index.js'
import { HoldersTable } from './holders-table.js'
import { LotDecision } from './lot-decision.js'
import { LotGraph } from './lot-graph.js'
import { LotOrdersTable } from './lot-orders-table.js'
import { MovementsTable } from './movements-table.js'
import { useLotTexts } from './texts.js'

const LotSearch = { lieu: text }

const traceQuery = (lotId: string) =>
  queryOptions({
    queryKey: ['stock', 'trace', lotId],
    queryFn: () => read(api.stock.lots[':lotId'].trace.$get({ param: { lotId } })),
  })

/** A lot from its receipt to every unit that is left of it. */
export function LotPage() {
  const lotId = usePathParam('lotId')
  const query = useQuery(traceQuery(lotId))
  return <Loadable query={query}>{(trace) => <Trace trace={trace} />}</Loadable>
}

function Trace({ trace }: { readonly trace: LotTraceView }) {
  const t = useLotTexts()
  const stock = useStockTexts()
  const mayDecide = useHolds(DECIDES_ON_STOCK)
  const [{ lieu }, change] = useFilters(LotSearch)
  const { lot, holders, movements } = trace
  return (
    <Page
      title={t('title', { number: lot.lotNumber })}
      crumbs={[
        { label: stock('title'), to: '/pharmacie/stock' },
        { label: lot.productName, to: `/pharmacie/stock/${lot.productId}` },
      ]}
      marks={<LotBadge status={lot.status} expiresOn={lot.expiresOn} />}
      subtitle={<Why lot={lot} />}
      actions={mayDecide ? <LotDecision lot={lot} holders={holders} /> : null}
    >
      <Panel title={lot.productName}>
        <Figures trace={trace} />
      </Panel>
      <Paper p="md">
        <LotGraph movements={movements} selected={lieu} onSelect={(key) => change({ lieu: key })} />
      </Paper>
      <MovementsTable
        movements={movements}
        place={lieu}
        onClear={() => change({ lieu: undefined })}
        mayReverse={mayDecide}
      />
      <Panel title={t('holders')}>
        <HoldersTable holders={holders} />
      </Panel>
      <Panel title={t('orders')}>
        <LotOrdersTable orders={trace.orders} />
      </Panel>
    </Page>
  )
}

function Why({ lot }: { readonly lot: LotTraceView['lot'] }) {
  const t = useLotTexts()
  const formats = useFormats()
  if (lot.statusReason === null) return null
  const at = lot.statusChangedAt
  return (
    <>
      {t('reasonWas', { reason: lot.statusReason })}
      {at === null ? '' : ` · ${t('since', { at: formats.dateTime(at) })}`}
    </>
  )
}

function Figures({ trace }: { readonly trace: LotTraceView }) {
  const t = useLotTexts()
  const { lot, receivedUnits, heldUnits, goneUnits } = trace
  const isConserved = receivedUnits === heldUnits + goneUnits
  return (
    <>
      <Facts
        items={[
          { label: t('expiresOn'), value: <Expiry on={lot.expiresOn} /> },
          { label: t('received'), value: <Units of={receivedUnits} /> },
          { label: t('held'), value: <Units of={heldUnits} /> },
          { label: t('gone'), value: <Units of={goneUnits} /> },
        ]}
      />
      <Group gap="xs">
        <Text c={isConserved ? 'var(--nv-ok)' : 'var(--nv-stop)'} size="sm">
          <span aria-hidden>{isConserved ? '✓' : '✕'}</span>{' '}
          {t(isConserved ? 'conserved' : 'notConserved')}
        </Text>
      </Group>
    </>
  )
}
