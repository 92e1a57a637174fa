import { ActionIcon, Button, Group, Kbd } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ShipmentView, TubeView } from '../../../../src/specimens/view-schema.js'
import { Hinted } from '../../ui/hinted.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { isMuted, mute } from '../../ui/scan/feedback.js'
import { ScanField } from '../../ui/scan/scan-field.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useIsBiologist } from '../use-laboratory.js'
import type { Bench } from './bench.js'
import classes from './bench.module.css'
import { DecisionPanel } from './decision-panel.js'
import type { Deciding } from './said.js'
import { ShipmentCard } from './shipment-card.js'
import { useBenchTexts } from './texts.js'
import { TubesLeft } from './tubes-left.js'
import { useBench } from './use-bench.js'

/** The reception of one opened container: scan, hear, decide, until nothing is left. */
export function Desk({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const bench = useBench(shipment)
  const { deciding } = bench
  return (
    <div className={classes['desk']}>
      <div className={classes['shipment']}>
        <ShipmentCard shipment={shipment} />
      </div>
      <div className={classes['centre']}>
        <ScanField label={texts('scanTube')} onScan={bench.hear} extra={<SoundSwitch />} />
        <LastVerdict shipment={shipment} bench={bench} />
        {deciding ? (
          <DecisionPanel
            key={`${deciding.tubeCode} ${deciding.verdict} ${deciding.inputMode}`}
            shipment={shipment}
            deciding={deciding}
            bench={bench}
          />
        ) : null}
      </div>
      <TubesLeft shipment={shipment} bench={bench} />
    </div>
  )
}

function LastVerdict({ shipment, bench }: { shipment: ShipmentView; bench: Bench }) {
  const texts = useBenchTexts()
  const { said, deciding, error } = bench
  if (said === undefined) {
    const isDone = shipment.undecidedTubes === 0
    return (
      <div className={classes['verdict']}>
        <Verdict
          tone={isDone ? 'ok' : 'neutral'}
          detail={texts(isDone ? 'allDoneDetail' : 'readyDetail')}
        >
          {texts(isDone ? 'allDone' : 'ready')}
        </Verdict>
      </div>
    )
  }
  return (
    <>
      <div className={classes['verdict']} key={`${said.words} ${said.detail}`}>
        <Verdict tone={said.tone} detail={said.detail}>
          {said.words}
        </Verdict>
      </div>
      {error && deciding === undefined ? <ProblemAlert error={error} /> : null}
      <Group>
        {said.other ? (
          <Button
            variant="default"
            component={Link}
            to={`/laboratoire/reception/${said.other.shipmentId}`}
          >
            {texts('openOther', { number: said.other.number })}
          </Button>
        ) : null}
        {said.tubeCode !== undefined && deciding === undefined ? (
          <Corrections
            tubeCode={said.tubeCode}
            state={shipment.tubes.find(({ code }) => code === said.tubeCode)?.state}
            bench={bench}
          />
        ) : null}
      </Group>
    </>
  )
}

interface CorrectionsProps {
  readonly tubeCode: string
  readonly state: TubeView['state'] | undefined
  readonly bench: Bench
}

/** The last tube is in the hand: whatever else it deserves is one gesture away. */
function Corrections({ tubeCode, state, bench }: CorrectionsProps) {
  const texts = useBenchTexts()
  const canReserve = useIsBiologist() && state !== 'accepted-with-reservation'
  const canReject = state !== 'rejected'
  const correct = (verdict: Deciding['verdict']) =>
    bench.decide({ tubeCode, inputMode: 'scan', verdict })
  useHotkeys(
    [
      ['alt+R', () => canReject && correct('rejected')],
      ['alt+V', () => canReserve && correct('accepted-with-reservation')],
    ],
    [],
  )
  return (
    <>
      {canReject ? (
        <Button
          variant="default"
          rightSection={<Kbd size="xs">{texts('shortcut.reject')}</Kbd>}
          onClick={() => correct('rejected')}
        >
          {texts('rejectLast')}
        </Button>
      ) : null}
      {canReserve ? (
        <Button
          variant="default"
          rightSection={<Kbd size="xs">{texts('shortcut.reserve')}</Kbd>}
          onClick={() => correct('accepted-with-reservation')}
        >
          {texts('reserveLast')}
        </Button>
      ) : null}
    </>
  )
}

function SoundSwitch() {
  const texts = useBenchTexts()
  const [isQuiet, setQuiet] = useState(isMuted)
  const label = texts(isQuiet ? 'sound.off' : 'sound.on')
  const toggle = () => {
    mute(!isQuiet)
    setQuiet(!isQuiet)
  }
  return (
    <Hinted label={label}>
      <ActionIcon variant="default" size={44} onClick={toggle} aria-label={label}>
        {isQuiet ? <IconVolumeOff aria-hidden /> : <IconVolume aria-hidden />}
      </ActionIcon>
    </Hinted>
  )
}
