import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Panel } from '../../../ui/layout/panel.js'
import type { Member } from '../../parts/use-member.js'
import { allotmentQuery } from '../allotment-query.js'
import type { Order } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import type { BasketLine, BasketProduct } from './basket-line.js'
import { BasketPanel } from './basket-panel.js'
import classes from './compose.module.css'
import { isOrderKind, type OrderKind } from './draft-calls.js'
import { OrderHead } from './order-head.js'
import { OrderSummaryCard } from './order-summary-card.js'
import { ProductEntry } from './product-entry.js'
import { rememberedPlace, rememberPlace } from './remembered-place.js'
import { StartChoices } from './start-choices.js'
import { Submitted } from './submitted.js'
import { linesOfOrder, useBasket } from './use-basket.js'
import { useSubmit } from './use-submit.js'

interface Place {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly member: Member
  readonly pharmacyId: string
  readonly careUnits: readonly Place[]
  readonly points: readonly Place[]
  readonly initial: { readonly main: Order | undefined; readonly narcotics: Order | undefined }
  readonly model: Order | undefined
}

const knownId = (places: readonly Place[], id: string | undefined): string | undefined =>
  places.some((place) => place.id === id) ? id : undefined

/** One order, or two when narcotics are asked for: they leave on a note of their own. */
export function Composer({ member, pharmacyId, careUnits, points, initial, model }: Props) {
  const t = useOrderTexts()
  const { establishmentId } = member
  const first = initial.main ?? initial.narcotics ?? model
  const [remembered] = useState(() => rememberedPlace(establishmentId))
  const [careUnitId, setCareUnitId] = useState(
    () => first?.careUnit?.id ?? knownId(careUnits, remembered.careUnitId) ?? careUnits[0]?.id,
  )
  const [kind, setKind] = useState<OrderKind>(() =>
    initial.main && isOrderKind(initial.main.kind) ? initial.main.kind : 'allotment',
  )
  const [settings, setSettings] = useState(() => ({
    deliveryPointId:
      first?.deliveryPoint.id ?? knownId(points, remembered.deliveryPointId) ?? points[0]?.id ?? '',
    priority: first?.priority === 'urgent' ? ('urgent' as const) : ('normal' as const),
    comment: (initial.main ?? initial.narcotics)?.comment ?? '',
  }))
  const head = { groupingId: pharmacyId, establishmentId, careUnitId, kind }
  const emptied = t('compose.emptied')
  const main = useBasket({ head, settings, initial: initial.main, emptied })
  const narcotics = useBasket({
    head: { ...head, kind: 'narcotics' },
    settings,
    initial: initial.narcotics,
    emptied,
  })
  const [lastId, setLastId] = useState<string>()
  const maxima = useMaxima(pharmacyId, establishmentId, careUnitId)
  const submit = useSubmit({ main, narcotics })
  useAddress(main.draft.saved?.id, narcotics.draft.saved?.id)

  const put = (product: BasketProduct, units: number) => {
    setLastId(product.productId)
    const basket = product.isNarcotic ? narcotics : main
    basket.setUnits(product, units)
  }
  const putAll = (lines: readonly BasketLine[]) => {
    main.putAll(lines.filter(({ isNarcotic }) => !isNarcotic))
    if (lines.some(({ isNarcotic }) => isNarcotic)) {
      narcotics.putAll(lines.filter(({ isNarcotic }) => isNarcotic))
    }
  }
  useModel(model, putAll)

  const changeHead = (next: { careUnitId?: string; kind?: OrderKind }) => {
    const changed = { ...head, ...next }
    setCareUnitId(changed.careUnitId)
    setKind(changed.kind)
    main.restart(changed)
    if (next.careUnitId !== undefined) narcotics.restart({ ...changed, kind: 'narcotics' })
    rememberPlace(establishmentId, {
      ...(changed.careUnitId !== undefined && { careUnitId: changed.careUnitId }),
      deliveryPointId: settings.deliveryPointId,
    })
  }
  const changeSettings = (part: Partial<typeof settings>) => {
    const next = { ...settings, ...part }
    setSettings(next)
    main.applySettings(next)
    narcotics.applySettings(next)
    rememberPlace(establishmentId, {
      ...(careUnitId !== undefined && { careUnitId }),
      deliveryPointId: next.deliveryPointId,
    })
  }

  if (submit.data && submit.data.length > 0) return <Submitted orders={submit.data} />
  const isEmpty = main.lines.length === 0 && narcotics.lines.length === 0
  const proposed = (productId: string) =>
    [...main.lines, ...narcotics.lines].find((line) => line.productId === productId)?.units ??
    maxima.get(productId)
  return (
    <div className={classes['columns']}>
      <Stack gap="md">
        <OrderHead
          careUnits={careUnits}
          points={points}
          careUnitId={careUnitId}
          deliveryPointId={settings.deliveryPointId}
          kind={kind}
          onHead={changeHead}
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
            onStart={putAll}
          />
        ) : null}
        <BasketPanel basket={main} lastId={lastId} maximum={(id) => maxima.get(id)} onUnits={put} />
        <BasketPanel
          title={t('lines.narcoticsTitle')}
          note={t('lines.narcoticsNote')}
          basket={narcotics}
          lastId={lastId}
          maximum={(id) => maxima.get(id)}
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
