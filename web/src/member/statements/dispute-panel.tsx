import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api, read } from '../../api/client.js'
import { dayOf, useFormats } from '../../texts/formats.js'
import { Confirm } from '../../ui/form/confirm.js'
import { Panel } from '../../ui/layout/panel.js'
import { useAct } from '../../ui/use-act.js'
import type { Statement } from './statement-queries.js'
import { useStatementTexts } from './texts/index.js'

const REASON_MIN = 10

/** A statement can be disputed until the day printed on it; what was said stays in sight of both sides. */
export function DisputePanel({ statement }: { readonly statement: Statement }) {
  const t = useStatementTexts()
  const formats = useFormats()
  const [reason, setReason] = useState('')
  const dispute = useAct({
    act: () =>
      read(
        api.statements[':id'].dispute.$post({
          param: { id: statement.id },
          json: { reason: reason.trim() },
        }),
      ),
    changes: ['statements', 'today'],
    success: t('dispute.done'),
  })
  const until = formats.day(statement.disputeUntil)
  const isOpen = statement.state === 'issued' && dayOf(Date.now()) <= statement.disputeUntil
  return (
    <Panel title={t('dispute.title')}>
      {statement.disputeReason ? (
        <Text>{t('dispute.said', { reason: statement.disputeReason })}</Text>
      ) : null}
      {isOpen ? (
        <Stack gap="sm" align="flex-start">
          <Text>{t('dispute.until', { day: until })}</Text>
          <Confirm
            title={t('dispute.confirm', { number: statement.number })}
            verb={t('dispute.verb')}
            disabled={reason.trim().length < REASON_MIN}
            isPending={dispute.isPending}
            onConfirm={() => dispute.mutateAsync()}
            button={(open) => (
              <Button variant="default" onClick={open}>
                {t('dispute.verb')}
              </Button>
            )}
          >
            <Textarea
              label={t('dispute.reason')}
              description={t('dispute.hint')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              autosize
              minRows={3}
              maxLength={2000}
              required
            />
          </Confirm>
        </Stack>
      ) : (
        <Text c="dimmed">
          {statement.state === 'issued'
            ? t('dispute.late', { day: until })
            : t(`dispute.${statement.state}`)}
        </Text>
      )}
    </Panel>
  )
}
