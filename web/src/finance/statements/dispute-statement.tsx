import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { StatementView } from '../../../../src/billing/schema.js'
import { api, read } from '../../api/client.js'
import { dayOf } from '../../texts/formats.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import { useStatementsTexts } from './texts.js'

const REASON_MIN = 10

/** Puts a member’s objection on record, with its words, while the window is open. */
export function DisputeStatement({ statement }: { readonly statement: StatementView }) {
  const texts = useStatementsTexts()
  const [reason, setReason] = useState('')
  const { mutateAsync, isPending } = useAct({
    act: () =>
      read(
        api.statements[':id'].dispute.$post({
          param: { id: statement.id },
          json: { reason: reason.trim() },
        }),
      ),
    changes: ['statements', 'periods'],
    success: texts('dispute.done'),
  })
  if (statement.state !== 'issued' || dayOf(Date.now()) > statement.disputeUntil) return null
  const { number } = statement
  return (
    <Confirm
      title={texts('dispute.ask', { number })}
      verb={texts('dispute.button')}
      disabled={reason.trim().length < REASON_MIN}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {texts('dispute.button')}
        </Button>
      )}
    >
      <Stack gap="sm">
        <Text>{texts('dispute.what')}</Text>
        <Textarea
          label={texts('dispute.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={3}
          required
        />
      </Stack>
    </Confirm>
  )
}
