import { Button, SegmentedControl, Stack } from '@mantine/core'
import { api, read } from '../../api/client.js'
import { useGrouping } from '../../app/place.js'
import { oneOf } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Lines } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { DiscrepancyCard } from './discrepancy-card.js'
import { useDiscrepancyTexts } from './texts.js'

const STATES = ['ouverts', 'regles', 'tous'] as const
const DiscrepancySearch = { etat: oneOf(STATES) }

const CODES = { ouverts: { state: 'open' }, regles: { state: 'settled' }, tous: {} } as const

/** Differences at receipt: those that wait for the pharmacy first. */
export function DiscrepanciesPage() {
  const t = useDiscrepancyTexts()
  const ui = useUiTexts()
  const grouping = useGrouping('pharmacy')
  const [{ etat = 'ouverts' }, change] = useFilters(DiscrepancySearch)
  const { items, more, isLoading, error, refetch } = usePages({
    queryKey: ['discrepancies', grouping?.id, etat],
    page: (cursor) =>
      read(
        api.discrepancies.$get({
          query: {
            limit: '50',
            ...(grouping === undefined ? {} : { groupingId: grouping.id }),
            ...CODES[etat],
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
    enabled: grouping !== undefined,
  })
  const openFirst = items.toSorted((a, b) => a.state.localeCompare(b.state))
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <SegmentedControl
        aria-label={t('states.label')}
        value={etat}
        onChange={(chosen) => change({ etat: STATES.find((each) => each === chosen) })}
        data={STATES.map((each) => ({ value: each, label: t(`states.${each}`) }))}
        style={{ alignSelf: 'flex-start' }}
      />
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {isLoading ? <Lines count={3} height={120} /> : null}
      {!isLoading && items.length === 0 && !error ? (
        <EmptyState title={etat === 'ouverts' ? t('empty') : t('emptyOther')}>
          {t('emptyHelp')}
        </EmptyState>
      ) : null}
      <Stack gap="md">
        {openFirst.map((discrepancy) => (
          <DiscrepancyCard key={discrepancy.id} discrepancy={discrepancy} />
        ))}
        {more ? (
          <Button variant="subtle" loading={more.isLoading} onClick={more.load}>
            {ui('more')}
          </Button>
        ) : null}
      </Stack>
    </Page>
  )
}
