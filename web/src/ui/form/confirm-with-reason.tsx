import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import type { UseMutationResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ProblemAlert } from '../state/problem-alert.js'
import { useUiTexts } from '../texts.js'
import { Confirm } from './confirm.js'

/** What the server asks of a reason in words, at least. */
const REASON_MIN = 3
const REASON_MAX = 400

interface Props {
  readonly title: string
  /** What will happen, and what cannot be taken back. */
  readonly explain: string
  /** The verb on the button inside the question. */
  readonly verb: string
  readonly danger?: boolean
  /** What the reason is called here; «Motif» unless said otherwise. */
  readonly label?: string
  /** Sentences often said, one tap each. */
  readonly phrases?: readonly string[]
  /** Quiet: its refusal is shown in the question, beside what was typed. */
  readonly act: UseMutationResult<unknown, Error, string>
  readonly button: (open: () => void) => ReactNode
}

/** An act that says why, in words that whoever it concerns will read. */
export function ConfirmWithReason(props: Props) {
  const { title, explain, verb, danger = false, label, phrases = [], act, button } = props
  const texts = useUiTexts()
  const [reason, setReason] = useState('')
  const words = reason.trim()
  const isTooShort = words.length < REASON_MIN
  return (
    <Confirm
      title={title}
      verb={verb}
      danger={danger}
      isPending={act.isPending}
      disabled={isTooShort}
      onConfirm={async () => {
        await act.mutateAsync(words)
        setReason('')
      }}
      button={(open) =>
        button(() => {
          act.reset()
          open()
        })
      }
    >
      {(confirm) => (
        <Stack gap="sm">
          <Text>{explain}</Text>
          <Phrases phrases={phrases} onChoose={setReason} />
          <Textarea
            label={label ?? texts('reason.choose')}
            description={texts('reason.words')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            onKeyDown={getHotkeyHandler([
              ['mod+Enter', () => (isTooShort ? undefined : confirm())],
            ])}
            autosize
            minRows={2}
            maxLength={REASON_MAX}
            required
            data-autofocus
          />
          {act.error ? <ProblemAlert error={act.error} /> : null}
        </Stack>
      )}
    </Confirm>
  )
}

interface PhrasesProps {
  readonly phrases: readonly string[]
  readonly onChoose: (phrase: string) => void
}

function Phrases({ phrases, onChoose }: PhrasesProps) {
  const texts = useUiTexts()
  if (phrases.length === 0) return null
  return (
    <Group gap="xs" aria-label={texts('reason.phrases')} role="group">
      {phrases.map((phrase) => (
        <Button
          key={phrase}
          variant="default"
          size="sm"
          h="auto"
          mih={44}
          styles={{ label: { whiteSpace: 'normal' } }}
          onClick={() => onChoose(phrase)}
        >
          {phrase}
        </Button>
      ))}
    </Group>
  )
}
