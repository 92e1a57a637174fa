import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReceiptView } from '../../../../src/stock/schema.js'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { Confirm } from '../../ui/form/confirm.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { DraftLineCard } from './draft-line-card.js'
import { ReceiptDone } from './receipt-done.js'
import {
  isComplete,
  type ReceiptDraft,
  totalOf,
  unitsOf,
  withLine,
  withoutLine,
} from './receipt-draft.js'
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
        <Head draft={draft} change={change} isChecked={isChecked} />
      </Paper>
      <Paper p="md">
        <ScanBench groupingId={groupingId} draft={draft} change={change} />
      </Paper>
      <Panel title={t('form.lines')} aside={<Totals draft={draft} />}>
        {draft.lines.length === 0 ? (
          <EmptyState title={t('form.noLines')}>{t('form.noLinesHelp')}</EmptyState>
        ) : (
          <Stack gap="sm">
            {draft.lines.map((line) => (
              <DraftLineCard
                key={line.key}
                line={line}
                isChecked={isChecked}
                onChange={(changed) => change((before) => withLine(before, changed))}
                onRemove={() => change((before) => withoutLine(before, line.key))}
              />
            ))}
          </Stack>
        )}
      </Panel>
      {receive.error ? <ProblemAlert error={receive.error} /> : null}
      {isChecked && !isReady ? (
        <Alert color="red" variant="light" role="alert">
          <Text c="var(--nv-ink)">{t('form.missing')}</Text>
        </Alert>
      ) : null}
      <Group justify="flex-end">
        {draft.lines.length > 0 ? (
          <Confirm
            title={t('form.clear')}
            verb={t('form.clear')}
            danger
            onConfirm={() => Promise.resolve(clear())}
            button={(open) => (
              <Button variant="default" onClick={open}>
                {t('form.clear')}
              </Button>
            )}
          >
            <Text>{t('form.clearExplain')}</Text>
          </Confirm>
        ) : null}
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

interface HeadProps {
  readonly draft: ReceiptDraft
  readonly change: (update: (draft: ReceiptDraft) => ReceiptDraft) => void
  readonly isChecked: boolean
}

function Head({ draft, change, isChecked }: HeadProps) {
  const t = useReceiptTexts()
  const missing = (value: string) => isChecked && value.trim() === '' && t('form.required')
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t('form.supplier')}
        value={draft.supplierName}
        onChange={({ currentTarget: { value } }) =>
          change((before) => ({ ...before, supplierName: value }))
        }
        error={missing(draft.supplierName)}
        maxLength={200}
        required
      />
      <TextInput
        label={t('form.reference')}
        value={draft.supplierReference}
        onChange={({ currentTarget: { value } }) =>
          change((before) => ({ ...before, supplierReference: value }))
        }
        error={missing(draft.supplierReference)}
        maxLength={100}
        required
      />
    </SimpleGrid>
  )
}

function Totals({ draft }: { readonly draft: ReceiptDraft }) {
  const t = useReceiptTexts()
  const formats = useFormats()
  const units = draft.lines.reduce((total, line) => total + unitsOf(line), 0)
  return (
    <Text className="nv-number" fw={600} aria-live="polite">
      {t('form.totals', {
        lines: t('form.lineCount', { count: draft.lines.length }),
        units: formats.number(units),
        value: formats.euros(totalOf(draft.lines)),
      })}
    </Text>
  )
}
