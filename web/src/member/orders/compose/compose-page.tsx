import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../../../ui/layout/page.js'
import { EmptyState } from '../../../ui/state/empty-state.js'
import { Lines } from '../../../ui/state/loadable.js'
import { ProblemAlert } from '../../../ui/state/problem-alert.js'
import { careUnitsQuery, deliveryPointsQuery } from '../../parts/place-queries.js'
import { type Member, useMember } from '../../parts/use-member.js'
import { type Order, orderQuery } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import { Composer } from './composer.js'

const idIn = (search: unknown, name: string): string | undefined => {
  if (typeof search !== 'object' || search === null) return undefined
  const value: unknown = Object.entries(search).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : undefined
}

/** A new order, a draft taken up again, or a former order as the model of a new one. */
export function ComposePage() {
  const t = useOrderTexts()
  const member = useMember()
  const { pharmacyId } = member
  const crumbs = [{ label: t('list.title'), to: '/etablissement/commandes' }]
  if (pharmacyId === undefined || !member.canOrder) {
    return (
      <Page title={t('compose.title')} crumbs={crumbs}>
        <EmptyState title={t('compose.notHere')}>{t('compose.notHereWhy')}</EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('compose.title')} crumbs={crumbs} subtitle={member.name}>
      <Prepared key={member.establishmentId} member={member} pharmacyId={pharmacyId} />
    </Page>
  )
}

interface Props {
  readonly member: Member
  readonly pharmacyId: string
}

function Prepared({ member, pharmacyId }: Props) {
  const t = useOrderTexts()
  const search: unknown = useSearch({ strict: false })
  // Read once: the address follows the drafts afterwards.
  const [asked] = useState(() => ({
    draft: idIn(search, 'brouillon'),
    narcotics: idIn(search, 'stupefiants'),
    model: idIn(search, 'modele'),
  }))
  const units = useQuery(careUnitsQuery(member.establishmentId))
  const points = useQuery(deliveryPointsQuery(member.establishmentId))
  const draft = useAsked(asked.draft)
  const narcotics = useAsked(asked.narcotics)
  const model = useAsked(asked.model)
  const all = [units, points, draft, narcotics, model]
  const failed = all.find(({ data, error }) => data === undefined && error !== null)
  if (failed?.error) return <ProblemAlert error={failed.error} />
  const isReady = draft.isReady && narcotics.isReady && model.isReady
  if (units.data === undefined || points.data === undefined || !isReady) return <Lines count={6} />
  if (points.data.items.length === 0) {
    return <EmptyState title={t('compose.noPoint')}>{t('compose.noPointWhy')}</EmptyState>
  }
  const drafts = [draft.data, narcotics.data].filter(isDraft)
  return (
    <Composer
      member={member}
      pharmacyId={pharmacyId}
      careUnits={units.data.items}
      points={points.data.items}
      initial={{
        main: drafts.find(({ kind }) => kind !== 'narcotics'),
        narcotics: drafts.find(({ kind }) => kind === 'narcotics'),
      }}
      model={model.data}
    />
  )
}

const isDraft = (order: Order | undefined): order is Order => order?.state === 'draft'

/** An order as it was when the page opened: what changes later must not take away what is being typed. */
function useAsked(id: string | undefined) {
  const { data, isFetching, error } = useQuery({
    ...orderQuery(id ?? ''),
    enabled: id !== undefined,
    staleTime: 0,
  })
  const [first, setFirst] = useState<Order>()
  if (first === undefined && data !== undefined && !isFetching) setFirst(data)
  return { data: first, error, isReady: id === undefined || first !== undefined }
}
