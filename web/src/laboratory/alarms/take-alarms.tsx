import { Button } from '@mantine/core'
import type { AlarmView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { useHolds } from '../../app/place.js'
import { ConfirmWithReason } from '../../ui/form/confirm-with-reason.js'
import { useAct } from '../../ui/use-act.js'
import { useAlarmTexts } from './texts.js'

const PHRASES = ['called', 'told', 'first', 'moved'] as const

/** Somebody looks after the alarms of a container, and says what they do about it. */
export function TakeAlarms({ alarms }: { readonly alarms: readonly AlarmView[] }) {
  const texts = useAlarmTexts()
  const mayTake = useHolds(['lab-technician', 'biologist', 'dispatcher'])
  const take = useAct({
    act: (words: string) => Promise.all(alarms.map(({ id }) => acknowledge(id, words))),
    changes: ['deadline-alarms'],
    success: texts('taken'),
    quiet: true,
  })
  if (!mayTake) return null
  return (
    <ConfirmWithReason
      title={texts('takeTitle', { number: alarms[0]?.shipment.number ?? '' })}
      verb={texts('take')}
      explain={texts('takeSentence')}
      label={texts('words')}
      phrases={PHRASES.map((phrase) => texts(`phrases.${phrase}`))}
      act={take}
      button={(open) => <Button onClick={open}>{texts('take')}</Button>}
    />
  )
}

const acknowledge = (id: string, comment: string) =>
  read(api['deadline-alarms'][':id'].acknowledge.$post({ param: { id }, json: { comment } }))
