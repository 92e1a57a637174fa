import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { DIFFERENCE_REASONS } from '../../../../src/deliveries/schema.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { ReasonChips } from '../../ui/form/reason-chips.js'
import { type Answer, isAnswered, stateOf } from './receipt-draft.js'
import classes from './receipts.module.css'
import { useReceiptTexts } from './texts/index.js'

interface Props {
  readonly shipped: number
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer) => void
  readonly onDone: () => void
}

const asUnits = (value: string | number, most: number): number =>
  Math.max(0, Math.min(most, Math.trunc(Number(value) || 0)))

/** Refused and missing are typed; accepted is the rest, so that they always add up to what was shipped. */
export function DifferenceEditor({ shipped, answer, onAnswer, onDone }: Props) {
  const t = useReceiptTexts()
  const words = useVocabulary()
  const refused = answer?.refused ?? 0
  const missing = answer?.missing ?? 0
  const put = (part: Partial<Answer>) => {
    const next = { ...answer, refused, missing, ...part }
    onAnswer({ ...next, accepted: shipped - next.refused - next.missing })
  }
  const reason = DIFFERENCE_REASONS.find((code) => code === answer?.reason)
  const isReady = answer !== undefined && isAnswered(stateOf({ shippedUnits: shipped }, answer))
  return (
    <Stack gap="sm">
      <div className={classes['amounts']}>
        <NumberInput
          label={t('difference.refused')}
          value={refused}
          min={0}
          max={shipped - missing}
          size="md"
          allowDecimal={false}
          onChange={(value) => put({ refused: asUnits(value, shipped - missing) })}
        />
        <NumberInput
          label={t('difference.missing')}
          value={missing}
          min={0}
          max={shipped - refused}
          size="md"
          allowDecimal={false}
          onChange={(value) => put({ missing: asUnits(value, shipped - refused) })}
        />
        <div>
          <Text fw={500}>{t('difference.accepted')}</Text>
          <Text fz={28} fw={600} className="nv-number" style={{ textAlign: 'left' }}>
            {shipped - refused - missing} / {shipped}
          </Text>
        </div>
      </div>
      {refused + missing > 0 ? (
        <ReasonChips
          codes={DIFFERENCE_REASONS}
          word={(code) => words.word('difference', code)}
          value={reason}
          onChange={(code) => put({ reason: code })}
          comment={answer?.comment ?? ''}
          onComment={(comment) => put({ comment })}
        />
      ) : null}
      <Group justify="flex-end">
        <Button onClick={onDone} disabled={!isReady} size="md">
          {t('difference.done')}
        </Button>
      </Group>
    </Stack>
  )
}
