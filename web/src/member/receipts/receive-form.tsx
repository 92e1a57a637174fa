import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { DIFFERENCE_REASONS } from '../../../../src/deliveries/schema.js'
import { api, read } from '../../api/client.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { ScanField } from '../../ui/scan/scan-field.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import type { Delivery } from './delivery-queries.js'
import { isAnswered, linesIn, receiptLines, stateOf } from './receipt-draft.js'
import classes from './receipts.module.css'
import { useReceiptTexts } from './texts/index.js'
import { ToteCard } from './tote-card.js'
import { useReceiptDraft } from './use-receipt-draft.js'
import { useReceiptScan } from './use-receipt-scan.js'

const TITLE_KEY = 'navette-receiver-title'
const TITLE_MIN = 2

/** Totes first, then lots: nothing is received by default, and what differs says why. */
export function ReceiveForm({ delivery }: { readonly delivery: Delivery }) {
  const t = useReceiptTexts()
  const { draft, change, forget } = useReceiptDraft(delivery.id)
  const { verdict, hear } = useReceiptScan({ delivery, draft, change })
  const [title, setTitle] = useState(() => localStorage.getItem(TITLE_KEY) ?? '')
  const left = delivery.lines.filter((line) => !isAnswered(stateOf(line, draft.answers[line.id])))
  const loose = linesIn(delivery.lines, undefined)
  const receive = useAct({
    act: () =>
      read(
        api.deliveries[':id'].receive.$post({
          param: { id: delivery.id },
          json: {
            receiverTitle: title.trim(),
            lines: receiptLines(delivery.lines, draft, DIFFERENCE_REASONS),
          },
        }),
      ),
    changes: ['deliveries', 'orders', 'discrepancies', 'today'],
    success: (received) =>
      received.discrepancies.length === 0
        ? t('done.whole')
        : t('done.different', { count: received.discrepancies.length }),
    onDone: () => {
      localStorage.setItem(TITLE_KEY, title.trim())
      forget()
      window.scrollTo(0, 0)
    },
    quiet: true,
  })
  return (
    <Stack gap="md">
      <ScanField
        label={t('scan.label')}
        placeholder={t('scan.placeholder')}
        onScan={(code) => hear(code)}
      />
      {verdict ? (
        <Verdict tone={verdict.tone} detail={verdict.detail}>
          {verdict.words}
        </Verdict>
      ) : null}
      {left.length > 0 && draft.totes.length === 0 ? (
        <Alert color="gray" variant="light" styles={{ message: { color: 'var(--nv-ink)' } }}>
          {t('sign.nothing')}
        </Alert>
      ) : null}
      <div className={classes['totes']}>
        {delivery.totes.map((tote) => (
          <ToteCard
            key={tote.id}
            tote={tote}
            lines={linesIn(delivery.lines, tote)}
            draft={draft}
            change={change}
          />
        ))}
        {loose.length > 0 ? (
          <ToteCard tote={undefined} lines={loose} draft={draft} change={change} />
        ) : null}
      </div>
      {receive.error ? <ProblemAlert error={receive.error} /> : null}
      <div className={classes['sign']}>
        <Group align="flex-end" justify="space-between" gap="sm">
          <TextInput
            label={t('sign.title')}
            placeholder={t('sign.placeholder')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            required
            size="md"
            maxLength={80}
            flex="1 1 200px"
            maw={320}
          />
          <Group gap="md">
            <Text fw={600} role="status">
              {left.length === 0 ? `✓ ${t('sign.ready')}` : t('sign.left', { count: left.length })}
            </Text>
            <Button
              size="md"
              leftSection={<IconSignature size={20} aria-hidden />}
              disabled={left.length > 0 || title.trim().length < TITLE_MIN}
              loading={receive.isPending}
              onClick={() => receive.mutate()}
            >
              {t('sign.button')}
            </Button>
          </Group>
        </Group>
      </div>
    </Stack>
  )
}
