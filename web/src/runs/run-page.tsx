import { Grid, Paper, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { RunView } from '../../../src/courier/run-schema.js'
import { useFormats } from '../texts/formats.js'
import { useVocabulary } from '../texts/vocabulary.js'
import { Facts } from '../ui/layout/facts.js'
import { Page } from '../ui/layout/page.js'
import { Panel } from '../ui/layout/panel.js'
import { StateBadge } from '../ui/marks/state-badge.js'
import { Loadable } from '../ui/state/loadable.js'
import { usePathParam } from '../ui/use-path-param.js'
import { timesOf } from './expected-times.js'
import { RunActions } from './run-actions.js'
import { RunMap } from './run-map.js'
import { RunSheet } from './run-sheet.js'
import { RunStop } from './run-stop.js'
import { RunTimeline } from './run-timeline.js'
import { runQuery } from './runs-queries.js'
import { useRunTexts } from './texts.js'

interface Props {
  readonly base: string
}

/** One run: how it goes, where it goes, and what each stop gives and takes. */
export function RunPage({ base }: Props) {
  const query = useQuery(runQuery(usePathParam('runId')))
  return <Loadable query={query}>{(run) => <Run run={run} base={base} />}</Loadable>
}

function Run({ run, base }: Props & { readonly run: RunView }) {
  const t = useRunTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const { times } = timesOf(run)
  return (
    <Page
      title={run.name}
      crumbs={[{ label: t('title'), to: base }]}
      marks={<StateBadge state={run.state}>{words.word('runState', run.state)}</StateBadge>}
      subtitle={`${run.number} · ${formats.weekday(run.serviceOn)}`}
      actions={<RunActions run={run} />}
    >
      <Paper p="md">
        <RunFacts run={run} />
      </Paper>
      <Paper p="md">
        <RunTimeline runs={[run]} />
      </Paper>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Panel title={t('stops')}>
            <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
              {times.map((time) => (
                <RunStop key={time.stop.id} time={time} />
              ))}
            </Stack>
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <Paper p="md">
              <RunMap stops={run.stops} />
            </Paper>
            <Panel title={t('sheet.panel')}>
              <RunSheet run={run} />
            </Panel>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  )
}

function RunFacts({ run }: { readonly run: RunView }) {
  const t = useRunTexts()
  const formats = useFormats()
  const { lateMs } = timesOf(run)
  const { startedAt, endedAt, reason } = run
  return (
    <Facts
      items={[
        { label: t('columns.courier'), value: run.courierName ?? t('nobody') },
        { label: t('columns.departs'), value: formats.time(run.departsAt) },
        { label: t('columns.cutoff'), value: formats.time(run.cutoffAt) },
        ...(startedAt === null
          ? []
          : [
              {
                label: t('columns.actual'),
                value: t('started', { time: formats.time(startedAt) }),
              },
            ]),
        ...(run.state === 'started'
          ? [
              {
                label: t('columns.expected'),
                value: (
                  <StateBadge tone={lateMs >= 60_000 ? 'warn' : 'ok'}>
                    {lateMs >= 60_000
                      ? t('late', { duration: formats.duration(lateMs) })
                      : t('onTime')}
                  </StateBadge>
                ),
              },
            ]
          : []),
        ...(endedAt === null
          ? []
          : [
              {
                label: t('columns.state'),
                value: t('ended', { time: formats.time(endedAt) }),
              },
            ]),
        ...(reason === null ? [] : [{ label: t('abort.reason'), value: reason }]),
      ]}
    />
  )
}
