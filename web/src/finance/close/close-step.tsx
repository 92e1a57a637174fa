import { Alert, Button, Stack, Text } from '@mantine/core'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { Confirm } from '../../ui/form/confirm.js'
import { Panel } from '../../ui/layout/panel.js'
import { useAct } from '../../ui/use-act.js'
import { capital } from '../kit/figures.js'
import { DrawnProgress } from './drawn-progress.js'
import { IssuedStatements } from './issued-statements.js'
import type { StepProps } from './step-props.js'
import { useCloseTexts } from './texts.js'
import { useSaid } from './use-said.js'

const CHANGES = ['periods', 'split', 'statements', 'documents', 'charges', 'budgets'] as const

/** Freeze, then close: each asks once and says what can no longer change. */
export function CloseStep({ closing, mayAct }: StepProps) {
  const { period } = closing
  if (period.state === 'closed') return <ClosedMonth closing={closing} />
  return (
    <Stack gap="md">
      {period.state === 'open' ? (
        <Freeze closing={closing} mayAct={mayAct} />
      ) : (
        <Close closing={closing} mayAct={mayAct} />
      )}
    </Stack>
  )
}

function Freeze({ closing, mayAct }: StepProps) {
  const texts = useCloseTexts()
  const formats = useFormats()
  const { period, split } = closing
  const month = formats.month(period.month)
  const { mutateAsync, isPending } = useAct({
    act: () => read(api.periods[':id'].freeze.$post({ param: { id: period.id } })),
    changes: CHANGES,
    success: texts('close.frozen', { month: capital(month) }),
  })
  const isBlocked = split.blockers.length > 0
  return (
    <Panel title={texts('close.freezeTitle')}>
      <Text>
        {texts('close.order')} {texts('close.freezeWhat')}
      </Text>
      <Blockers closing={closing} />
      {mayAct ? (
        <div>
          <Confirm
            title={texts('close.freeze', { month })}
            verb={texts('close.freeze', { month })}
            isPending={isPending}
            onConfirm={() => mutateAsync()}
            button={(open) => (
              <Button onClick={open} disabled={isBlocked}>
                {texts('close.freeze', { month })}
              </Button>
            )}
          >
            <Text>{texts('close.freezeWhat')}</Text>
            <Text fw={600}>{texts('close.freezeIrrevocable')}</Text>
          </Confirm>
        </div>
      ) : null}
    </Panel>
  )
}

function Close({ closing, mayAct }: StepProps) {
  const texts = useCloseTexts()
  const formats = useFormats()
  const { period, split } = closing
  const month = formats.month(period.month)
  const { mutateAsync, isPending } = useAct({
    act: () => read(api.periods[':id'].close.$post({ param: { id: period.id } })),
    changes: CHANGES,
    success: texts('close.closed', { month: capital(month) }),
  })
  const what = texts('close.closeWhat', {
    count: split.members.length,
    total: formats.euros(split.total),
  })
  return (
    <Panel title={texts('close.closeTitle')}>
      {period.frozenAt ? (
        <Text c="dimmed">{texts('close.frozenAt', { at: formats.dateTime(period.frozenAt) })}</Text>
      ) : null}
      <Text>{what}</Text>
      <Blockers closing={closing} />
      {mayAct ? (
        <div>
          <Confirm
            title={texts('close.close', { month })}
            verb={texts('close.close', { month })}
            isPending={isPending}
            onConfirm={() => mutateAsync()}
            button={(open) => (
              <Button onClick={open} disabled={split.blockers.length > 0} loading={isPending}>
                {texts('close.close', { month })}
              </Button>
            )}
          >
            <Text>{what}</Text>
            <Text fw={600}>{texts('close.closeIrrevocable')}</Text>
            {isPending ? (
              <Stack gap="xs">
                <Text role="status">{texts('close.working')}</Text>
                <DrawnProgress drawn={0} all={split.members.length + 1} />
              </Stack>
            ) : null}
          </Confirm>
        </div>
      ) : null}
    </Panel>
  )
}

/** Why the button does not act yet. */
function Blockers({ closing: { split } }: Pick<StepProps, 'closing'>) {
  const texts = useCloseTexts()
  const said = useSaid()
  if (split.blockers.length === 0) return null
  return (
    <Alert
      color="red"
      variant="light"
      title={`✕ ${texts('close.cannot')}`}
      styles={{ title: { color: 'var(--nv-stop)' }, message: { color: 'var(--nv-ink)' } }}
    >
      <Stack gap={4}>
        {split.blockers.map(({ code, message }) => (
          <Text key={code}>{said(message)}</Text>
        ))}
      </Stack>
    </Alert>
  )
}

function ClosedMonth({ closing: { period } }: Pick<StepProps, 'closing'>) {
  const texts = useCloseTexts()
  const formats = useFormats()
  return (
    <Panel title={texts('close.statements')}>
      {period.closedAt ? (
        <Text>
          {texts('close.closedAt', { at: formats.dateTime(period.closedAt) })}{' '}
          {texts('close.closeIrrevocable')}
        </Text>
      ) : null}
      <IssuedStatements period={period} />
      {period.snapshotSha256 ? (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {texts('close.digest', { digest: period.snapshotSha256.slice(0, 16) })}
        </Text>
      ) : null}
    </Panel>
  )
}
