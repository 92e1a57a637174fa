import { Group, SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { CheckDigitField } from './check-digit-field.js'
import type { EstablishmentForm } from './establishment-form.js'
import { useMembersTexts } from './texts.js'

/** What is known of a site, the same to create it and to correct it. */
export function EstablishmentFields({
  form,
}: {
  readonly form: UseFormReturnType<EstablishmentForm>
}) {
  const texts = useMembersTexts()
  const number = (name: 'finessEt' | 'finessEj' | 'siret') => ({
    value: form.values[name],
    error: form.errors[name],
    onChange: (value: string) => form.setFieldValue(name, value),
  })
  return (
    <>
      <TextInput
        label={texts('form.name')}
        required
        maxLength={160}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={texts('form.shortName')}
          description={texts('form.shortNameHint')}
          required
          maxLength={40}
          {...form.getInputProps('shortName')}
        />
        <TextInput
          label={texts('form.kind')}
          description={texts('form.kindHint')}
          required
          maxLength={40}
          {...form.getInputProps('kind')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CheckDigitField kind="finess" label={texts('fact.finessEt')} {...number('finessEt')} />
        <CheckDigitField kind="finess" label={texts('fact.finessEj')} {...number('finessEj')} />
      </SimpleGrid>
      <CheckDigitField kind="siret" label={texts('fact.siret')} {...number('siret')} />
      <TextInput
        label={texts('form.addressLine')}
        required
        {...form.getInputProps('addressLine')}
      />
      <Group grow align="flex-start">
        <TextInput
          label={texts('form.postalCode')}
          required
          inputMode="numeric"
          maxLength={5}
          {...form.getInputProps('postalCode')}
        />
        <TextInput label={texts('form.town')} required {...form.getInputProps('town')} />
      </Group>
      <TextInput label={texts('form.phone')} type="tel" {...form.getInputProps('phone')} />
      <SimpleGrid cols={2}>
        <TextInput
          label={texts('form.latitude')}
          inputMode="decimal"
          {...form.getInputProps('latitude')}
        />
        <TextInput
          label={texts('form.longitude')}
          inputMode="decimal"
          {...form.getInputProps('longitude')}
        />
      </SimpleGrid>
      <small style={{ color: 'var(--nv-dimmed)' }}>{texts('form.positionHint')}</small>
    </>
  )
}
