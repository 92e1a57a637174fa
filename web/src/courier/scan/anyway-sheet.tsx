import { Button } from '@mantine/core'
import { useState } from 'react'
import { ReasonChoice, type ReasonValue, reasonSentence } from '../shell/reason-choice.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'

const REASONS = ['askedHere', 'notAnnounced', 'stopChanged', 'noEquipment', 'other'] as const
type Reason = (typeof REASONS)[number]

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly onReason: (reason: string) => void
}

/** Nothing is refused on the road: what does not fit is done with a reason, and says so for ever. */
export function AnywaySheet({ isOpen, onClose, title, onReason }: Props) {
  const texts = useCourierTexts()
  const word = (code: Reason) => texts(`scanReason.${code}`)
  const [value, setValue] = useState<ReasonValue<Reason>>({ code: undefined, details: '' })
  const reason = reasonSentence(value, word)
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={title}>
      <ReasonChoice
        label={texts('outcome.noReason')}
        codes={REASONS}
        word={word}
        value={value}
        onChange={setValue}
      />
      <Button disabled={reason === undefined} onClick={() => reason && onReason(reason)}>
        {title.replace('…', '')}
      </Button>
    </Sheet>
  )
}
