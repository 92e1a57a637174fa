import { Button, Group, Text } from '@mantine/core'
import { IconCheck, IconPackageOff } from '@tabler/icons-react'
import type { Tote } from './delivery-queries.js'
import { withAnswer } from './receipt-draft.js'
import { useReceiptTexts } from './texts/index.js'
import type { ToteCheck } from './tote-progress.js'

interface Props extends Pick<ToteCheck, 'lines' | 'change'> {
  readonly tote: Tote
  readonly isAbsent: boolean
}

/** A tote nobody scanned yet: it is here, or it did not come. */
export function ToteToFind({ tote, lines, change, isAbsent }: Props) {
  const t = useReceiptTexts()
  const present = () => change((now) => ({ ...now, totes: [...now.totes, tote.code] }))
  const absent = () =>
    change((now) =>
      lines.reduce(
        (next, { id, shippedUnits }) =>
          withAnswer(next, id, {
            accepted: 0,
            refused: 0,
            missing: shippedUnits,
            reason: 'other',
            comment: t('tote.absentComment', { code: tote.code }),
          }),
        now,
      ),
    )
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed" flex={1} miw={200}>
        {isAbsent ? t('tote.absentHint') : t('tote.scanFirst', { count: lines.length })}
      </Text>
      <Button
        variant="default"
        size="md"
        leftSection={<IconCheck size={18} aria-hidden />}
        onClick={present}
      >
        {t('tote.present')}
      </Button>
      {isAbsent ? null : (
        <Button
          variant="subtle"
          color="gray"
          size="md"
          leftSection={<IconPackageOff size={18} aria-hidden />}
          onClick={absent}
        >
          {t('tote.markAbsent')}
        </Button>
      )}
    </Group>
  )
}
