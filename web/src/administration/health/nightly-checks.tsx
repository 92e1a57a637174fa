import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { TONE_SHAPES, type Tone } from '../../ui/marks/tone.js'
import type { Column } from '../../ui/table/data-table.js'
import { ListTable } from '../parts/list-table.js'
import { useAdministered } from '../parts/use-administration.js'
import {
  chainHealthQuery,
  deadCountQuery,
  openAlarmsQuery,
  reconciliationQuery,
} from './queries.js'
import { useHealthTexts } from './texts.js'

interface Check {
  readonly id: 'stock' | 'chain' | 'alarms' | 'dead'
  readonly tone: Tone
  readonly said: string
  readonly to?: string
  readonly search?: Readonly<Record<string, unknown>>
}

/** What the program checks by itself, and what it found last. */
export function NightlyChecks() {
  const texts = useHealthTexts()
  const checks = [useStockCheck(), useChainCheck(), useAlarmCheck(), useDeadCheck()]
  const columns: readonly Column<Check>[] = [
    {
      key: 'check',
      header: texts('column.what'),
      cell: ({ id }) => (
        <Stack gap={0}>
          {texts(`check.${id}`)}
          <Text size="sm" c="dimmed">
            {texts(`check.${id}Hint`)}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'state',
      header: texts('column.state'),
      cell: ({ tone, said }) => (
        <Text size="sm" fw={600} c={tone === 'neutral' ? 'dimmed' : `var(--nv-${tone})`}>
          {`${TONE_SHAPES[tone]} ${said}`}
        </Text>
      ),
    },
    {
      key: 'to',
      header: <span className="nv-visually-hidden">{texts('toAudit')}</span>,
      cell: ({ id, to, search }) =>
        to === undefined ? null : (
          <PathLink to={to} search={search ?? {}}>
            {texts(id === 'dead' ? 'toJobs' : 'toAudit')}
          </PathLink>
        ),
    },
  ]
  return (
    <Panel title={texts('checks')}>
      <ListTable label={texts('checks')} columns={columns} rows={checks} rowId={({ id }) => id} />
    </Panel>
  )
}

const WAITING = '…'

function useStockCheck(): Check {
  const texts = useHealthTexts()
  const formats = useFormats()
  const { data } = useQuery(reconciliationQuery(useAdministered().id))
  if (data === undefined) return { id: 'stock', tone: 'neutral', said: WAITING }
  if (data === null) return { id: 'stock', tone: 'neutral', said: texts('check.stockNever') }
  const at = formats.dateTime(data.at)
  return {
    id: 'stock',
    tone: data.agrees ? 'ok' : 'stop',
    said: texts(data.agrees ? 'check.stockOk' : 'check.stockDiffers', { at }),
    to: '/administration/journal',
    search: {
      geste: data.agrees ? 'stock.agrees-with-ledger' : 'stock.differs-from-ledger',
    },
  }
}

function useChainCheck(): Check {
  const texts = useHealthTexts()
  const formats = useFormats()
  const { data } = useQuery(chainHealthQuery(useAdministered().id))
  const to = '/administration/journal'
  if (data === undefined) return { id: 'chain', tone: 'neutral', said: WAITING, to }
  return data.brokenAt === undefined
    ? {
        id: 'chain',
        tone: 'ok',
        said: texts('check.chainOk', { count: data.sealed, n: formats.number(data.sealed) }),
        to,
      }
    : { id: 'chain', tone: 'stop', said: texts('check.chainBroken'), to }
}

function useAlarmCheck(): Check {
  const texts = useHealthTexts()
  const { data: count } = useQuery(openAlarmsQuery(useAdministered().id))
  if (count === undefined) return { id: 'alarms', tone: 'neutral', said: WAITING }
  return count === 0
    ? { id: 'alarms', tone: 'ok', said: texts('check.alarmsNone') }
    : { id: 'alarms', tone: 'warn', said: texts('check.openAlarms', { count }) }
}

function useDeadCheck(): Check {
  const texts = useHealthTexts()
  const { data: count } = useQuery(deadCountQuery)
  const to = '/administration/taches'
  if (count === undefined) return { id: 'dead', tone: 'neutral', said: WAITING, to }
  return count === 0
    ? { id: 'dead', tone: 'ok', said: texts('check.deadNone'), to }
    : { id: 'dead', tone: 'warn', said: texts('check.letters', { count }), to }
}
