import { Alert, Button, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReceiptView } from '../../../../src/stock/schema.js'
import { useGrouping } from '../../app/place.js'
import { Confirm } from '../../ui/form/confirm.js'
import { Page } from '../../ui/layout/page.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { DraftLines } from './draft-lines.js'
import { ReceiptDone } from './receipt-done.js'
import { isComplete } from './receipt-draft.js'
import { ReceiptHead } from './receipt-head.js'
import { ScanBench } from './scan-bench.js'
import { useReceiptTexts } from './texts.js'
import { useDraft } from './use-draft.js'
import { useReceive } from './use-receive.js'

/** Takes in a supplier's delivery, box after box. */
export function NewReceiptPage() {
  const grouping = useGrouping('pharmacy')
  return grouping === undefined ? null : <NewReceipt key={grouping.id} groupingId={grouping.id} />
}

function NewReceipt({ groupingId }: { readonly groupingId: string }) {
  const t = useReceiptTexts()
  const { draft, change, clear } = useDraft(groupingId)
  const [done, setDone] = useState<ReceiptView>()
  const [isChecked, setChecked] = useState(false)
  const receive = useReceive(groupingId, (receipt) => {
    setDone(receipt)
    setChecked(false)
    clear()
  })
  if (done !== undefined) return <ReceiptDone receipt={done} onAnother={() => setDone(undefined)} />
  const isReady =
    draft.supplierName.trim() !== '' &&
    draft.supplierReference.trim() !== '' &&
    draft.lines.length > 0 &&
    draft.lines.every(isComplete)
  const submit = () => {
    setChecked(true)
    if (isReady) receive.mutate(draft)
  }
  return (
    <Page
      title={t('form.title')}
      crumbs={[{ label: t('title'), to: '/pharmacie/receptions' }]}
      subtitle={t('form.kept')}
    >
      <Paper p="md">
        <ReceiptHead draft={draft} change={change} isChecked={isChecked} />
      </Paper>
      <Paper p="md">
        <ScanBench groupingId={groupingId} draft={draft} change={change} />
      </Paper>
      <DraftLines draft={draft} change={change} isChecked={isChecked} />
      {receive.error ? <ProblemAlert error={receive.error} /> : null}
      {isChecked && !isReady ? (
        <Alert color="red" variant="light" role="alert">
          <Text c="var(--nv-ink)">{t('form.missing')}</Text>
        </Alert>
      ) : null}
      <Group justify="flex-end">
        {draft.lines.length > 0 ? <Clear onClear={clear} /> : null}
        <Button
          size="md"
          loading={receive.isPending}
          disabled={draft.lines.length === 0}
          onClick={submit}
        >
          {t('form.submit')}
        </Button>
      </Group>
    </Page>
  )
}

function Clear({ onClear }: { readonly onClear: () => void }) {
  const t = useReceiptTexts()
  return (
    <Confirm
      title={t('form.clear')}
      verb={t('form.clear')}
      danger
      onConfirm={() => Promise.resolve(onClear())}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('form.clear')}
        </Button>
      )}
    >
      <Text>{t('form.clearExplain')}</Text>
    </Confirm>
  )
}
