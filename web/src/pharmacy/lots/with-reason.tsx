import { Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Confirm } from '../../ui/form/confirm.js'
import { useLotTexts } from './texts.js'

const REASON_MIN = 3

interface Props {
  readonly title: string
  readonly explain: string
  readonly verb: string
  readonly danger?: boolean
  readonly isPending: boolean
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly button: (open: () => void) => ReactNode
}

/** An act on stock that says why, for whoever reads the ledger. */
export function WithReason({ title, explain, verb, danger, isPending, onConfirm, button }: Props) {
  const t = useLotTexts()
  const [reason, setReason] = useState('')
  return (
    <Confirm
      title={title}
      verb={verb}
      danger={danger ?? false}
      isPending={isPending}
      disabled={reason.trim().length < REASON_MIN}
      onConfirm={async () => {
        await onConfirm(reason.trim())
        setReason('')
      }}
      button={button}
    >
      <Stack gap="sm">
        <Text>{explain}</Text>
        <Textarea
          label={t('reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          autosize
          minRows={2}
          maxLength={500}
          required
          data-autofocus
        />
      </Stack>
    </Confirm>
  )
}
