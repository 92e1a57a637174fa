import { Button, NumberInput } from '@mantine/core'
import type { Decision, Line } from './decisions.js'
import { useOrdersTexts } from './texts/index.js'

interface Props {
  readonly line: Line
  readonly approved: number
  readonly onDecide: (change: Decision) => void
}

/** How much of a line is given: typed, or none in one press. */
export function ApprovedUnits({ line, approved, onDecide }: Props) {
  const t = useOrdersTexts()
  const name = line.product.denomination
  const isRefused = approved === 0
  return (
    <>
      <NumberInput
        aria-label={t('approval.units', { name })}
        value={approved}
        onChange={(value) => onDecide({ units: toUnits(value, line.orderedUnits) })}
        min={0}
        max={line.orderedUnits}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        hideControls
        w={100}
        styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        mih={32}
        px={4}
        aria-label={t(isRefused ? 'approval.restoreOf' : 'approval.refuseOf', { name })}
        onClick={() =>
          onDecide(isRefused ? { units: line.orderedUnits, reason: undefined } : { units: 0 })
        }
      >
        {t(isRefused ? 'approval.restore' : 'approval.refuse')}
      </Button>
    </>
  )
}

const toUnits = (value: string | number, max: number): number =>
  Math.max(0, Math.min(max, Math.trunc(Number(value)) || 0))
