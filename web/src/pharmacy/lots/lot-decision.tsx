import { Button } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import type { LotTraceView } from '../../../../src/stock/schema.js'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { useLotTexts } from './texts.js'
import { WithReason } from './with-reason.js'

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

const param = (lot: Props['lot']) => ({ lotId: lot.id })

function Quarantine({ lot }: Pick<Props, 'lot'>) {
  const t = useLotTexts()
  const { mutateAsync, isPending } = useAct({
    act: (reason: string) =>
      read(api.stock.lots[':lotId'].quarantine.$post({ param: param(lot), json: { reason } })),
    changes: ['stock', 'today'],
    success: t('quarantine.done'),
  })
  return (
    <WithReason
      title={t('quarantine.title', { number: lot.lotNumber })}
      explain={t('quarantine.explain')}
      verb={t('quarantine.verb')}
      danger
      isPending={isPending}
      onConfirm={mutateAsync}
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
  const { mutateAsync, isPending } = useAct({
    act: (reason: string) =>
      read(
        api.stock.lots[':lotId']['release-quarantine'].$post({
          param: param(lot),
          json: { reason },
        }),
      ),
    changes: ['stock', 'today'],
    success: t('release.done'),
  })
  return (
    <WithReason
      title={t('release.title', { number: lot.lotNumber })}
      explain={t('release.explain')}
      verb={t('release.verb')}
      isPending={isPending}
      onConfirm={mutateAsync}
      button={(open) => (
        <Button leftSection={<IconLockOpen size={18} aria-hidden />} onClick={open}>
          {t('release.button')}
        </Button>
      )}
    />
  )
}
