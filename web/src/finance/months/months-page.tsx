import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useHolds } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Lines, Loadable } from '../../ui/state/loadable.js'
import { FINANCE_CONTROLLERS } from '../kit/roles.js'
import { useFinanceTexts } from '../kit/texts.js'
import { MonthPicture } from './month-picture.js'
import { MonthsTable } from './months-table.js'
import { OpenMonth } from './open-month.js'
import { useMonthsTexts } from './texts.js'
import { useMonths } from './use-months.js'

/** Below the list that is looked at first. */
const BudgetPanel = lazy(() =>
  import('../budget/comparison-panel.js').then((module) => ({ default: module.BudgetPanel })),
)

/** Every month of the grouping: what it cost, and what is left before it can be closed. */
export function MonthsPage() {
  const texts = useMonthsTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const navigate = useNavigate()
  const mayAct = useHolds(FINANCE_CONTROLLERS)
  const { periods, rows } = useMonths()
  const oldestOpen = rows.toReversed().find(({ period }) => period.state !== 'closed')
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={
        <>
          {mayAct ? <OpenMonth periods={rows.map(({ period }) => period)} /> : null}
          {oldestOpen && mayAct ? (
            <Button
              variant={oldestOpen.blockers.length > 0 ? 'default' : 'filled'}
              onClick={() => void navigate({ to: `/finance/mois/${oldestOpen.period.id}` })}
            >
              {texts('review', { month: formats.month(oldestOpen.period.month) })}
            </Button>
          ) : null}
        </>
      }
    >
      <Loadable query={periods}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={common('noMonths')}>{common('noMonthsHint')}</EmptyState>
          ) : (
            <>
              <Panel title={texts('list')}>
                <MonthsTable rows={rows} mayAct={mayAct} />
              </Panel>
              <MonthPicture rows={rows} />
              <Suspense fallback={<Lines count={4} height={40} />}>
                <BudgetPanel />
              </Suspense>
            </>
          )
        }
      </Loadable>
    </Page>
  )
}
