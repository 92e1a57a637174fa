import { Group, Text } from '@mantine/core'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { OPEN_STATES, type OrderRow } from '../orders/order-queries.js'
import classes from './home.module.css'
import { useHomeTexts } from './texts/index.js'

const SHOWN = 3

/** Orders under way, by state: where each one is. */
export function OrdersToday({ orders }: { readonly orders: readonly OrderRow[] }) {
  const t = useHomeTexts()
  const words = useVocabulary()
  const groups = OPEN_STATES.flatMap((state) => {
    const here = orders.filter((order) => order.state === state)
    return here.length === 0 || state === 'draft' ? [] : [{ state, here }]
  })
  return (
    <Panel
      title={t('orders.title')}
      aside={<PathLink to="/etablissement/commandes">{t('orders.all')}</PathLink>}
    >
      {groups.length === 0 ? (
        <Text c="dimmed">{t('orders.none')}</Text>
      ) : (
        <ul className={classes['rows']}>
          {groups.map(({ state, here }) => (
            <li key={state}>
              <span>
                <StateBadge state={state}>{words.word('orderState', state)}</StateBadge>{' '}
                <Text span fw={600}>
                  {here.length}
                </Text>
              </span>
              <Group gap="xs">
                {here.slice(0, SHOWN).map(({ id, number }) => (
                  <PathLink key={id} to={`/etablissement/commandes/${id}`}>
                    {number}
                  </PathLink>
                ))}
                {here.length > SHOWN ? (
                  <Text>{t('orders.more', { count: here.length - SHOWN })}</Text>
                ) : null}
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
