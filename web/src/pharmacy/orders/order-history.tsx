import type { OrderView } from '../../../../src/orders/view-schema.js'
import { sayOrderReason } from '../../texts/order-reason.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Timeline } from '../../ui/layout/timeline.js'

/** Who did what when, the latest first. */
export function OrderHistory({ order }: { readonly order: OrderView }) {
  const words = useVocabulary()
  const entries = order.timeline.map(({ at, action, actorName, reason }, i) => ({
    id: `${i} ${at}`,
    at,
    who: actorName,
    what: words.word('orderAction', action),
    detail: reason === null ? null : sayOrderReason(reason, (code) => words.word('reason', code)),
  }))
  return <Timeline entries={entries.toReversed()} />
}
