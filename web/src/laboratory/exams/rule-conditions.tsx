import { Group, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { TemperatureClass } from '../../../../src/kernel/storage-class.js'
import { Origin, Processing, Urgency } from '../../../../src/specimens/vocabulary.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { useUiTexts } from '../../ui/texts.js'
import { useExamTexts } from './texts.js'
import type { RuleFormApi } from './use-rule-form.js'

interface Props {
  readonly form: RuleFormApi
  readonly field: (path: string) => ReactNode
}

/** For which tubes a delay holds: each condition left empty holds for all. */
export function RuleConditions({ form, field }: Props) {
  const texts = useExamTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      <TextInput
        label={texts('form.tubeType')}
        placeholder={texts('form.any')}
        value={form.values.tubeType ?? ''}
        onChange={(event) => form.setFieldValue('tubeType', event.currentTarget.value)}
        error={field('tubeType')}
        data-autofocus
      />
      <Choice
        label={texts('form.temperatureClass')}
        codes={TemperatureClass.options}
        word={(code) => ui.word('storage', code)}
        value={form.values.temperatureClass}
        onChange={(code) => form.setFieldValue('temperatureClass', code)}
      />
      <Choice
        label={texts('form.processing')}
        codes={Processing.options}
        word={(code) => words.word('processing', code)}
        value={form.values.processing}
        onChange={(code) => form.setFieldValue('processing', code)}
      />
      <Choice
        label={texts('form.origin')}
        codes={Origin.options}
        word={(code) => texts.word('origin', code)}
        value={form.values.origin}
        onChange={(code) => form.setFieldValue('origin', code)}
      />
      <Choice
        label={texts('form.urgency')}
        codes={Urgency.options}
        word={(code) => words.word('urgency', code)}
        value={form.values.urgency}
        onChange={(code) => form.setFieldValue('urgency', code)}
      />
    </Group>
  )
}

interface ChoiceProps<Code extends string> {
  readonly label: string
  readonly codes: readonly Code[]
  readonly word: (code: Code) => string
  readonly value: Code | undefined
  readonly onChange: (code: Code | undefined) => void
}

function Choice<Code extends string>({ label, codes, word, value, onChange }: ChoiceProps<Code>) {
  const texts = useExamTexts()
  return (
    <Select
      label={label}
      placeholder={texts('form.any')}
      data={codes.map((code) => ({ value: code, label: word(code) }))}
      value={value ?? null}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen))}
      clearable
      miw={200}
    />
  )
}
