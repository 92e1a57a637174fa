import { Group, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useHolds } from '../../app/place.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { text } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useFilters } from '../../ui/use-filters.js'
import { MonthSelect } from '../kit/month-select.js'
import { chargesQuery, poolsQuery } from '../kit/queries.js'
import { FINANCE_CONTROLLERS } from '../kit/roles.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { usePeriods } from '../kit/use-periods.js'
import { ChargesTable } from './charges-table.js'
import { PoolTotals } from './pool-totals.js'
import { RecordCharge } from './record-charge.js'
import { useChargesTexts } from './texts.js'

const Filter = { mois: text, poste: text }

/** The costs of a month, pool by pool; what is wrong is reversed, never edited. */
export function ChargesPage() {
  const texts = useChargesTexts()
  const common = useFinanceTexts()
  const words = useVocabulary()
  const mayAct = useHolds(FINANCE_CONTROLLERS)
  const { query, periods, chosen, choose } = usePeriods()
  const [{ poste }] = useFilters(Filter)
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      marks={
        chosen ? (
          <StateBadge state={chosen.state}>{words.word('periodState', chosen.state)}</StateBadge>
        ) : null
      }
      actions={
        chosen ? (
          <>
            <MonthSelect periods={periods} value={chosen.month} onChange={choose} />
            {mayAct ? <RecordCharge month={chosen.month} poolId={poste} /> : null}
          </>
        ) : null
      }
    >
      <Loadable query={query}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={common('noMonths')}>{common('noMonthsHint')}</EmptyState>
          ) : (
            <MonthCharges
              month={chosen.month}
              isClosed={chosen.state === 'closed'}
              mayAct={mayAct}
            />
          )
        }
      </Loadable>
    </Page>
  )
}

interface MonthProps {
  readonly month: string
  readonly isClosed: boolean
  readonly mayAct: boolean
}

function MonthCharges({ month, isClosed, mayAct }: MonthProps) {
  const texts = useChargesTexts()
  const { id: groupingId } = useFinanceGrouping()
  const [{ poste }, change] = useFilters(Filter)
  const charges = useQuery(chargesQuery(groupingId, month))
  const pools = useQuery(poolsQuery(groupingId))
  const charged = (pools.data ?? []).filter(({ source }) => source === 'charges')
  return (
    <Stack gap="md">
      <Loadable query={charges}>
        {(items) => (
          <>
            <PoolTotals charges={items} pools={charged} />
            <Panel
              title={texts('list')}
              aside={
                <Group gap="xs">
                  <Select
                    aria-label={texts('poolFilter')}
                    data={charged.map(({ id, label }) => ({ value: id, label }))}
                    value={poste ?? null}
                    onChange={(pool) => change({ poste: pool ?? undefined })}
                    placeholder={texts('allPools')}
                    clearable
                    clearButtonProps={{ 'aria-label': texts('allPools') }}
                  />
                </Group>
              }
            >
              <ChargesTable
                charges={items.filter(({ poolId }) => poste === undefined || poolId === poste)}
                pools={pools.data ?? []}
                isClosed={isClosed}
                mayAct={mayAct}
              />
            </Panel>
          </>
        )}
      </Loadable>
    </Stack>
  )
}
