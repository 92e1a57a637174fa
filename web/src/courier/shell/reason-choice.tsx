import { Chip, Group, Stack, Textarea } from '@mantine/core'
import { useId } from 'react'
import { useCourierTexts } from '../texts/use-courier-texts.js'

export interface ReasonValue<Code extends string> {
  readonly code: Code | undefined
  readonly details: string
}

interface Props<Code extends string> {
  readonly label: string
  readonly codes: readonly Code[]
  readonly word: (code: Code) => string
  readonly value: ReasonValue<Code>
  readonly onChange: (value: ReasonValue<Code>) => void
}

const DETAILS_MAX = 160

/** A reason in one tap; words only when they are needed. */
export function ReasonChoice<Code extends string>({
  label,
  codes,
  word,
  value,
  onChange,
}: Props<Code>) {
  const texts = useCourierTexts()
  const id = useId()
  return (
    <Stack gap="xs">
      <div id={id}>{label}</div>
      <Chip.Group
        multiple={false}
        value={value.code ?? null}
        onChange={(chosen) => onChange({ ...value, code: codes.find((code) => code === chosen) })}
      >
        <Group gap="xs" role="radiogroup" aria-labelledby={id}>
          {codes.map((code) => (
            <Chip key={code} value={code} radius="md">
              {word(code)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {value.code === undefined ? null : (
        <Textarea
          label={texts('reason.details')}
          description={value.code === 'other' ? texts('reason.needed') : undefined}
          value={value.details}
          onChange={(event) => onChange({ ...value, details: event.currentTarget.value })}
          autosize
          minRows={1}
          maxLength={DETAILS_MAX}
        />
      )}
    </Stack>
  )
}

const DETAILS_MIN = 3

/** The sentence kept with the act; undefined while the choice says too little. */
export function reasonSentence<Code extends string>(
  { code, details }: ReasonValue<Code>,
  word: (code: Code) => string,
): string | undefined {
  const more = details.trim()
  if (code === undefined) return undefined
  if (code === 'other') return more.length < DETAILS_MIN ? undefined : more
  return more === '' ? word(code) : `${word(code)} : ${more}`
}
