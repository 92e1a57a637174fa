import { Button, Text, Textarea } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { Confirm } from '../../ui/form/confirm.js'
import { useOrdersTexts } from './texts/index.js'

const REASON_MIN = 3

interface Props {
  readonly act: UseMutationResult<unknown, Error, string>
  readonly verb: string
  readonly warning: string
  readonly danger?: boolean
  readonly isMain?: boolean
}

/** An act on a whole thing that is told with a reason in words. */
export function ReasonedAct({ act, verb, warning, danger = false, isMain = false }: Props) {
  const t = useOrdersTexts()
  const [reason, setReason] = useState('')
  return (
    <Confirm
      title={verb}
      verb={verb}
      danger={danger}
      isPending={act.isPending}
      disabled={reason.trim().length < REASON_MIN}
      onConfirm={() => act.mutateAsync(reason.trim())}
      button={(open) => (
        <Button variant={isMain ? 'filled' : 'default'} onClick={open}>
          {verb}
        </Button>
      )}
    >
      <Text>{warning}</Text>
      <Textarea
        label={t('act.reason')}
        description={t('act.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        required
      />
    </Confirm>
  )
}
