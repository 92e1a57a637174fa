import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ReasonChoice, type ReasonValue, reasonSentence } from '../shell/reason-choice.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'

const REASONS = ['unreadable', 'noLabel', 'reader', 'other'] as const
type Reason = (typeof REASONS)[number]

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Known when one line of the list is confirmed; typed otherwise. */
  readonly code?: string | undefined
  readonly onCode: (code: string, reason: string) => void
}

/** A code by hand, with the reason it was not scanned. */
export function HandSheet({ isOpen, onClose, code, onCode }: Props) {
  const texts = useCourierTexts()
  const word = (reason: Reason) => texts(`handReason.${reason}`)
  const [typed, setTyped] = useState('')
  const [value, setValue] = useState<ReasonValue<Reason>>({ code: undefined, details: '' })
  const reason = reasonSentence(value, word)
  const wanted = code ?? typed.trim()
  const isComplete = wanted !== '' && reason !== undefined
  const finish = () => {
    if (reason === undefined || wanted === '') return
    onCode(wanted, reason)
    setTyped('')
    setValue({ code: undefined, details: '' })
    onClose()
  }
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={code ?? texts('scan.handTitle')}>
      {code === undefined ? (
        <TextInput
          label={texts('scan.code')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
      ) : null}
      <ReasonChoice
        label={texts('scan.why')}
        codes={REASONS}
        word={word}
        value={value}
        onChange={setValue}
      />
      <Button disabled={!isComplete} onClick={finish}>
        {texts('scan.check')}
      </Button>
    </Sheet>
  )
}
