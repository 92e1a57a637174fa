import { schemaResolver, useForm } from '@mantine/form'
import type { z } from 'zod'
import { CreateStabilityRuleInput } from '../../../../src/specimens/schema.js'
import { dayOf } from '../../texts/formats.js'

export type RuleInput = z.input<typeof CreateStabilityRuleInput>
/** Numbers are typed one digit at a time: until there is one, the field is empty. */
export type RuleDraft = Omit<RuleInput, 'idealMinutes' | 'maximumMinutes'> & {
  readonly idealMinutes: number | ''
  readonly maximumMinutes: number | ''
}

const validate = schemaResolver(CreateStabilityRuleInput, { sync: true })

export const useRuleForm = (examId: string) =>
  useForm<RuleDraft>({
    initialValues: {
      examId,
      idealMinutes: '',
      maximumMinutes: '',
      isDerogable: false,
      source: '',
      validFrom: dayOf(Date.now()),
    },
    validate: (values) => validate(withoutEmpty(values)),
  })

export type RuleFormApi = ReturnType<typeof useRuleForm>

/** A field left empty says nothing, which is not the same as saying «». */
export function withoutEmpty<Values extends object>(values: Values): Values {
  const said = { ...values }
  for (const key in said) if (said[key] === '') delete said[key]
  return said
}
