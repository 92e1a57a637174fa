import type { PharmacyDay } from '../../../../src/today/schema.js'
import { Tile } from '../../ui/layout/tile.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

const QUEUE = '/pharmacie/commandes'
const PICKING = '/pharmacie/preparation'
const DELIVERIES = '/pharmacie/envois'

/** The orders of the hub, step by step, in the order of the work. */
export function TodoTiles({ day }: { readonly day: PharmacyDay }) {
  const t = useHomeTexts()
  const of = (state: string): number => day.orders[state] ?? 0
  return (
    <div className={classes['tiles']}>
      <Tile label={t('todo.submitted')} value={of('submitted')} {...list(QUEUE, 'submitted')} />
      <Tile label={t('todo.toAllocate')} value={day.toAllocate} {...list(QUEUE, 'servable')} />
      <Tile label={t('todo.allocated')} value={of('allocated')} to={PICKING} />
      <Tile label={t('todo.picking')} value={of('picking')} to={PICKING} />
      <Tile label={t('todo.picked')} value={of('picked')} {...list(QUEUE, 'picked')} />
      <Tile label={t('todo.released')} value={of('released')} {...list(QUEUE, 'released')} />
      <Tile
        label={t('todo.packed')}
        value={day.deliveries.packed}
        {...list(DELIVERIES, 'packed')}
      />
    </div>
  )
}

const list = (to: string, state: string) => ({ to, search: { state } })
