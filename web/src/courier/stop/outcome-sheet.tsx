import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { beforeAt, departureOf } from '../offline/deed-drafts.js'
import type { LocalRun } from '../offline/local-run.js'
import type { StopOutcome } from '../offline/model.js'
import { recordActs } from '../offline/record-acts.js'
import { useDriver } from '../offline/use-round.js'
import { ReasonChoice, type ReasonValue, reasonSentence } from '../shell/reason-choice.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import classes from './stop.module.css'

type Outcome = Exclude<StopOutcome, 'done'>
const OUTCOMES = ['partial', 'failed', 'skipped'] as const satisfies readonly Outcome[]
const REASONS = [
  'closed',
  'nobody',
  'refused',
  'notReady',
  'notLoaded',
  'unsigned',
  'road',
  'time',
  'other',
] as const
type Reason = (typeof REASONS)[number]

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly run: LocalRun
  readonly stopId: string
  readonly onClosed: () => void
}

/** A stop that did not go as planned: how it ended, and why, in two taps. */
export function OutcomeSheet({ isOpen, onClose, run, stopId, onClosed }: Props) {
  const texts = useCourierTexts()
  const driver = useDriver(run.id)
  const word = (code: Reason) => texts(`stopReason.${code}`)
  const [outcome, setOutcome] = useState<Outcome>('partial')
  const [value, setValue] = useState<ReasonValue<Reason>>({ code: undefined, details: '' })
  const reason = reasonSentence(value, word)
  const save = async () => {
    if (reason === undefined) return
    const command = { name: 'close', stopId, outcome, reason } as const
    const before =
      outcome === 'skipped' ? departureOf(run) : beforeAt(run, { kind: 'stop', stopId })
    await recordActs(driver, [...before, { type: 'command', command }])
    onClosed()
  }
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={texts('outcome.title')}>
      <Stack gap="xs">
        {OUTCOMES.map((code) => (
          <button
            key={code}
            type="button"
            className={classes['choice']}
            aria-pressed={outcome === code}
            onClick={() => setOutcome(code)}
          >
            <strong>{texts(`outcome.${code}`)}</strong>
            <span className={classes['small']}>{texts(`outcome.${code}Hint`)}</span>
          </button>
        ))}
      </Stack>
      <ReasonChoice
        label={texts('outcome.noReason')}
        codes={REASONS}
        word={word}
        value={value}
        onChange={setValue}
      />
      <Button disabled={reason === undefined} onClick={() => void save()}>
        {texts('outcome.save')}
      </Button>
    </Sheet>
  )
}
