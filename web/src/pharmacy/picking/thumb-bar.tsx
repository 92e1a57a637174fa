import { Button, Group, Modal, NumberInput, Radio, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { REASON_CODES } from '../../../../src/orders/reasons.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { ReasonChips } from '../../ui/form/reason-chips.js'
import { useUiTexts } from '../../ui/texts.js'
import type { Reason } from '../orders/decisions.js'
import classes from './picking.module.css'
import type { Step } from './steps.js'
import { usePickingTexts } from './texts/index.js'

interface Props {
  readonly step: Step
  readonly onPartial: (units: number, isRestMissing: boolean) => void
  readonly onAside: (reason: Reason, comment: string) => void
}

/** What is not the ordinary case, under the thumb. */
export function ThumbBar({ step, onPartial, onAside }: Props) {
  const t = usePickingTexts()
  const [isPartial, partial] = useDisclosure(false)
  const [isProblem, problem] = useDisclosure(false)
  return (
    <div className={classes['thumb']} role="toolbar" aria-label={t('thumb.label')}>
      <Button size="lg" h={56} variant="default" onClick={partial.open} disabled={step.left < 2}>
        {t('thumb.partial')}
      </Button>
      <Button size="lg" h={56} variant="default" onClick={() => onAside('stock-short', '')}>
        {t('thumb.missing')}
      </Button>
      <Button size="lg" h={56} variant="default" onClick={problem.open}>
        {t('thumb.problem')}
      </Button>
      <PartialModal {...{ step, onPartial }} isOpen={isPartial} onClose={partial.close} />
      <ProblemModal onAside={onAside} isOpen={isProblem} onClose={problem.close} />
    </div>
  )
}

interface ModalProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

function PartialModal({ step, onPartial, isOpen, onClose }: ModalProps & Omit<Props, 'onAside'>) {
  const t = usePickingTexts()
  const ui = useUiTexts()
  const max = step.left - 1
  const [units, setUnits] = useState<number>()
  const [rest, setRest] = useState('missing')
  const isValid = units !== undefined && units >= 1 && units <= max
  const confirm = () => {
    if (!isValid) return
    onPartial(units, rest === 'missing')
    onClose()
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('partial.title')}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Stack>
        <NumberInput
          label={t('partial.units')}
          value={units ?? ''}
          onChange={(value) => setUnits(value === '' ? undefined : Math.trunc(Number(value)))}
          min={1}
          max={max}
          allowDecimal={false}
          allowNegative={false}
          size="lg"
          inputMode="numeric"
          data-autofocus
        />
        <Radio.Group label={t('partial.rest')} value={rest} onChange={setRest}>
          <Stack gap="xs" mt="xs">
            <Radio size="md" value="missing" label={t('partial.restMissing')} />
            <Radio size="md" value="later" label={t('partial.restLater')} />
          </Stack>
        </Radio.Group>
        <Button size="lg" disabled={!isValid} onClick={confirm}>
          {t('partial.ready', { units: units ?? '…' })}
        </Button>
      </Stack>
    </Modal>
  )
}

function ProblemModal({ onAside, isOpen, onClose }: ModalProps & Pick<Props, 'onAside'>) {
  const t = usePickingTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  const [reason, setReason] = useState<Reason>()
  const [comment, setComment] = useState('')
  const isReady = reason !== undefined && (reason !== 'other' || comment.trim() !== '')
  const confirm = () => {
    if (!isReady) return
    onAside(reason, comment.trim())
    onClose()
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('problem.title')}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Stack>
        <Text>{t('problem.hint')}</Text>
        <ReasonChips
          codes={REASON_CODES}
          word={(code) => words.word('reason', code)}
          value={reason}
          onChange={setReason}
          comment={comment}
          onComment={setComment}
        />
        <Group justify="flex-end">
          <Button variant="default" size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" disabled={!isReady} onClick={confirm}>
            {t('problem.aside')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
