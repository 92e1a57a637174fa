import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '../../ui/form/confirm.js'
import { ReasonChips } from '../../ui/form/reason-chips.js'
import { Panel } from '../../ui/layout/panel.js'
import { sayDone } from '../../ui/say-done.js'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

const REASONS = ['tension', 'stock', 'formulary', 'other'] as const
type Reason = (typeof REASONS)[number]

/** What a person chooses, writes and confirms. */
export function KitForms() {
  const texts = useKitTexts()
  return (
    <Panel title={texts('sections.forms')}>
      <Shown name="Button" use={texts('forms.buttons')}>
        <Group gap="sm">
          <Button variant="subtle">{texts('forms.quiet')}</Button>
          <Button variant="default">{texts('forms.secondary')}</Button>
          <Button color="red">{texts('forms.danger')}</Button>
          <Button>{texts('forms.primary')}</Button>
        </Group>
      </Shown>
      <Shown name="TextInput · NumberInput" use={texts('forms.inputs')}>
        <Group align="flex-start" gap="md">
          <TextInput label={texts('forms.name')} error={texts('forms.nameError')} required />
          <NumberInput label={texts('forms.seats')} defaultValue={8} min={1} />
        </Group>
      </Shown>
      <Shown name="ReasonChips" use={texts('forms.chips')}>
        <Chips />
      </Shown>
      <Shown name="Confirm" use={texts('forms.confirm')}>
        <Confirm
          title={texts('forms.confirmTitle')}
          verb={texts('forms.danger')}
          danger
          onConfirm={() => Promise.resolve()}
          button={(open) => (
            <Button variant="default" onClick={open}>
              {texts('forms.confirmTitle')}
            </Button>
          )}
        >
          <Text>{texts('forms.confirmSentence')}</Text>
        </Confirm>
      </Shown>
      <Shown name="useAct" use={texts('forms.notice')}>
        <Button variant="default" onClick={() => sayDone(texts('forms.noticeWords'))}>
          {texts('forms.noticeButton')}
        </Button>
      </Shown>
    </Panel>
  )
}

function Chips() {
  const texts = useKitTexts()
  const [reason, setReason] = useState<Reason>()
  const [comment, setComment] = useState('')
  return (
    <ReasonChips
      codes={REASONS}
      word={(code) => texts(`forms.reasons.${code}`)}
      value={reason}
      onChange={setReason}
      comment={comment}
      onComment={setComment}
    />
  )
}
