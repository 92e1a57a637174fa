import { api, read } from '../../../api/client.js'
import type { DraftCalls, DraftContent } from './draft-keeper.js'

export interface DraftHead {
  readonly groupingId: string
  readonly establishmentId: string
  readonly careUnitId: string | undefined
  readonly kind: OrderKind
}

export const ORDER_KINDS = ['allotment', 'empty-full', 'nominative', 'urgent'] as const
export type OrderKind = (typeof ORDER_KINDS)[number] | 'narcotics'

export const isOrderKind = (kind: string): kind is (typeof ORDER_KINDS)[number] =>
  ORDER_KINDS.some((known) => known === kind)

const linesOf = ({ lines }: DraftContent) =>
  lines.map(({ productId, units }) => ({ productId, units }))

/** A draft of this unit and kind, as the API keeps it. */
export const draftCalls = (head: DraftHead, emptied: string): DraftCalls => ({
  create: (content, key) =>
    read(
      api.orders.$post(
        {
          json: {
            groupingId: head.groupingId,
            establishmentId: head.establishmentId,
            ...(head.careUnitId !== undefined && { careUnitId: head.careUnitId }),
            kind: head.kind,
            deliveryPointId: content.deliveryPointId,
            priority: content.priority,
            comment: content.comment,
            lines: linesOf(content),
          },
        },
        { headers: { 'Idempotency-Key': key } },
      ),
    ),
  edit: ({ id, version }, content) =>
    read(
      api.orders[':id'].$patch(
        {
          param: { id },
          json: {
            deliveryPointId: content.deliveryPointId,
            priority: content.priority,
            comment: content.comment,
            lines: linesOf(content),
          },
        },
        { headers: { 'If-Match': `"${version}"` } },
      ),
    ),
  discard: ({ id }) =>
    read(api.orders[':id'].cancel.$post({ param: { id }, json: { reason: emptied } })),
})
