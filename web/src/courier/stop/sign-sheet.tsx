import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Stroke } from '../offline/model.js'
import { recordActs } from '../offline/record-acts.js'
import { useDriver } from '../offline/use-round.js'
import { ReasonChoice, type ReasonValue } from '../shell/reason-choice.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { SignaturePad } from './signature-pad.js'
import classes from './stop.module.css'

const QUALITIES = ['nurse', 'caregiver', 'pharmacist', 'reception', 'other'] as const
type Quality = (typeof QUALITIES)[number]

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly runId: string
  readonly stopId: string
  readonly codes: readonly string[]
}

const NOTHING: ReasonValue<Quality> = { code: undefined, details: '' }
const NAME_MIN = 2

/** Who received, as whom, and the signature: kept on the telephone until the server has it. */
export function SignSheet({ isOpen, onClose, runId, stopId, codes }: Props) {
  const texts = useCourierTexts()
  const driver = useDriver(runId)
  const [name, setName] = useState('')
  const [quality, setQuality] = useState(NOTHING)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const signerName = name.trim()
  const signerQuality = qualitySentence(quality, (code) => texts(`sign.${code}`))
  const isComplete = signerName.length >= NAME_MIN && signerQuality !== '' && strokes.length > 0
  const save = async () => {
    const signed = { signerName, signerQuality, strokes, containerCodes: codes }
    await recordActs(driver, [{ type: 'command', command: { name: 'sign', stopId, ...signed } }])
    setName('')
    setQuality(NOTHING)
    setStrokes([])
    onClose()
  }
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={texts('sign.title')}>
      {codes.length > 0 ? (
        <p style={{ margin: 0 }}>{texts('sign.for', { codes: codes.join(', ') })}</p>
      ) : null}
      <TextInput
        label={texts('sign.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="off"
        maxLength={120}
      />
      <ReasonChoice
        label={texts('sign.quality')}
        codes={QUALITIES}
        word={(code) => texts(`sign.${code}`)}
        value={quality}
        onChange={setQuality}
      />
      <div>
        <div>{texts('sign.draw')}</div>
        <SignaturePad strokes={strokes} onChange={setStrokes} />
      </div>
      <p className={classes['small']}>
        {texts('sign.byKeyboard')} {texts('sign.privacy')}
      </p>
      <Button variant="default" disabled={strokes.length === 0} onClick={() => setStrokes([])}>
        {texts('sign.clear')}
      </Button>
      <Button disabled={!isComplete} onClick={() => void save()}>
        {texts('sign.save')}
      </Button>
    </Sheet>
  )
}

function qualitySentence({ code, details }: ReasonValue<Quality>, word: (code: Quality) => string) {
  if (code === undefined) return ''
  return details.trim() || (code === 'other' ? '' : word(code))
}
