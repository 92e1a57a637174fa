import { Chip, Group, Stack, Textarea } from '@mantine/core'
import { useId } from 'react'
import { useUiTexts } from '../texts.js'

interface Props<Code extends string> {
  readonly label?: string
  readonly codes: readonly Code[]
  readonly word: (code: Code) => string
  readonly value: Code | undefined
  readonly onChange: (code: Code) => void
  /** Words of the person, required by the server for `other`. */
  readonly comment?: string
  readonly onComment?: (comment: string) => void
}

/** A coded reason in one tap, with words when the code says too little. */
export function ReasonChips<Code extends string>(props: Props<Code>) {
  const { label, codes, word, value, onChange, comment, onComment } = props
  const texts = useUiTexts()
  const id = useId()
  return (
    <Stack gap="xs">
      <div id={id}>{label ?? texts('reason.choose')}</div>
      <Chip.Group
        multiple={false}
        value={value ?? null}
        onChange={(chosen) => {
          const code = codes.find((each) => each === chosen)
          if (code !== undefined) onChange(code)
        }}
      >
        <Group gap="xs" role="radiogroup" aria-labelledby={id}>
          {codes.map((code) => (
            <Chip key={code} value={code} size="md" radius="md">
              {word(code)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {onComment ? (
        <Textarea
          label={texts('reason.comment')}
          value={comment ?? ''}
          onChange={(event) => onComment(event.currentTarget.value)}
          autosize
          minRows={1}
          maxLength={500}
        />
      ) : null}
    </Stack>
  )
}
