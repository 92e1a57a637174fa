import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Panel } from '../../../ui/layout/panel.js'
import type { Member } from '../../parts/use-member.js'
import { allotmentQuery } from '../allotment-query.js'
import type { Order } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import type { BasketLine } from './basket-line.js'
import { BasketPanel } from './basket-panel.js'
import classes from './compose.module.css'
import { OrderHead } from './order-head.js'
import { OrderSummaryCard } from './order-summary-card.js'
import { ProductEntry } from './product-entry.js'
import { StartChoices } from './start-choices.js'
import type { Sources } from './start-of.js'
import { Submitted } from './submitted.js'
import { linesOfOrder } from './use-basket.js'
import { useComposition } from './use-composition.js'
import { useSubmit } from './use-submit.js'

interface Props extends Sources {
  readonly member: Member
  readonly pharmacyId: string
}

/** One order, or two when narcotics are asked for: they leave on a note of their own. */
export function Composer({ member: { establishmentId }, pharmacyId, ...sources }: Props) {
  const t = useOrderTexts()
  const order = useComposition({ establishmentId, pharmacyId, ...sources })
  const { main, narcotics, settings, careUnitId, kind, lastId, put, changeSettings } = order
  const maxima = useMaxima(pharmacyId, establishmentId, careUnitId)
  const maximum = (productId: string) => maxima.get(productId)
  const submit = useSubmit({ main, narcotics })
  useAddress(main.draft.saved?.id, narcotics.draft.saved?.id)
  useModel(sources.model, order.putAll)

  if (submit.data && submit.data.length > 0) return <Submitted orders={submit.data} />
  const isEmpty = main.lines.length === 0 && narcotics.lines.length === 0
  const proposed = (productId: string) =>
    [...main.lines, ...narcotics.lines].find((line) => line.productId === productId)?.units ??
    maximum(productId)
  return (
    <div className={classes['columns']}>
      <Stack gap="md">
        <OrderHead
          careUnits={sources.careUnits}
          points={sources.points}
          careUnitId={careUnitId}
          deliveryPointId={settings.deliveryPointId}
          kind={kind}
          onHead={order.changeHead}
          onPoint={(deliveryPointId) => changeSettings({ deliveryPointId })}
        />
        <Panel title={t('entry.title')}>
          <ProductEntry proposed={proposed} onAdd={put} />
        </Panel>
        {isEmpty ? (
          <StartChoices
            establishmentId={establishmentId}
            pharmacyId={pharmacyId}
            careUnitId={careUnitId}
            onStart={order.putAll}
          />
        ) : null}
        <BasketPanel basket={main} lastId={lastId} maximum={maximum} onUnits={put} />
        <BasketPanel
          title={t('lines.narcoticsTitle')}
          note={t('lines.narcoticsNote')}
          basket={narcotics}
          lastId={lastId}
          maximum={maximum}
          onUnits={put}
        />
      </Stack>
      <OrderSummaryCard
        establishmentId={establishmentId}
        pharmacyId={pharmacyId}
        baskets={[main, narcotics]}
        comment={settings.comment}
        isNominative={kind === 'nominative'}
        isUrgent={settings.priority === 'urgent' || kind === 'urgent'}
        canChooseUrgent={kind !== 'urgent'}
        onComment={(comment) => changeSettings({ comment })}
        onUrgent={(isUrgent) => changeSettings({ priority: isUrgent ? 'urgent' : 'normal' })}
        submit={submit}
      />
    </div>
  )
}

/** What the unit may hold at most of each product of its allotment. */
function useMaxima(groupingId: string, establishmentId: string, careUnitId: string | undefined) {
  const { data } = useQuery(allotmentQuery(groupingId, establishmentId, careUnitId))
  return useMemo(
    () => new Map(data?.lines.map(({ product, maximumUnits }) => [`${product.id}`, maximumUnits])),
    [data],
  )
}

/** The drafts are in the address: a reload or a shared link takes them up again. */
function useAddress(draftId: string | undefined, narcoticsId: string | undefined): void {
  const navigate = useNavigate()
  useEffect(() => {
    const search = {
      ...(draftId !== undefined && { brouillon: draftId }),
      ...(narcoticsId !== undefined && { stupefiants: narcoticsId }),
    }
    if (Object.keys(search).length > 0) void navigate({ to: '.', search, replace: true })
  }, [draftId, narcoticsId, navigate])
}

/** A former order becomes the content of this one, once. */
function useModel(model: Order | undefined, putAll: (lines: readonly BasketLine[]) => void): void {
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (model === undefined || isDone) return
    setDone(true)
    putAll(linesOfOrder(model))
  })
}
