import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useHolds } from '../../app/place.js'
import { Page } from '../../ui/layout/page.js'
import { Loadable } from '../../ui/state/loadable.js'
import { poolsQuery } from '../kit/queries.js'
import { FINANCE_CONTROLLERS } from '../kit/roles.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { PoolKeys } from './pool-keys.js'
import { RecordDriver } from './record-driver.js'
import { useKeysTexts } from './texts.js'

/** Each pool with the key that shares it now, and every key it had. */
export function KeysPage() {
  const texts = useKeysTexts()
  const { id } = useFinanceGrouping()
  const mayAct = useHolds(FINANCE_CONTROLLERS)
  const pools = useQuery(poolsQuery(id))
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={mayAct ? <RecordDriver /> : null}
    >
      <Loadable query={pools}>
        {(items) => (
          <Stack gap="md">
            {items.map((pool) => (
              <PoolKeys key={pool.id} pool={pool} mayAct={mayAct} />
            ))}
          </Stack>
        )}
      </Loadable>
    </Page>
  )
}
