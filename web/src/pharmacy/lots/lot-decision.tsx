import { Button } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import type { LotTraceView, LotView } from '../../../../src/stock/schema.js'
import { api, read } from '../../api/client.js'
import { ConfirmWithReason } from '../../ui/form/confirm-with-reason.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { useLotTexts } from './texts.js'

interface Props {
  readonly lot: LotTraceView['lot']
  readonly holders: LotTraceView['holders']
}

/** Block a lot, or free it: each is undone by the other. */
export function LotDecision({ lot, holders }: Props) {
  const waits = holders.some(({ locationKind }) => locationKind === 'quarantine')
  return (
    <>
      {lot.status === 'quarantine' || (lot.status === 'available' && waits) ? (
        <Release lot={lot} />
      ) : null}
      {lot.status === 'available' ? <Quarantine lot={lot} /> : null}
    </>
  )
}

type Undo = (after: LotView) => (() => void) | undefined
const CHANGES = ['stock', 'today']

function useQuarantine({ id: lotId, lotNumber: number }: Props['lot'], undo?: Undo) {
  const t = useLotTexts()
  return useAct({
    act: (reason: string) =>
      read(api.stock.lots[':lotId'].quarantine.$post({ param: { lotId }, json: { reason } })),
    changes: CHANGES,
    success: t('quarantine.done', { number }),
    ...(undo && { undo, quiet: true }),
  })
}

function useRelease({ id: lotId, lotNumber: number }: Props['lot'], undo?: Undo) {
  const t = useLotTexts()
  return useAct({
    act: (reason: string) =>
      read(
        api.stock.lots[':lotId']['release-quarantine'].$post({
          param: { lotId },
          json: { reason },
        }),
      ),
    changes: CHANGES,
    success: t('release.done', { number }),
    ...(undo && { undo, quiet: true }),
  })
}

function Quarantine({ lot }: Pick<Props, 'lot'>) {
  const t = useLotTexts()
  const reason = useUiTexts()('undo.reason')
  const { mutate: release } = useRelease(lot)
  const act = useQuarantine(lot, ({ status }) =>
    status === 'quarantine' ? () => release(reason) : undefined,
  )
  return (
    <ConfirmWithReason
      title={t('quarantine.title', { number: lot.lotNumber })}
      explain={t('quarantine.explain')}
      verb={t('quarantine.verb')}
      danger
      act={act}
      button={(open) => (
        <Button variant="default" leftSection={<IconLock size={18} aria-hidden />} onClick={open}>
          {t('quarantine.button')}
        </Button>
      )}
    />
  )
}

function Release({ lot }: Pick<Props, 'lot'>) {
  const t = useLotTexts()
  const reason = useUiTexts()('undo.reason')
  const { mutate: quarantine } = useQuarantine(lot)
  const act = useRelease(lot, ({ status }) =>
    status === 'available' ? () => quarantine(reason) : undefined,
  )
  return (
    <ConfirmWithReason
      title={t('release.title', { number: lot.lotNumber })}
      explain={t('release.explain')}
      verb={t('release.verb')}
      act={act}
      button={(open) => (
        <Button leftSection={<IconLockOpen size={18} aria-hidden />} onClick={open}>
          {t('release.button')}
        </Button>
      )}
    />
  )
}
