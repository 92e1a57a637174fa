import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ReasonList, ShipmentView } from '../../../../src/specimens/view-schema.js'
import { useReceptionReasons } from '../../texts/reception-reasons.js'
import { ReasonChips } from '../../ui/form/reason-chips.js'
import { Panel } from '../../ui/layout/panel.js'
import { Loadable } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { reasonsQuery } from '../queries.js'
import { useIsBiologist } from '../use-laboratory.js'
import type { Bench } from './bench.js'
import classes from './bench.module.css'
import type { Deciding } from './said.js'
import { useBenchTexts } from './texts.js'
import { TubeLine } from './tube-line.js'

interface Props {
  readonly shipment: ShipmentView
  readonly deciding: Deciding
  readonly bench: Bench
}

/** A verdict given by a person: which, why, and in whose name. */
export function DecisionPanel(props: Props) {
  const texts = useBenchTexts()
  const query = useQuery(reasonsQuery)
  const panel = useFocusWhileDeciding()
  return (
    <div ref={panel} tabIndex={-1}>
      <Panel title={texts('decision.title', { code: props.deciding.tubeCode })}>
        <Loadable query={query}>{({ items }) => <Decision {...props} reasons={items} />}</Loadable>
      </Panel>
    </div>
  )
}

/** The keyboard goes to the decision, and back to the scan field once it is taken. */
function useFocusWhileDeciding() {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    return () => document.querySelector<HTMLInputElement>('[data-scan-field]')?.focus()
  }, [])
  return panel
}

type Reasons = ReasonList['items']

function Decision({ shipment, deciding, bench, reasons }: Props & { readonly reasons: Reasons }) {
  const texts = useBenchTexts()
  const words = useReceptionReasons()
  const { tubeCode, inputMode } = deciding
  const [verdict, setVerdict] = useState(deciding.verdict)
  const possible = usualFirst(reasons, deciding.reasonCode).filter((reason) =>
    reason.verdicts.includes(verdict),
  )
  const [chosen, setChosen] = useState(deciding.reasonCode)
  const [comment, setComment] = useState('')
  const reason = possible.find(({ code }) => code === chosen)
  const tube = shipment.tubes.find(({ code }) => code === tubeCode)
  const needsWords = inputMode === 'hand' && reason === undefined
  const isReady =
    verdict === 'accepted' ? !needsWords || comment.trim() !== '' : reason !== undefined
  const mode = verdict === 'missing' ? 'hand' : inputMode
  const send = () =>
    bench
      .receive({
        tubeCode,
        verdict,
        inputMode: mode,
        comment,
        ...(reason && { reasonCode: reason.code }),
      })
      .catch(() => {
        // Said by the bench, and kept open.
      })
  return (
    <Stack>
      {tube ? <TubeLine tube={tube} /> : null}
      <VerdictChoice deciding={deciding} value={verdict} onChange={setVerdict} />
      {possible.length > 0 ? (
        <ReasonChips
          label={texts(verdict === 'accepted' ? 'decision.reasonOptional' : 'decision.reason')}
          codes={possible.map(({ code }) => code)}
          word={(code) => words.word('reason', code)}
          value={reason?.code}
          onChange={setChosen}
        />
      ) : null}
      {reason ? (
        <Text size="sm" c="dimmed">
          {texts('decision.responsible', { who: words.word('responsible', reason.responsible) })}{' '}
          {reason.needsNewCollection && (verdict === 'rejected' || verdict === 'missing')
            ? texts('decision.newCollection')
            : ''}
        </Text>
      ) : null}
      <Textarea
        label={texts(
          needsWords && verdict === 'accepted' ? 'decision.commentByHand' : 'decision.comment',
        )}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        required={needsWords && verdict === 'accepted'}
        autosize
        maxLength={400}
      />
      {bench.error ? <ProblemAlert error={bench.error} /> : null}
      <Group justify="flex-end" className={classes['acts'] ?? ''}>
        <Button variant="default" onClick={() => bench.decide(undefined)}>
          {texts('decision.cancel')}
        </Button>
        <Button disabled={!isReady} loading={bench.isSending} onClick={() => void send()}>
          {texts('decision.send')}
        </Button>
      </Group>
    </Stack>
  )
}

/** The reason the bench proposes stands first. */
const usualFirst = (reasons: Reasons, proposed: Deciding['reasonCode']): Reasons =>
  reasons.toSorted((a, b) => Number(b.code === proposed) - Number(a.code === proposed))

interface ChoiceProps {
  readonly deciding: Deciding
  readonly value: Deciding['verdict']
  readonly onChange: (verdict: Deciding['verdict']) => void
}

const VERDICTS = ['accepted', 'accepted-with-reservation', 'rejected', 'missing'] as const

function VerdictChoice({ deciding, value, onChange }: ChoiceProps) {
  const texts = useBenchTexts()
  const isBiologist = useIsBiologist()
  return (
    <Stack gap={4}>
      <SegmentedControl
        aria-label={texts('decision.verdict')}
        value={value}
        onChange={(next) => {
          const verdict = VERDICTS.find((each) => each === next)
          if (verdict) onChange(verdict)
        }}
        fullWidth
        size="md"
        data={VERDICTS.filter((each) => each !== 'missing' || deciding.inputMode === 'hand').map(
          (each) => ({
            value: each,
            label: texts(`decision.${each}`),
            disabled: each === 'accepted-with-reservation' && !isBiologist,
          }),
        )}
      />
      {isBiologist ? null : (
        <Text size="sm" c="dimmed">
          {texts('decision.biologistOnly')}
        </Text>
      )}
    </Stack>
  )
}
