import { Button, Stack } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { ListTable } from '../shared/list-table.js'
import { useMayAdminister } from '../shared/use-administration.js'
import { DeadLetters } from './dead-letters.js'
import { jobsQuery } from './queries.js'
import { QueuesPanel } from './queues-panel.js'
import { useJobsTexts } from './texts.js'
import { useJobColumns } from './use-job-columns.js'

const HEIGHT_PX = 560

/** What the program does in the background, and what gave up. */
export function JobsPage() {
  const texts = useJobsTexts()
  const mayAct = useMayAdminister()
  const query = useQuery(jobsQuery)
  const columns = useJobColumns()
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={
        mayAct ? (
          <Button
            component="a"
            href="/admin/queues"
            target="_blank"
            rel="noreferrer"
            variant="default"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {texts('board')}
          </Button>
        ) : null
      }
    >
      <Stack gap="md">
        <DeadLetters mayAct={mayAct} />
        <Loadable query={query}>
          {({ queues, recent }) => (
            <>
              <QueuesPanel queues={queues} />
              <Panel title={texts('recent')}>
                <ListTable
                  label={texts('recent')}
                  columns={columns}
                  rows={recent}
                  rowId={({ queue, id }) => `${queue} ${id}`}
                  height={HEIGHT_PX}
                  empty={<EmptyState title={texts('noRecent')} />}
                />
              </Panel>
            </>
          )}
        </Loadable>
      </Stack>
    </Page>
  )
}
