import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { api, read } from '../../../api/client.js'
import { sessionResumed } from '../../../api/session-end.js'
import { type Order, orderQuery } from '../order-queries.js'
import {
  type BasketLine,
  type BasketProduct,
  united,
  withLineAt,
  withUnits,
} from './basket-line.js'
import { type DraftHead, draftCalls } from './draft-calls.js'
import { type DraftContent, DraftKeeper, type DraftState, type SavedDraft } from './draft-keeper.js'

export type Settings = Omit<DraftContent, 'lines'>

/** One order being filled, kept as a draft on the server while it is typed. */
export interface Basket {
  readonly lines: readonly BasketLine[]
  readonly draft: DraftState
  readonly setUnits: (product: BasketProduct, units: number) => void
  /** Puts a line that was taken out back where it was, whatever was done meanwhile. */
  readonly putBack: (line: BasketLine, index: number) => void
  readonly putAll: (lines: readonly BasketLine[]) => void
  readonly flush: () => Promise<SavedDraft | undefined>
  readonly applySettings: (settings: Settings) => void
  readonly restart: (head: DraftHead) => void
  /** After a conflict: what was saved meanwhile, ours left out. */
  readonly takeTheirs: () => Promise<void>
  readonly keepOurs: () => Promise<void>
  /** Every product of either version. */
  readonly unite: () => Promise<void>
}

interface Options {
  readonly head: DraftHead
  readonly settings: Settings
  readonly initial: Order | undefined
  /** The reason given when a draft is emptied. */
  readonly emptied: string
}

export const linesOfOrder = ({ lines }: Pick<Order, 'lines'>): BasketLine[] =>
  lines.map(({ requestedProduct, orderedUnits }) => ({
    productId: requestedProduct.id,
    denomination: requestedProduct.denomination,
    storageClass: requestedProduct.storageClass,
    isNarcotic: requestedProduct.isNarcotic,
    units: orderedUnits,
  }))

const savedOf = ({ id, number, version }: Order): SavedDraft => ({ id, number, version })

/** The session, after signing in again over the page, or the network. */
function whenBack(back: () => void): () => void {
  const unlisten = sessionResumed.listen(back)
  window.addEventListener('online', back)
  return () => {
    unlisten()
    window.removeEventListener('online', back)
  }
}

export function useBasket({ head, settings, initial, emptied }: Options): Basket {
  const [keeper] = useState(
    () => new DraftKeeper(draftCalls(head, emptied), initial && savedOf(initial), { whenBack }),
  )
  const [lines, setLines] = useState<readonly BasketLine[]>(() =>
    initial ? linesOfOrder(initial) : [],
  )
  const draft = useSyncExternalStore(keeper.subscribe, keeper.state)

  // What is undone a moment later is undone on the lines as they are by then.
  const latest = useRef<DraftContent>({ ...settings, lines })
  const put = useCallback(
    (next: readonly BasketLine[]) => {
      latest.current = { ...latest.current, lines: next }
      setLines(next)
      keeper.change(latest.current)
    },
    [keeper],
  )
  const theirs = useCallback(async () => {
    const { saved } = keeper.state()
    return saved && read(api.orders[':id'].$get({ param: { id: saved.id } }))
  }, [keeper])

  const adopt = useCallback(
    (order: Order | undefined) => {
      const theirLines = order?.state === 'draft' ? linesOfOrder(order) : []
      latest.current = { ...latest.current, lines: theirLines }
      setLines(theirLines)
      keeper.adopt(order?.state === 'draft' ? savedOf(order) : undefined)
    },
    [keeper],
  )
  useNewer(draft, adopt)
  const replace = useCallback(
    (order: Order | undefined, next: readonly BasketLine[]) => {
      latest.current = { ...latest.current, lines: next }
      setLines(next)
      if (order?.state === 'draft') keeper.replace(savedOf(order), latest.current)
      else {
        keeper.adopt(undefined)
        keeper.change(latest.current)
      }
    },
    [keeper],
  )

  return useMemo(
    () => ({
      lines,
      draft,
      setUnits: (product, units) => put(withUnits(latest.current.lines, product, units)),
      putBack: (line, index) => put(withLineAt(latest.current.lines, line, index)),
      putAll: put,
      flush: () => keeper.flush(),
      applySettings: (next) => {
        latest.current = { ...latest.current, ...next }
        if (lines.length > 0) keeper.change(latest.current)
      },
      restart: (next) => keeper.restart(draftCalls(next, emptied), latest.current),
      takeTheirs: async () => adopt(await theirs()),
      keepOurs: async () => replace(await theirs(), lines),
      unite: async () => {
        const order = await theirs()
        replace(order, order?.state === 'draft' ? united(lines, linesOfOrder(order)) : lines)
      },
    }),
    [lines, draft, put, keeper, emptied, theirs, adopt, replace],
  )
}

/** While nothing waits here, what somebody else saves is taken over at once: no conflict comes of it. */
function useNewer({ status, saved }: DraftState, take: (order: Order) => void): void {
  const { data: order } = useQuery({ ...orderQuery(saved?.id ?? ''), enabled: saved !== undefined })
  useEffect(() => {
    if (status !== 'saved' || order?.state !== 'draft' || order.id !== saved?.id) return
    if (order.version > saved.version) take(order)
  }, [status, saved, order, take])
}
