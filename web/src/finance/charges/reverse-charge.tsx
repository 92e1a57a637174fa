import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChargeView } from '../../../../src/billing/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import { amountOf, centsOf } from '../kit/exact.js'
import { useChargesTexts } from './texts.js'

const REASON_MIN = 3

interface Props {
  readonly charge: ChargeView
  readonly isClosed: boolean
}

/** Undoes a charge by a contrary one, with the reason. */
export function ReverseCharge({ charge, isClosed }: Props) {
  const texts = useChargesTexts()
  const formats = useFormats()
  const [reason, setReason] = useState('')
  const { mutateAsync, isPending } = useAct({
    act: () =>
      read(
        api.charges[':id'].reverse.$post({
          param: { id: charge.id },
          json: { reason: reason.trim() },
        }),
      ),
    changes: ['charges', 'split', 'periods', 'budgets'],
    success: texts('reverse.done'),
  })
  return (
    <Confirm
      title={texts('reverse.title')}
      verb={texts('reverse.button')}
      danger
      disabled={reason.trim().length < REASON_MIN}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={open}
          aria-label={texts('reverse.label', {
            label: charge.label,
            amount: formats.euros(charge.amount),
          })}
        >
          {texts('reverse.button')}
        </Button>
      )}
    >
      <Stack gap="sm">
        <Text fw={600}>{charge.label}</Text>
        <Text>
          {texts('reverse.what', { amount: formats.euros(amountOf(-centsOf(charge.amount))) })}
        </Text>
        {isClosed ? <Text>{texts('reverse.closed')}</Text> : null}
        <TextInput
          label={texts('reverse.reason')}
          value={reason}
          maxLength={120}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
        />
      </Stack>
    </Confirm>
  )
}
