import type { PharmacyDay } from '../../../../src/today/schema.js'
import { Tile } from '../../ui/layout/tile.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

/** What is short, what will be lost, what may not be given. */
export function StockTiles({ day }: { readonly day: PharmacyDay }) {
  const t = useHomeTexts()
  const { backorders, shortOrders, lots, outOfStock } = day
  return (
    <div className={classes['tiles']}>
      <Tile
        label={t('stock.backorders')}
        value={backorders}
        to="/pharmacie/commandes"
        search={{ state: 'waiting' }}
      />
      <Tile
        label={t('stock.shortOrders')}
        value={shortOrders}
        to="/pharmacie/commandes"
        search={{ short: true }}
      />
      <Tile
        label={t('stock.out')}
        value={outOfStock}
        tone={outOfStock > 0 ? 'warn' : 'neutral'}
        to="/pharmacie/stock"
        search={{ epuise: true }}
      />
      <Tile
        label={t('stock.expiring')}
        value={lots.expiringSoon}
        tone={lots.expiringSoon > 0 ? 'warn' : 'neutral'}
        to="/pharmacie/stock"
        search={{ vue: 'lots', jours: 90 }}
      />
      <Tile
        label={t('stock.blocked')}
        value={lots.blocked}
        tone={lots.blocked > 0 ? 'warn' : 'neutral'}
        to="/pharmacie/stock"
        search={{ vue: 'lots', bloque: true }}
      />
    </div>
  )
}
