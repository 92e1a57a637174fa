import { Button, Group, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { StorageClass } from '../../../../src/kernel/storage-class.js'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { Panel } from '../../ui/layout/panel.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import {
  type DraftTote,
  emptyTote,
  isIncomplete,
  moveUnits,
  type Packable,
  packablesOf,
  proposeTotes,
  removeTote,
} from './propose-totes.js'
import { StopSelect } from './stop-select.js'
import { useDeliveriesTexts } from './texts/index.js'
import { ToteCard } from './tote-card.js'

/** Totes by storage class, what each holds, and the run they go with. */
export function PackForm({ order }: { readonly order: OrderView }) {
  const t = useDeliveriesTexts()
  const ui = useUiTexts()
  const packables = packablesOf(order.lines)
  const [totes, setTotes] = useState(() => proposeTotes(packables))
  const [runStopId, setRunStopId] = useState<string>()
  const pack = usePack({ order, totes, packables, runStopId })
  const isReady = totes.every((tote) => !isIncomplete(tote, packables))
  const change = (key: string, part: Partial<DraftTote>) =>
    setTotes((all) => all.map((tote) => (tote.key === key ? { ...tote, ...part } : tote)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) pack.mutate()
  }
  const classes = [...new Set(packables.map(({ storageClass }) => storageClass))]
  return (
    <Panel title={t('pack.title')}>
      <Text c="dimmed">{t('pack.hint')}</Text>
      {pack.error ? <ProblemAlert error={pack.error} /> : null}
      <form onSubmit={submit}>
        {totes.map((tote, index) => (
          <ToteCard
            key={tote.key}
            tote={tote}
            number={index + 1}
            packables={packables}
            canShare={totes.filter((other) => other.storageClass === tote.storageClass).length > 1}
            onChange={(part) => change(tote.key, part)}
            onMove={(packable, wanted) =>
              setTotes((all) => moveUnits(all, { toteKey: tote.key, packable, wanted }))
            }
            onRemove={() => setTotes((all) => removeTote(all, tote.key))}
          />
        ))}
        <Group gap="xs" my="sm">
          {classes.map((storageClass) => (
            <Button
              key={storageClass}
              variant="default"
              onClick={() => setTotes((all) => [...all, emptyTote(storageClass)])}
            >
              {t('pack.add', { storage: ui.word('storage', storageClass) })}
            </Button>
          ))}
        </Group>
        <Group justify="space-between" align="flex-end" gap="sm">
          <StopSelect order={order} value={runStopId} onChange={setRunStopId} />
          <Button type="submit" size="md" loading={pack.isPending} disabled={!isReady}>
            {t('pack.submit')}
          </Button>
        </Group>
        {isReady ? null : (
          <Text c="var(--nv-warn)" ta="right" mt={4} role="status">
            <span aria-hidden>! </span>
            {t('pack.missing')}
          </Text>
        )}
      </form>
    </Panel>
  )
}

interface Packing {
  readonly order: OrderView
  readonly totes: readonly DraftTote[]
  readonly packables: readonly Packable[]
  readonly runStopId: string | undefined
}

function usePack({ order, totes, packables, runStopId }: Packing) {
  const t = useDeliveriesTexts()
  const navigate = useNavigate()
  return useAct({
    act: () =>
      read(
        api.deliveries.$post({
          json: {
            orderId: order.id,
            totes: totes.map((tote) => toInput(tote, packables)),
            ...(runStopId !== undefined && { runStopId }),
          },
        }),
      ),
    changes: ['orders', 'deliveries', 'documents', 'today'],
    success: ({ totes: packed }) => t('pack.done', { number: order.number, count: packed.length }),
    onDone: ({ id }) => void navigate({ to: `/pharmacie/envois/${id}` }),
    quiet: true,
  })
}

const toInput = (tote: DraftTote, packables: readonly Packable[]) => ({
  storageClass: StorageClass.parse(tote.storageClass),
  ...(tote.seal.trim() !== '' && { sealNumber: tote.seal.trim() }),
  ...(tote.logger.trim() !== '' && { loggerId: tote.logger.trim() }),
  lines: packables.flatMap(({ key, lineId, lotNumber }) => {
    const units = tote.units[key] ?? 0
    return units > 0 ? [{ orderLineId: lineId, lotNumber, units }] : []
  }),
})
