import { Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { AlarmView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { oneOf } from '../../ui/filters.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Lines } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { useIsAtBench, useLaboratoryId } from '../use-laboratory.js'
import { AlarmWords } from './alarm-words.js'
import { TakeAlarms } from './take-alarms.js'
import { useAlarmTexts } from './texts.js'

const VIEWS = ['a-traiter', 'prises'] as const
const Filters = { vue: oneOf(VIEWS) }

/** Deadlines in danger: what threatens, what to do, who looks after it. */
export function AlarmsPage() {
  const texts = useAlarmTexts()
  const [filters, filter] = useFilters(Filters)
  const isHandled = filters.vue === 'prises'
  return (
    <Page title={texts('title')} subtitle={texts('subtitle')}>
      <SegmentedControl
        aria-label={texts('filter')}
        value={filters.vue ?? 'a-traiter'}
        onChange={(vue) => filter({ vue: VIEWS.find((each) => each === vue) })}
        data={[
          { value: 'a-traiter', label: texts('open') },
          { value: 'prises', label: texts('handled') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Alarms key={String(isHandled)} isHandled={isHandled} />
    </Page>
  )
}

function Alarms({ isHandled }: { readonly isHandled: boolean }) {
  const texts = useAlarmTexts()
  const ui = useUiTexts()
  const groupingId = useLaboratoryId()
  const { items, more, isLoading, error } = usePages({
    queryKey: ['deadline-alarms', 'list', groupingId, isHandled],
    page: (cursor) =>
      read(
        api['deadline-alarms'].$get({
          query: { groupingId, acknowledged: String(isHandled), ...(cursor && { cursor }) },
        }),
      ),
  })
  if (error) return <ProblemAlert error={error} />
  if (isLoading) return <Lines count={3} height={96} />
  if (items.length === 0) {
    return (
      <EmptyState title={texts(isHandled ? 'noneHandled' : 'none')}>
        {isHandled ? null : texts('noneSentence')}
      </EmptyState>
    )
  }
  return (
    <Stack gap="sm">
      {byShipment(items).map((alarms) => (
        <AlarmCard key={alarms[0].id} alarms={alarms} />
      ))}
      {more ? (
        <Button variant="subtle" loading={more.isLoading} onClick={more.load}>
          {ui('more')}
        </Button>
      ) : null}
    </Stack>
  )
}

type Some = readonly [AlarmView, ...AlarmView[]]

/** The alarms of one container together, the most pressing container first. */
function byShipment(alarms: readonly AlarmView[]): Some[] {
  const groups = new Map<string, [AlarmView, ...AlarmView[]]>()
  for (const alarm of alarms) {
    const group = groups.get(alarm.shipment.id)
    if (group === undefined) groups.set(alarm.shipment.id, [alarm])
    else group.push(alarm)
  }
  return [...groups.values()].toSorted(([a], [b]) => a.deadlineAt.localeCompare(b.deadlineAt))
}

function AlarmCard({ alarms }: { readonly alarms: Some }) {
  const texts = useAlarmTexts()
  const words = useVocabulary()
  const [{ shipment }] = alarms
  const isOpen = alarms.some(({ acknowledgedAt }) => acknowledgedAt === null)
  return (
    <Paper
      p="md"
      component="article"
      aria-label={`${shipment.number} ${shipment.establishmentName}`}
    >
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={6} flex="1 1 320px">
          <Group gap="sm">
            <Title order={2}>{shipment.establishmentName}</Title>
            <PathLink to={`/laboratoire/colis/${shipment.id}`}>{shipment.number}</PathLink>
            <StateBadge state={shipment.state}>
              {words.word('shipmentState', shipment.state)}
            </StateBadge>
          </Group>
          {alarms.map((alarm) => (
            <div key={alarm.id}>
              <AlarmWords alarm={alarm} />
              {alarm.acknowledgedAt === null ? null : (
                <Answer alarm={alarm} at={alarm.acknowledgedAt} />
              )}
            </div>
          ))}
          {isOpen ? (
            <Text>
              <Text span fw={600}>
                {texts('todo')}
                {'\u00a0: '}
              </Text>
              {texts.word('todos', shipment.state)}
            </Text>
          ) : null}
        </Stack>
        {isOpen ? <AlarmActs alarms={alarms} /> : null}
      </Group>
    </Paper>
  )
}

function Answer({ alarm, at }: { readonly alarm: AlarmView; readonly at: string }) {
  const texts = useAlarmTexts()
  const formats = useFormats()
  return (
    <div>
      <Text size="sm" c="dimmed">
        {texts('by', { who: alarm.acknowledgedBy ?? '–', at: formats.dateTime(at) })}
      </Text>
      <Text>{alarm.comment}</Text>
    </div>
  )
}

const TO_RECEIVE: ReadonlySet<string> = new Set(['delivered', 'receiving'])

function AlarmActs({ alarms }: { readonly alarms: Some }) {
  const texts = useAlarmTexts()
  const isAtBench = useIsAtBench()
  const { id, state } = alarms[0].shipment
  const isToReceive = isAtBench && TO_RECEIVE.has(state)
  return (
    <Group gap="xs">
      <Button
        variant="default"
        component={Link}
        to={`/laboratoire/${isToReceive ? 'reception' : 'colis'}/${id}`}
      >
        {texts(isToReceive ? 'receive' : 'see')}
      </Button>
      <TakeAlarms alarms={alarms} />
    </Group>
  )
}
