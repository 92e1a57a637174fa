import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { takenBack } from '../offline/deed-drafts.js'
import type { Place } from '../offline/judge-scan.js'
import type { Item, LocalRun } from '../offline/local-run.js'
import { recordActs } from '../offline/record-acts.js'
import { useDriver } from '../offline/use-round.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { HandSheet } from './hand-sheet.js'
import { TemperatureSheet } from './temperature-sheet.js'
import type { ScanDesk } from './use-scan.js'

interface Props {
  readonly run: LocalRun
  readonly item: Item | undefined
  readonly isDone: boolean
  readonly place: Place
  readonly desk: ScanDesk
  readonly onClose: () => void
}

type Question = 'hand' | 'temperature' | 'seal'

/** What can be done with one container besides scanning it. */
export function ItemSheet({ run, item, isDone, place, desk, onClose }: Props) {
  const texts = useCourierTexts()
  const driver = useDriver(run.id)
  const [question, setQuestion] = useState<Question>()
  const [asked, setAsked] = useState<Item>()
  const ask = (next: Question) => {
    setAsked(item)
    setQuestion(next)
    onClose()
  }
  const takeBack = async () => {
    if (item !== undefined) await recordActs(driver, [takenBack(item, place)])
    desk.forget()
    onClose()
  }
  const end = () => setQuestion(undefined)
  return (
    <>
      <Sheet isOpen={item !== undefined} onClose={onClose} title={item?.code ?? ''}>
        {isDone ? (
          item?.phase === 'done' ? (
            <>
              <Button variant="default" onClick={() => void takeBack()}>
                {texts('stop.takeBack')}
              </Button>
              <p style={{ margin: 0 }}>{texts('stop.takeBackHint')}</p>
            </>
          ) : null
        ) : (
          <Button onClick={() => ask('hand')}>{texts('stop.byHand')}</Button>
        )}
        <Button variant="default" onClick={() => ask('temperature')}>
          {texts('round.boardTemperature')}
        </Button>
        {isDone ? null : (
          <Button variant="default" onClick={() => ask('seal')}>
            {texts('stop.sealBroken')}
          </Button>
        )}
      </Sheet>
      <HandSheet
        isOpen={question === 'hand'}
        onClose={end}
        code={asked?.code}
        onCode={(code, reason) => desk.hear(code, 'manual', { reason })}
      />
      <TemperatureSheet isOpen={question === 'temperature'} onClose={end} run={run} item={asked} />
      <SealSheet
        isOpen={question === 'seal'}
        onClose={end}
        onSeal={(sealNumber) =>
          desk.hear(asked?.code ?? '', 'manual', { reason: texts('stop.sealNote'), sealNumber })
        }
      />
    </>
  )
}

interface SealProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onSeal: (sealNumber: string) => void
}

function SealSheet({ isOpen, onClose, onSeal }: SealProps) {
  const texts = useCourierTexts()
  const [number, setNumber] = useState('')
  const save = () => {
    onSeal(number.trim())
    setNumber('')
    onClose()
  }
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={texts('stop.sealBroken')}>
      <TextInput
        label={texts('stop.sealRead')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        maxLength={48}
        data-autofocus
      />
      <Button disabled={number.trim() === ''} onClick={save}>
        {texts('stop.sealSave')}
      </Button>
    </Sheet>
  )
}
