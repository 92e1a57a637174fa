import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AlarmView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { useHolds } from '../../app/place.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import { useAlarmTexts } from './texts.js'

const PHRASES = ['called', 'told', 'first', 'moved'] as const

/** Somebody looks after the alarms of a container, and says what they do about it. */
export function TakeAlarms({ alarms }: { readonly alarms: readonly AlarmView[] }) {
  const texts = useAlarmTexts()
  const mayTake = useHolds(['lab-technician', 'biologist', 'dispatcher'])
  const [words, setWords] = useState('')
  const take = useAct({
    act: () => Promise.all(alarms.map(({ id }) => acknowledge(id, words))),
    changes: ['deadline-alarms'],
    success: texts('taken'),
  })
  if (!mayTake) return null
  return (
    <Confirm
      title={texts('takeTitle', { number: alarms[0]?.shipment.number ?? '' })}
      verb={texts('take')}
      disabled={words.trim() === ''}
      isPending={take.isPending}
      onConfirm={() => take.mutateAsync()}
      button={(open) => <Button onClick={open}>{texts('take')}</Button>}
    >
      <Text>{texts('takeSentence')}</Text>
      <Group gap="xs" aria-label={texts('quick')} role="group">
        {PHRASES.map((phrase) => (
          <Button
            key={phrase}
            variant="default"
            size="sm"
            h="auto"
            mih={44}
            styles={{ label: { whiteSpace: 'normal' } }}
            onClick={() => setWords(texts(`phrases.${phrase}`))}
          >
            {texts(`phrases.${phrase}`)}
          </Button>
        ))}
      </Group>
      <Textarea
        label={texts('words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        required
        autosize
        minRows={2}
        maxLength={400}
      />
    </Confirm>
  )
}

const acknowledge = (id: string, comment: string) =>
  read(api['deadline-alarms'][':id'].acknowledge.$post({ param: { id }, json: { comment } }))
