import { Text } from '@mantine/core'
import { text } from '../../ui/filters.js'
import { Panel } from '../../ui/layout/panel.js'
import { useFilters } from '../../ui/use-filters.js'
import { HeatTable } from '../split/heat-table.js'
import { ShareDrawer } from '../split/share-drawer.js'
import type { StepProps } from './step-props.js'
import { useCloseTexts } from './texts.js'

const CellFilter = {
  etape: text,
  poste: text,
  membre: text,
  vue: text,
}

/** The whole table as closing would freeze it; every cell opens. */
export function SimulateStep({ closing: { split, period } }: StepProps) {
  const texts = useCloseTexts()
  const [{ poste, membre, vue }, change] = useFilters(CellFilter)
  const cell = poste && membre ? { poolId: poste, establishmentId: membre } : undefined
  return (
    <Panel title={texts(period.state === 'closed' ? 'simulate.closed' : 'simulate.title')}>
      <Text c="dimmed">{texts('simulate.hint')}</Text>
      <HeatTable
        split={split}
        onOpen={(open) =>
          change({ poste: open.poolId, membre: open.establishmentId, vue: undefined })
        }
      />
      <ShareDrawer
        periodId={period.id}
        cell={cell}
        view={vue}
        onView={(next) => change({ vue: next })}
        onClose={() => change({ poste: undefined, membre: undefined, vue: undefined })}
      />
    </Panel>
  )
}
