import { Alert, Button, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod/mini'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { ApiProblem } from '../../api/problem.js'
import { signal } from '../../ui/scan/feedback.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { useBenchTexts } from './texts.js'
import { isDecided } from './tube-state.js'

const Remaining = z.object({ remaining: z.array(z.string()) })

/** Closing is the server's to refuse: while a tube has no verdict, it says which. */
export function CloseReception({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const [error, setError] = useState<Error>()
  const { id, number } = shipment
  const close = useAct({
    act: () => read(api['specimen-shipments'][':id'].reconcile.$post({ param: { id } })),
    changes: ['specimen-shipments', 'deadline-alarms'],
    success: texts('close.done', { number }),
    quiet: true,
    onDone: () => signal('ok'),
  })
  const send = () => {
    setError(undefined)
    close.mutate(undefined, {
      onError: (failure) => {
        signal('stop')
        setError(failure)
      },
    })
  }
  return (
    <>
      <Button
        fullWidth
        size="md"
        mt="md"
        variant={shipment.undecidedTubes === 0 ? 'filled' : 'default'}
        leftSection={<IconCheck size={18} aria-hidden />}
        loading={close.isPending}
        onClick={send}
      >
        {texts('close.button')}
      </Button>
      {error && shipment.undecidedTubes > 0 ? <Refused error={error} shipment={shipment} /> : null}
    </>
  )
}

interface RefusedProps {
  readonly error: Error
  readonly shipment: ShipmentView
}

/** What was left when closing was refused, without what was decided since. */
function Refused({ error, shipment }: RefusedProps) {
  const texts = useBenchTexts()
  const details = error instanceof ApiProblem ? Remaining.safeParse(error.problem) : undefined
  if (!details?.success) return <ProblemAlert error={error} />
  const decided = new Set(shipment.tubes.filter(isDecided).map(({ code }) => code))
  const remaining = details.data.remaining.filter((code) => !decided.has(code))
  if (remaining.length === 0) return null
  return (
    <Alert
      role="alert"
      mt="sm"
      color="red"
      title={`✕ ${texts('close.refused')}`}
      styles={{
        root: { background: 'var(--nv-stop-soft)' },
        title: { color: 'var(--nv-stop)' },
        message: { color: 'var(--nv-ink)' },
      }}
    >
      <Text>{texts('close.refusedSentence', { count: remaining.length })}</Text>
      <ul>
        {remaining.map((code) => (
          <li key={code} className="nv-code">
            {code}
          </li>
        ))}
      </ul>
      <Text fw={500}>{texts('close.refusedRemedy')}</Text>
    </Alert>
  )
}
