import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { usePlace } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { Euros } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Bars } from '../../ui/picture/lazy-charts.js'
import { Picture } from '../../ui/picture/picture.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { centsOf, decimalOf, heightOf } from './amounts.js'
import { type Statement, statementsQuery } from './statement-queries.js'
import { useStatementTexts } from './texts/index.js'

const SERIES_COLORS = ['var(--nv-accent)', 'var(--nv-frozen)', 'var(--nv-warn)'] as const

/** What the establishment owes, month by month and grouping by grouping. */
export function StatementsPage() {
  const t = useStatementTexts()
  const place = usePlace()
  const query = useQuery(statementsQuery(place.id))
  return (
    <Page title={t('list.title')}>
      <Loadable query={query}>
        {(statements) =>
          statements.length === 0 ? (
            <EmptyState title={t('list.none')}>{t('list.noneWhen')}</EmptyState>
          ) : (
            <Stack gap="md">
              <Months statements={statements} />
              <StatementTable statements={statements} />
            </Stack>
          )
        }
      </Loadable>
    </Page>
  )
}

function useIssuer() {
  const { groupings } = usePlace()
  return (groupingId: string): string => groupings.find(({ id }) => id === groupingId)?.name ?? ''
}

function Months({ statements }: { readonly statements: readonly Statement[] }) {
  const t = useStatementTexts()
  const formats = useFormats()
  const issuer = useIssuer()
  const months = [...new Set(statements.map(({ month }) => month))].toSorted()
  const issuers = [...new Set(statements.map(({ groupingId }) => issuer(groupingId)))]
  const totalOf = (month: string, name: string): string =>
    decimalOf(
      statements
        .filter((each) => each.month === month && issuer(each.groupingId) === name)
        .reduce((sum, { total }) => sum + centsOf(total), 0n),
    )
  return (
    <Picture
      title={t('list.picture')}
      description={t('list.pictureSays', { count: months.length })}
      columns={[
        { header: t('list.month') },
        ...issuers.map((header) => ({ header, isNumber: true })),
      ]}
      rows={months.map((month) => [
        formats.month(month),
        ...issuers.map((name) => formats.euros(totalOf(month, name))),
      ])}
    >
      <Bars
        h={220}
        data={months.map((month) => ({
          month: formats.shortMonth(month),
          ...Object.fromEntries(issuers.map((name) => [name, heightOf(totalOf(month, name))])),
        }))}
        dataKey="month"
        series={issuers.map((name, index) => ({
          name,
          color: SERIES_COLORS[index % SERIES_COLORS.length] ?? SERIES_COLORS[0],
        }))}
        valueFormatter={(value) => `${formats.number(value)}\u00a0€`}
        withLegend
        maxBarWidth={48}
      />
    </Picture>
  )
}

function StatementTable({ statements }: { readonly statements: readonly Statement[] }) {
  const t = useStatementTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const issuer = useIssuer()
  const navigate = useNavigate()
  const path = ({ id }: Statement) => `/etablissement/releves/${id}`
  const columns: readonly Column<Statement>[] = [
    {
      key: 'month',
      header: t('list.month'),
      sticky: true,
      cell: (statement) => (
        <PathLink to={path(statement)}>{formats.month(statement.month)}</PathLink>
      ),
    },
    { key: 'issuer', header: t('list.issuer'), cell: ({ groupingId }) => issuer(groupingId) },
    { key: 'number', header: t('list.number'), cell: ({ number }) => number },
    {
      key: 'total',
      header: t('list.total'),
      align: 'right',
      cell: ({ total }) => <Euros of={total} />,
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: ({ state }) => (
        <StateBadge state={state}>{words.word('statementState', state)}</StateBadge>
      ),
    },
    {
      key: 'until',
      header: t('list.until'),
      cell: ({ disputeUntil, state }) =>
        state === 'issued' ? (
          formats.day(disputeUntil)
        ) : (
          <Text span c="dimmed">
            —
          </Text>
        ),
    },
  ]
  return (
    <DataTable
      label={t('list.title')}
      columns={columns}
      rows={statements}
      rowId={({ id }) => id}
      onOpen={(statement) => void navigate({ to: path(statement) })}
    />
  )
}
