import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { DataTable } from '../../ui/table/data-table.js'
import { stageOf } from '../arrivals/stages.js'
import { useArrivalColumns } from '../arrivals/use-arrival-columns.js'
import { useLabTexts } from '../lab-texts.js'
import { arrivalsQuery } from '../queries.js'
import { useLaboratoryId } from '../use-laboratory.js'
import { ScanToOpen } from './scan-to-open.js'
import { useBenchTexts } from './texts.js'

/** The bench before a container is on it: scan, and its reception opens. */
export function ScanPage() {
  const texts = useBenchTexts()
  const lab = useLabTexts()
  const navigate = useNavigate()
  const query = useQuery(arrivalsQuery(useLaboratoryId()))
  const columns = useArrivalColumns().filter(({ key }) => key !== 'holder')
  return (
    <Page
      title={texts('title')}
      crumbs={[{ label: lab('arrivals'), to: '/laboratoire' }]}
      subtitle={texts('scanFirst.subtitle')}
    >
      <ScanToOpen label={texts('scanFirst.scan')} />
      <Panel title={texts('scanFirst.waiting')}>
        <Loadable query={query}>
          {({ items }) => (
            <DataTable
              label={texts('scanFirst.list')}
              columns={columns}
              rows={items.filter((each) => stageOf(each) === 'bench')}
              rowId={({ id }) => id}
              onOpen={({ id }) => void navigate({ to: `/laboratoire/reception/${id}` })}
              empty={
                <EmptyState title={texts('scanFirst.none')}>
                  {texts('scanFirst.noneSentence')}
                </EmptyState>
              }
            />
          )}
        </Loadable>
      </Panel>
    </Page>
  )
}
