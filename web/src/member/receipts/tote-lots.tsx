import { Button, Stack } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { LotRow } from './lot-row.js'
import { allConform, withAnswer } from './receipt-draft.js'
import { useReceiptTexts } from './texts/index.js'
import { type ToteCheck, unanswered } from './tote-progress.js'

/** The lots of a tote that is here: one by one, or all that is left at once. */
export function ToteLots({ lines, draft, change }: Omit<ToteCheck, 'tote'>) {
  const t = useReceiptTexts()
  const left = unanswered(lines, draft)
  return (
    <Stack gap="sm">
      <div>
        {lines.map((line) => (
          <LotRow
            key={line.id}
            line={line}
            answer={draft.answers[line.id]}
            onAnswer={(answer) => change((now) => withAnswer(now, line.id, answer))}
          />
        ))}
      </div>
      {left.length === 0 ? null : (
        <Button
          variant="light"
          size="md"
          leftSection={<IconChecks size={20} aria-hidden />}
          onClick={() => change((now) => allConform(now, unanswered(lines, now)))}
          style={{ alignSelf: 'flex-start' }}
        >
          {left.length === lines.length ? t('tote.allConform') : t('tote.restConform')}
        </Button>
      )}
    </Stack>
  )
}
