import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { Loadable } from '../../ui/state/loadable.js'
import type { Column } from '../../ui/table/data-table.js'
import { ListTable } from '../parts/list-table.js'
import { NightlyChecks } from './nightly-checks.js'
import { deadCountQuery, readinessQuery } from './queries.js'
import { QueueLag } from './queue-lag.js'
import { useHealthTexts } from './texts.js'
import { useLag } from './use-lag.js'

/** Whether the program can work, and what it found when it checked itself. */
export function HealthPage() {
  const texts = useHealthTexts()
  const query = useQuery(readinessQuery)
  return (
    <Page title={texts('title')} subtitle={texts('subtitle')}>
      <Loadable query={query}>
        {({ checks }) => (
          <Stack gap="md">
            <Overall checks={checks} readAt={query.dataUpdatedAt} isLost={query.error !== null} />
            <Dependencies checks={checks} />
            <QueueLag />
            <NightlyChecks />
          </Stack>
        )}
      </Loadable>
    </Page>
  )
}

interface OverallProps {
  readonly checks: Readonly<Record<string, boolean>>
  readonly readAt: number
  readonly isLost: boolean
}

function Overall({ checks, readAt, isLost }: OverallProps) {
  const texts = useHealthTexts()
  const formats = useFormats()
  const { isLate } = useLag()
  const { data: deadLetters = 0 } = useQuery(deadCountQuery)
  const isUp = !isLost && Object.values(checks).every(Boolean)
  const tone = isUp ? (isLate || deadLetters > 0 ? 'warn' : 'ok') : 'stop'
  return (
    <Verdict
      tone={tone}
      detail={`${texts(`verdictHint.${tone}`)} ${texts('readAt', { time: formats.time(readAt) })}.`}
    >
      {isLost ? texts('unreachable') : texts(`verdict.${tone}`)}
    </Verdict>
  )
}

interface Dependency {
  readonly name: string
  readonly isUp: boolean
}

function Dependencies({ checks }: { readonly checks: Readonly<Record<string, boolean>> }) {
  const texts = useHealthTexts()
  const columns: readonly Column<Dependency>[] = [
    {
      key: 'name',
      header: texts('column.what'),
      cell: ({ name }) => (
        <>
          {texts.word('dependency', name)}
          <Text size="sm" c="dimmed">
            {texts.word('dependencyHint', name)}
          </Text>
        </>
      ),
    },
    {
      key: 'state',
      header: texts('column.state'),
      cell: ({ isUp }) => (
        <StateBadge tone={isUp ? 'ok' : 'stop'}>
          {texts(isUp ? 'state.up' : 'state.down')}
        </StateBadge>
      ),
    },
  ]
  return (
    <Panel title={texts('dependencies')}>
      <ListTable
        label={texts('dependencies')}
        columns={columns}
        rows={Object.entries(checks).map(([name, isUp]) => ({ name, isUp }))}
        rowId={({ name }) => name}
      />
    </Panel>
  )
}
