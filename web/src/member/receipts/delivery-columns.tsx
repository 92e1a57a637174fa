import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { useMember } from '../parts/use-member.js'
import type { DeliveryRow } from './delivery-queries.js'
import { useReceiptTexts } from './texts/index.js'

export const deliveryPath = ({ id }: DeliveryRow): string => `/etablissement/receptions/${id}`

/** What the lists say of each delivery; last, how to receive it or when it was. */
export function useDeliveryColumns(isToReceive: boolean): readonly Column<DeliveryRow>[] {
  const t = useReceiptTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const { canReceive } = useMember()
  const time = (at: string | null) => (at === null ? '' : formats.shortDateTime(at))
  const act: Column<DeliveryRow> = {
    key: 'act',
    header: <span className="nv-visually-hidden">{t('list.receive')}</span>,
    cell: (delivery) => (
      <Button component={Link} to={deliveryPath(delivery)} size="sm">
        {t('list.receive')}
      </Button>
    ),
  }
  const received: Column<DeliveryRow> = {
    key: 'received',
    header: t('detail.receivedAt'),
    cell: ({ receivedAt }) => time(receivedAt),
  }
  return [
    {
      key: 'note',
      header: t('list.note'),
      sticky: true,
      cell: (delivery) => (
        <PathLink to={deliveryPath(delivery)}>
          {delivery.noteNumber ?? delivery.order.number}
        </PathLink>
      ),
    },
    { key: 'order', header: t('detail.order'), cell: ({ order }) => order.number },
    {
      key: 'state',
      header: t('list.state'),
      cell: ({ state, openDiscrepancies }) => (
        <>
          <StateBadge state={state}>{words.word('deliveryState', state)}</StateBadge>{' '}
          {openDiscrepancies > 0 ? (
            <StateBadge tone="warn">
              {t('discrepancy.count', { count: openDiscrepancies })}
            </StateBadge>
          ) : null}
        </>
      ),
    },
    { key: 'totes', header: t('detail.totes'), align: 'right', cell: ({ toteCount }) => toteCount },
    {
      key: 'dispatched',
      header: t('detail.dispatchedAt'),
      cell: ({ dispatchedAt }) => time(dispatchedAt),
    },
    {
      key: 'delivered',
      header: t('detail.deliveredAt'),
      cell: ({ deliveredAt }) => time(deliveredAt),
    },
    isToReceive && canReceive ? act : received,
  ]
}
