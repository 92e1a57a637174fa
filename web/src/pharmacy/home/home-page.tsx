import { Grid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PharmacyDay } from '../../../../src/today/schema.js'
import { usePlace } from '../../app/place.js'
import { todayQuery } from '../../app/today.js'
import { useFormats } from '../../texts/formats.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Lines, Loadable } from '../../ui/state/loadable.js'
import { LateTiles } from './late-tiles.js'
import { Mine } from './mine.js'
import { NextRuns } from './next-runs.js'
import { StockTiles } from './stock-tiles.js'
import { useHomeTexts } from './texts/index.js'
import { TodoTiles } from './todo-tiles.js'

/** What is late, what is mine, what is next: every figure opens what it counts. */
export function HomePage() {
  const t = useHomeTexts()
  const formats = useFormats()
  const place = usePlace()
  const query = useQuery(todayQuery({ place: 'grouping' }, place))
  return (
    <Page title={t('title')} subtitle={formats.dateOfWeek(query.data?.at ?? Date.now())}>
      <Loadable query={query} skeleton={<Lines count={5} height={96} />}>
        {({ pharmacy }) => (pharmacy === null ? null : <Day day={pharmacy} />)}
      </Loadable>
    </Page>
  )
}

function Day({ day }: { readonly day: PharmacyDay }) {
  const t = useHomeTexts()
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack gap="md">
          <Panel title={t('todo.title')}>
            <TodoTiles day={day} />
          </Panel>
          <Panel title={t('runs.title')}>
            <NextRuns runs={day.nextRuns} />
          </Panel>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Stack gap="md">
          {day.mine.length > 0 ? (
            <Panel title={t('mine.title')}>
              <Mine orders={day.mine} />
            </Panel>
          ) : null}
          <Panel title={t('late.title')}>
            <LateTiles day={day} />
          </Panel>
          <Panel title={t('stock.title')}>
            <StockTiles day={day} />
          </Panel>
        </Stack>
      </Grid.Col>
    </Grid>
  )
}
