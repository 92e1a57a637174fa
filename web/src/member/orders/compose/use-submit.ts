import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '../../../api/client.js'
import type { Order } from '../order-queries.js'
import type { Basket } from './use-basket.js'

/** Thrown when a draft could not be saved: the page already says why, beside its lines. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved'
}

/** Saves what waits, then sends every draft that has lines; narcotics first, so that none is forgotten. */
export function useSubmit({
  main,
  narcotics,
}: {
  readonly main: Basket
  readonly narcotics: Basket
}) {
  const queries = useQueryClient()
  return useMutation<Order[]>({
    mutationFn: async () => {
      const filled = [narcotics, main].filter(({ lines }) => lines.length > 0)
      const drafts = await Promise.all(filled.map((basket) => basket.flush()))
      const orders: Order[] = []
      for (const [index, basket] of filled.entries()) {
        const draft = drafts[index]
        if (draft === undefined) throw new NotSaved(basket.draft.status)
      }
      for (const draft of drafts) {
        if (draft === undefined) continue
        orders.push(await read(api.orders[':id'].submit.$post({ param: { id: draft.id } })))
      }
      return orders
    },
    onSettled: () => {
      for (const root of ['orders', 'today']) {
        void queries.invalidateQueries({ queryKey: [root] })
      }
    },
  })
}

export type Submit = ReturnType<typeof useSubmit>
