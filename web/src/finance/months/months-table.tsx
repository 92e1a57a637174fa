import { Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { changeOf } from '../kit/exact.js'
import { capital, signedEuros, signedPercent } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import { MonthLeft } from './month-left.js'
import { useMonthsTexts } from './texts.js'
import type { MonthRow } from './use-months.js'

interface Props {
  readonly rows: readonly MonthRow[]
  readonly mayAct: boolean
}

/** Months newest first; each opens onto its path to closing. */
export function MonthsTable({ rows, mayAct }: Props) {
  const texts = useMonthsTexts()
  const words = useVocabulary()
  const common = useFinanceTexts()
  const formats = useFormats()
  const navigate = useNavigate()
  const columns: Column<MonthRow>[] = [
    {
      key: 'month',
      header: texts('title'),
      sticky: true,
      cell: ({ period }) => (
        <PathLink to={`/finance/mois/${period.id}`}>
          {capital(formats.month(period.month))}
        </PathLink>
      ),
    },
    {
      key: 'state',
      header: texts('state'),
      cell: ({ period }) => (
        <Stack gap={2} align="flex-start">
          <StateBadge state={period.state}>{words.word('periodState', period.state)}</StateBadge>
          <StateDate period={period} />
        </Stack>
      ),
    },
    { key: 'total', header: texts('total'), align: 'right', cell: (row) => <Total row={row} /> },
    {
      key: 'difference',
      header: texts('difference'),
      align: 'right',
      cell: ({ difference, before, total }) =>
        difference && before && total ? (
          <>
            <div className="nv-number">{signedEuros(formats, difference)}</div>
            <ChangeShare now={total} before={before} />
          </>
        ) : (
          '–'
        ),
    },
    { key: 'left', header: texts('left'), cell: (row) => <MonthLeft row={row} mayAct={mayAct} /> },
  ]
  return (
    <DataTable
      label={common('table', { title: texts('list') })}
      columns={columns}
      rows={rows}
      rowId={({ period }) => period.id}
      onOpen={({ period }) => void navigate({ to: `/finance/mois/${period.id}` })}
    />
  )
}

function StateDate({ period }: { readonly period: MonthRow['period'] }) {
  const texts = useMonthsTexts()
  const formats = useFormats()
  const at = period.closedAt ?? period.frozenAt
  if (at === null) return null
  return (
    <Text size="xs" c="dimmed">
      {texts(period.closedAt === null ? 'frozenOn' : 'closedOn', { date: formats.date(at) })}
    </Text>
  )
}

function Total({ row: { period, total } }: { readonly row: MonthRow }) {
  const texts = useMonthsTexts()
  const formats = useFormats()
  if (total === undefined) return '…'
  if (total === null) return '–'
  return (
    <>
      <div className="nv-number">{formats.euros(total)}</div>
      {period.state === 'closed' ? null : (
        <Text size="xs" c="dimmed">
          {texts('soFar')}
        </Text>
      )}
    </>
  )
}

function ChangeShare({ now, before }: { readonly now: string; readonly before: string }) {
  const formats = useFormats()
  const share = changeOf(now, before)
  if (share === undefined) return null
  return (
    <Text size="xs" c="dimmed" className="nv-number">
      {signedPercent(formats, share)}
    </Text>
  )
}
