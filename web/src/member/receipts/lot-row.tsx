import { Button, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormats } from '../../texts/formats.js'
import { Code } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import type { DeliveryLine } from './delivery-queries.js'
import { DifferenceEditor } from './difference-editor.js'
import { type Answer, type LineState, stateOf } from './receipt-draft.js'
import classes from './receipts.module.css'
import { useReceiptTexts } from './texts/index.js'

interface Props {
  readonly line: DeliveryLine
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer) => void
}

const COLOURS: Readonly<Record<LineState, string>> = {
  silent: 'var(--nv-dimmed)',
  partial: 'var(--nv-info)',
  whole: 'var(--nv-ok)',
  different: 'var(--nv-warn)',
  unexplained: 'var(--nv-stop)',
}

/** One lot: conform, or what differs and why. */
export function LotRow({ line, answer, onAnswer }: Props) {
  const t = useReceiptTexts()
  const formats = useFormats()
  const [isOpen, setOpen] = useState(false)
  const state = stateOf(line, answer)
  const isDifferent = state === 'different' || state === 'unexplained'
  const { accepted = 0, refused = 0, missing = 0 } = answer ?? {}
  const conform = () => {
    setOpen(false)
    onAnswer({ accepted: line.shippedUnits, refused: 0, missing: 0 })
  }
  return (
    <div className={classes['lot']}>
      <div>
        <Text fw={600}>{line.product.denomination}</Text>
        <Text size="sm" c="dimmed">
          {t('lot.lot')} <Code>{line.lotNumber}</Code> · {t('lot.expires')}{' '}
          {formats.day(line.expiresOn)}{' '}
          {line.product.storageClass === 'ambient' ? null : (
            <StorageMark of={line.product.storageClass} />
          )}
        </Text>
      </div>
      <div className={classes['count']}>
        <Text fw={600} c={COLOURS[state]} className="nv-number">
          {t('lot.count', { accepted, shipped: line.shippedUnits })}
        </Text>
        <Text size="sm" c={COLOURS[state]}>
          {isDifferent
            ? [
                refused > 0 ? t('lot.refused', { n: refused }) : '',
                missing > 0 ? t('lot.missing', { n: missing }) : '',
              ]
                .filter(Boolean)
                .join(', ')
            : t(`lot.${state}`)}
        </Text>
      </div>
      <div className={classes['acts']}>
        <Button
          variant="default"
          className={state === 'whole' ? classes['conforms'] : undefined}
          size="md"
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={conform}
          aria-pressed={state === 'whole'}
          aria-label={t('lot.conformOf', { lot: line.lotNumber })}
        >
          {t('lot.conform')}
        </Button>
        <Button
          variant="default"
          className={isDifferent ? classes['differs'] : undefined}
          size="md"
          leftSection={<IconAlertTriangle size={18} aria-hidden />}
          onClick={() => setOpen((now) => !now)}
          aria-expanded={isOpen}
          aria-label={t('lot.differenceOf', { lot: line.lotNumber })}
        >
          {t('lot.difference')}
        </Button>
      </div>
      {isOpen ? (
        <div className={classes['editor']}>
          <DifferenceEditor
            shipped={line.shippedUnits}
            answer={answer}
            onAnswer={onAnswer}
            onDone={() => setOpen(false)}
          />
        </div>
      ) : null}
    </div>
  )
}
