import { Stack, Text } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { DraftLineCard } from './draft-line-card.js'
import { type ReceiptDraft, totalOf, unitsOf, withLine, withoutLine } from './receipt-draft.js'
import { useReceiptTexts } from './texts.js'

interface Props {
  readonly draft: ReceiptDraft
  readonly change: (update: (draft: ReceiptDraft) => ReceiptDraft) => void
  readonly isChecked: boolean
}

/** The boxes read so far, with what they come to. */
export function DraftLines({ draft, change, isChecked }: Props) {
  const t = useReceiptTexts()
  return (
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
