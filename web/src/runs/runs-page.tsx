import { ActionIcon, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { RunSummary } from '../../../src/courier/run-schema.js'
import { useGrouping } from '../app/place.js'
import { today, useFormats } from '../texts/formats.js'
import { useVocabulary } from '../texts/vocabulary.js'
import { day } from '../ui/filters.js'
import { DayInput } from '../ui/form/day-input.js'
import { Page, PathLink } from '../ui/layout/page.js'
import { StateBadge } from '../ui/marks/state-badge.js'
import { EmptyState } from '../ui/state/empty-state.js'
import { Lines, Loadable } from '../ui/state/loadable.js'
import { type Column, DataTable } from '../ui/table/data-table.js'
import { useFilters } from '../ui/use-filters.js'
import { RunTimeline } from './run-timeline.js'
import { runQuery, runsOfDayQuery } from './runs-queries.js'
import { useRunTexts } from './texts.js'

const RunsSearch = { jour: day }
const DAY_MS = 86_400_000

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

interface Props {
  /** Where these runs are: `/pharmacie/tournees`, `/laboratoire/tournees`. */
  readonly base: string
  readonly kind: 'pharmacy' | 'laboratory'
}

/** The runs of a day, as a picture and as a list; live. */
export function RunsPage({ base, kind }: Props) {
  const t = useRunTexts()
  const formats = useFormats()
  const grouping = useGrouping(kind)
  const [{ jour = today() }, change] = useFilters(RunsSearch)
  const query = useQuery({
    ...runsOfDayQuery(grouping?.id ?? '', jour),
    enabled: grouping !== undefined,
  })
  const goTo = (day: string) => change({ jour: day === today() ? undefined : day })
  return (
    <Page title={t('title')} subtitle={formats.weekday(jour)}>
      <Group gap="xs" align="flex-end">
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('previous')}
          onClick={() => goTo(shifted(jour, -1))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <DayInput label={t('day')} value={jour} onChange={(day) => goTo(day ?? today())} w={150} />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('next')}
          onClick={() => goTo(shifted(jour, 1))}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" disabled={jour === today()} onClick={() => goTo(today())}>
          {t('today')}
        </Button>
        <Button
          variant="default"
          disabled={jour === shifted(today(), 1)}
          onClick={() => goTo(shifted(today(), 1))}
        >
          {t('tomorrow')}
        </Button>
      </Group>
      <Loadable query={query} skeleton={<Lines count={4} height={64} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
          ) : (
            <Stack gap="md">
              <DayTimeline runs={items} base={base} />
              <RunsTable runs={items} base={base} />
            </Stack>
          )
        }
      </Loadable>
    </Page>
  )
}

interface ListProps {
  readonly runs: readonly RunSummary[]
  readonly base: string
}

function DayTimeline({ runs, base }: ListProps) {
  const views = useQueries({ queries: runs.map(({ id }) => runQuery(id)) })
  const known = views.flatMap(({ data }) => (data === undefined ? [] : [data]))
  return (
    <Paper p="md">
      {known.length === 0 ? (
        <Lines count={runs.length} height={64} />
      ) : (
        <RunTimeline runs={known} base={base} />
      )}
    </Paper>
  )
}

function RunsTable({ runs, base }: ListProps) {
  const t = useRunTexts()
  const navigate = useNavigate()
  const columns = useColumns(base)
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={runs}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `${base}/${id}` })}
    />
  )
}

function useColumns(base: string): Column<RunSummary>[] {
  const t = useRunTexts()
  const words = useVocabulary()
  const formats = useFormats()
  return [
    {
      key: 'run',
      header: t('columns.run'),
      sticky: true,
      cell: ({ id, name }) => <PathLink to={`${base}/${id}`}>{name}</PathLink>,
    },
    {
      key: 'number',
      header: t('columns.number'),
      cell: ({ number }) => <span className="nv-code">{number}</span>,
    },
    {
      key: 'departs',
      header: t('columns.departs'),
      cell: ({ departsAt }) => formats.time(departsAt),
    },
    { key: 'cutoff', header: t('columns.cutoff'), cell: ({ cutoffAt }) => formats.time(cutoffAt) },
    {
      key: 'state',
      header: t('columns.state'),
      cell: ({ state }) => <StateBadge state={state}>{words.word('runState', state)}</StateBadge>,
    },
    {
      key: 'courier',
      header: t('columns.courier'),
      cell: ({ courierName, state }) =>
        courierName ??
        (state === 'planned' ? (
          <StateBadge tone="warn">{t('unassigned')}</StateBadge>
        ) : (
          <Text span c="dimmed">
            {t('nobody')}
          </Text>
        )),
    },
    {
      key: 'stops',
      header: t('columns.stops'),
      cell: ({ stops, openStops }) => t('stopsLeft', { done: stops - openStops, total: stops }),
    },
  ]
}
