import { useState } from 'react'
import { useOrderTexts } from '../texts/index.js'
import type { BasketLine, BasketProduct } from './basket-line.js'
import type { OrderKind } from './draft-calls.js'
import { rememberPlace } from './remembered-place.js'
import { type Sources, startOf } from './start-of.js'
import { type Settings, useBasket } from './use-basket.js'

interface Options extends Sources {
  readonly establishmentId: string
  readonly pharmacyId: string
}

/** An order being composed: its head, its settings, and its two baskets that follow them. */
export function useComposition({ establishmentId, pharmacyId, ...sources }: Options) {
  const t = useOrderTexts()
  const [start] = useState(() => startOf(establishmentId, sources))
  const [careUnitId, setCareUnitId] = useState(start.careUnitId)
  const [kind, setKind] = useState(start.kind)
  const [settings, setSettings] = useState(start.settings)
  const [lastId, setLastId] = useState<string>()
  const { initial } = sources
  const head = { groupingId: pharmacyId, establishmentId, careUnitId, kind }
  const emptied = t('compose.emptied')
  const main = useBasket({ head, settings, initial: initial.main, emptied })
  const narcotics = useBasket({
    head: { ...head, kind: 'narcotics' },
    settings,
    initial: initial.narcotics,
    emptied,
  })

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
  const remember = (unitId: string | undefined, deliveryPointId: string) =>
    rememberPlace(establishmentId, {
      ...(unitId !== undefined && { careUnitId: unitId }),
      deliveryPointId,
    })
  const changeHead = (next: { careUnitId?: string; kind?: OrderKind }) => {
    const changed = { ...head, ...next }
    setCareUnitId(changed.careUnitId)
    setKind(changed.kind)
    main.restart(changed)
    if (next.careUnitId !== undefined) narcotics.restart({ ...changed, kind: 'narcotics' })
    remember(changed.careUnitId, settings.deliveryPointId)
  }
  const changeSettings = (part: Partial<Settings>) => {
    const next = { ...settings, ...part }
    setSettings(next)
    main.applySettings(next)
    narcotics.applySettings(next)
    remember(careUnitId, next.deliveryPointId)
  }
  return {
    careUnitId,
    kind,
    settings,
    main,
    narcotics,
    lastId,
    put,
    putAll,
    changeHead,
    changeSettings,
  }
}
