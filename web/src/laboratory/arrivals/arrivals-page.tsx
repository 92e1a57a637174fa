import { Button, Group, Paper, SegmentedControl, Text } from '@mantine/core'
import { IconDeviceTv, IconScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ShipmentSummary } from '../../../../src/specimens/view-schema.js'
import { number, oneOf } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useFilters } from '../../ui/use-filters.js'
import { useNow } from '../../ui/use-now.js'
import { ScanToOpen } from '../bench/scan-to-open.js'
import { useLabTexts } from '../lab-texts.js'
import { arrivalsQuery } from '../queries.js'
import { useIsAtBench, useLaboratoryId } from '../use-laboratory.js'
import { ArrivalTiles } from './arrival-tiles.js'
import { DeadlineBoard } from './deadline-board.js'
import { isLate, STAGES, type Stage, stageOf } from './stages.js'
import { useArrivalsTexts } from './texts.js'
import { useArrivalColumns } from './use-arrival-columns.js'
import { WallBoard } from './wall-board.js'

const Filters = {
  etape: oneOf(STAGES),
  mural: number,
}

/** What is late, what arrives next, what waits on the bench. */
export function ArrivalsPage() {
  const texts = useArrivalsTexts()
  const [filters, filter] = useFilters(Filters)
  const query = useQuery(arrivalsQuery(useLaboratoryId()))
  const isAtBench = useIsAtBench()
  if (filters.mural === 1 && query.data) {
    return <WallBoard shipments={query.data.items} onLeave={() => filter({ mural: undefined })} />
  }
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconDeviceTv size={18} aria-hidden />}
            onClick={() => filter({ mural: 1 })}
          >
            {texts('wall')}
          </Button>
          {isAtBench ? (
            <Button
              component={Link}
              to="/laboratoire/reception"
              leftSection={<IconScan size={18} aria-hidden />}
            >
              {texts('bench')}
            </Button>
          ) : null}
        </>
      }
    >
      <ScanToOpen label={texts('scan')} />
      <Loadable query={query}>
        {({ items, nextCursor }) => (
          <Arrivals
            shipments={items}
            isCapped={nextCursor !== undefined}
            stage={filters.etape}
            onStage={(etape) => filter({ etape })}
          />
        )}
      </Loadable>
    </Page>
  )
}

interface Props {
  readonly shipments: readonly ShipmentSummary[]
  readonly isCapped: boolean
  readonly stage: Stage | undefined
  readonly onStage: (stage: Stage | undefined) => void
}

function Arrivals({ shipments, isCapped, stage, onStage }: Props) {
  const texts = useArrivalsTexts()
  if (shipments.length === 0) {
    return <EmptyState title={texts('empty.title')}>{texts('empty.sentence')}</EmptyState>
  }
  return (
    <>
      <ArrivalTiles shipments={shipments} />
      <Panel title={texts('list')} aside={<StageFilter stage={stage} onStage={onStage} />}>
        <ArrivalTable shipments={shipments} stage={stage} onStage={onStage} />
        {isCapped ? <Text c="dimmed">{texts('capped')}</Text> : null}
      </Panel>
      <Paper p="md">
        <DeadlineBoard shipments={shipments} />
      </Paper>
    </>
  )
}

function StageFilter({ stage, onStage }: Pick<Props, 'stage' | 'onStage'>) {
  const texts = useArrivalsTexts()
  return (
    <SegmentedControl
      aria-label={texts('stage')}
      value={stage ?? 'all'}
      onChange={(value) => onStage(STAGES.find((each) => each === value))}
      data={[
        { value: 'all', label: texts('all') },
        { value: 'bench', label: texts('atBench') },
        { value: 'way', label: texts('onTheWay') },
        { value: 'waiting', label: texts('toPickUp') },
      ]}
    />
  )
}

function ArrivalTable({ shipments, stage, onStage }: Omit<Props, 'isCapped'>) {
  const texts = useArrivalsTexts()
  const lab = useLabTexts()
  const now = useNow()
  const navigate = useNavigate()
  const columns = useArrivalColumns()
  const isAtBench = useIsAtBench()
  const open = (shipment: ShipmentSummary) => {
    const isBench = isAtBench && stageOf(shipment) === 'bench'
    void navigate({ to: `/laboratoire/${isBench ? 'reception' : 'colis'}/${shipment.id}` })
  }
  return (
    <DataTable
      label={`${lab('arrivals')}. ${texts('list')}`}
      columns={columns}
      rows={shipments.filter((each) => stage === undefined || stageOf(each) === stage)}
      rowId={({ id }) => id}
      onOpen={open}
      emphasis={(each) => (isLate(each, now) ? 'late' : each.isUrgent ? 'urgent' : undefined)}
      empty={
        <Group>
          <Text>{texts('empty.filtered')}</Text>
          <Button variant="subtle" onClick={() => onStage(undefined)}>
            {texts('empty.showAll')}
          </Button>
        </Group>
      }
    />
  )
}
