import { Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DocumentButton } from '../../ui/document/document-button.js'
import { text } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useFilters } from '../../ui/use-filters.js'
import { MonthSelect } from '../kit/month-select.js'
import { costSplitQuery, splitQuery } from '../kit/queries.js'
import { useFinanceTexts } from '../kit/texts.js'
import { usePeriods } from '../kit/use-periods.js'
import { HeatTable } from './heat-table.js'
import { ShareDrawer } from './share-drawer.js'
import { SplitPicture } from './split-picture.js'
import { useSplitTexts } from './texts.js'

const CellFilter = {
  mois: text,
  poste: text,
  membre: text,
  vue: text,
}

const NOTE = { open: 'provisional', frozen: 'frozen', closed: 'final' } as const

/** Member by pool, as a table and as a picture; each cell opens down to the movements. */
export function SplitPage() {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const words = useVocabulary()
  const { query, periods, chosen, choose } = usePeriods()
  const [{ poste, membre, vue }, change] = useFilters(CellFilter)
  const cell = poste && membre ? { poolId: poste, establishmentId: membre } : undefined
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
            {chosen.state === 'closed' ? <CostSplit periodId={chosen.id} /> : null}
            <MonthSelect periods={periods} value={chosen.month} onChange={choose} />
          </>
        ) : null
      }
    >
      <Loadable query={query}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={common('noMonths')}>{common('noMonthsHint')}</EmptyState>
          ) : (
            <Stack gap="md">
              <Text c="dimmed">{texts(NOTE[chosen.state])}</Text>
              <MonthSplit
                periodId={chosen.id}
                onOpen={(open) =>
                  change({ poste: open.poolId, membre: open.establishmentId, vue: undefined })
                }
              />
              <ShareDrawer
                periodId={chosen.id}
                cell={cell}
                view={vue}
                onView={(next) => change({ vue: next })}
                onClose={() => change({ poste: undefined, membre: undefined, vue: undefined })}
              />
            </Stack>
          )
        }
      </Loadable>
    </Page>
  )
}

function MonthSplit({
  periodId,
  onOpen,
}: {
  readonly periodId: string
  readonly onOpen: Parameters<typeof HeatTable>[0]['onOpen']
}) {
  const split = useQuery(splitQuery(periodId))
  return (
    <Loadable query={split}>
      {(data) => (
        <>
          <HeatTable split={data} onOpen={onOpen} />
          <Paper p="md">
            <SplitPicture split={data} />
          </Paper>
        </>
      )}
    </Loadable>
  )
}

function CostSplit({ periodId }: { readonly periodId: string }) {
  const texts = useSplitTexts()
  const { data } = useQuery(costSplitQuery(periodId))
  if (!data) return null
  return (
    <DocumentButton
      documentId={data.id}
      title={data.number === null ? texts('document') : `${texts('document')} ${data.number}`}
    />
  )
}
