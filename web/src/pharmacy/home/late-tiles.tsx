import type { PharmacyDay } from '../../../../src/today/schema.js'
import { Tile } from '../../ui/layout/tile.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

const QUEUE = '/pharmacie/commandes'
const DELIVERIES = '/pharmacie/envois'

/** What is late or out of its way. */
export function LateTiles({ day }: { readonly day: PharmacyDay }) {
  const t = useHomeTexts()
  const { deliveries, lateOrders, urgentOrders, openDiscrepancies } = day
  const suspended = day.orders['suspended'] ?? 0
  return (
    <div className={classes['tiles']}>
      <Tile
        label={t('late.orders')}
        value={lateOrders}
        tone={lateOrders > 0 ? 'stop' : 'neutral'}
        to={QUEUE}
        search={{ late: true }}
      />
      <Tile
        label={t('late.deliveries')}
        value={deliveries.late}
        tone={deliveries.late > 0 ? 'stop' : 'neutral'}
        to={DELIVERIES}
        search={{ late: true }}
      />
      <Tile
        label={t('late.urgent')}
        value={urgentOrders}
        tone={urgentOrders > 0 ? 'warn' : 'neutral'}
        to={QUEUE}
        search={{ priority: 'urgent' }}
      />
      <Tile
        label={t('late.discrepancies')}
        value={openDiscrepancies}
        tone={openDiscrepancies > 0 ? 'warn' : 'neutral'}
        to="/pharmacie/ecarts"
      />
      <Tile
        label={t('late.awaiting')}
        value={deliveries.awaitingReceipt}
        to={DELIVERIES}
        search={{ state: 'delivered' }}
      />
      <Tile
        label={t('late.suspended')}
        value={suspended}
        tone={suspended > 0 ? 'warn' : 'neutral'}
        to={QUEUE}
        search={{ state: 'suspended' }}
      />
    </div>
  )
}
