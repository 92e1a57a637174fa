import { Text, TextInput } from '@mantine/core'
import { Finess, Siret } from '../../../../src/kernel/codes.js'
import { useMembersTexts } from './texts.js'

const CODES = {
  finess: { schema: Finess, digits: 9, hint: 'form.finessHint' },
  siret: { schema: Siret, digits: 14, hint: 'form.siretHint' },
} as const

interface Props {
  readonly kind: keyof typeof CODES
  readonly label: string
  readonly value: string
  readonly error?: React.ReactNode
  readonly required?: boolean
  readonly onChange: (value: string) => void
}

/** A public number whose last digit is a key: says while one types whether it can be right. */
export function CheckDigitField({ kind, label, value, error, required, onChange }: Props) {
  const texts = useMembersTexts()
  const { schema, digits, hint } = CODES[kind]
  const isWhole = value.length === digits
  const isRight = isWhole && schema.safeParse(value).success
  return (
    <div>
      <TextInput
        label={label}
        description={texts(hint)}
        inputMode="numeric"
        autoComplete="off"
        required={required ?? false}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\s/g, ''))}
      />
      <Text
        size="sm"
        mt={2}
        mih={21}
        aria-live="polite"
        c={isRight ? 'var(--nv-ok)' : isWhole ? 'var(--nv-stop)' : 'dimmed'}
      >
        {value === ''
          ? null
          : isRight
            ? `✓ ${texts('form.keyRight')}`
            : isWhole
              ? `✕ ${texts('form.keyWrong')}`
              : texts('form.digits', { count: value.length, of: digits })}
      </Text>
    </div>
  )
}
