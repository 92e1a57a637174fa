import { Alert, Stack } from '@mantine/core'
import { Verdict } from '../../ui/marks/verdict.js'
import { ScanField } from '../../ui/scan/scan-field.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import type { Delivery } from './delivery-queries.js'
import { linesIn } from './receipt-draft.js'
import classes from './receipts.module.css'
import { SignBar } from './sign-bar.js'
import { useReceiptTexts } from './texts/index.js'
import { ToteCard } from './tote-card.js'
import { unanswered } from './tote-progress.js'
import { useReceiptDraft } from './use-receipt-draft.js'
import { useReceiptScan } from './use-receipt-scan.js'
import { useReceive } from './use-receive.js'

/** Totes first, then lots: nothing is received by default, and what differs says why. */
export function ReceiveForm({ delivery }: { readonly delivery: Delivery }) {
  const t = useReceiptTexts()
  const { draft, change, forget } = useReceiptDraft(delivery.id)
  const { verdict, hear } = useReceiptScan({ delivery, draft, change })
  const left = unanswered(delivery.lines, draft)
  const loose = linesIn(delivery.lines, undefined)
  const receive = useReceive({
    delivery,
    draft,
    onDone: () => {
      forget()
      window.scrollTo(0, 0)
    },
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
      {receive.act.error ? <ProblemAlert error={receive.act.error} /> : null}
      <SignBar receive={receive} leftCount={left.length} />
    </Stack>
  )
}
