import { Accordion, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AllocationKeyView, CostPoolView } from '../../../../src/billing/schema.js'
import { dayOf } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { keysQuery } from '../kit/queries.js'
import { CreateKey } from './create-key.js'
import { KeyFormula } from './key-formula.js'
import { useKeysTexts } from './texts.js'

interface Props {
  readonly pool: CostPoolView
  readonly mayAct: boolean
}

const isNow = (key: AllocationKeyView, today: string): boolean =>
  key.fromOn <= today && (key.toOn === null || key.toOn >= today)

/** One pool: its key of today in words and figures, the one to come, and those before. */
export function PoolKeys({ pool, mayAct }: Props) {
  const texts = useKeysTexts()
  const title = pool.account
    ? `${pool.label}, ${texts('account', { account: pool.account })}`
    : pool.label
  if (pool.source === 'products') {
    return (
      <Panel title={title}>
        <Text>{texts('ofProducts')}</Text>
      </Panel>
    )
  }
  return (
    <Panel title={title} aside={mayAct ? <CreateKey pool={pool} /> : null}>
      <Versions pool={pool} />
    </Panel>
  )
}

function Versions({ pool }: { readonly pool: CostPoolView }) {
  const texts = useKeysTexts()
  const keys = useQuery(keysQuery(pool.id))
  const today = dayOf(Date.now())
  return (
    <Loadable query={keys}>
      {(items) => {
        const now = items.filter((key) => isNow(key, today))
        const shown = [...now, ...items.filter((key) => key.fromOn > today)]
        const past = items.filter((key) => !shown.includes(key))
        if (items.length === 0) return <StateBadge tone="stop">{texts('noKey')}</StateBadge>
        return (
          <Stack gap="md">
            {shown.map((key) => (
              <KeyFormula
                key={key.id}
                allocation={key}
                mark={
                  isNow(key, today) ? (
                    <StateBadge tone="ok">{texts('now')}</StateBadge>
                  ) : (
                    <StateBadge tone="info">{texts('later')}</StateBadge>
                  )
                }
              />
            ))}
            {past.length > 0 ? <History pool={pool} past={past} /> : null}
          </Stack>
        )
      }}
    </Loadable>
  )
}

function History({
  pool,
  past,
}: {
  readonly pool: CostPoolView
  readonly past: readonly AllocationKeyView[]
}) {
  const texts = useKeysTexts()
  return (
    <Accordion variant="contained" order={3}>
      <Accordion.Item value="history">
        <Accordion.Control>{texts('historyOf', { pool: pool.label })}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            {past.map((key) => (
              <KeyFormula
                key={key.id}
                allocation={key}
                mark={<StateBadge tone="neutral">{texts('ended')}</StateBadge>}
              />
            ))}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
