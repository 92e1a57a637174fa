import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { GroupingView } from '../../../../src/members/schema.js'
import { api, read } from '../../api/client.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { establishmentsQuery } from '../parts/queries.js'
import { useGroupingTexts } from './texts.js'

interface Props {
  readonly grouping: GroupingView
  readonly onClose: () => void
}

const VAT = ['exempt', 'taxed'] as const

type Draft = Pick<
  GroupingView,
  | 'name'
  | 'legalForm'
  | 'address'
  | 'phone'
  | 'vatRegime'
  | 'legalMention'
  | 'responsibleName'
  | 'responsiblePhone'
> & { hubEstablishmentId: string | null }

/** Changes what documents print of the grouping, or where its hub is. */
export function ChangeGrouping({ grouping, onClose }: Props) {
  const texts = useGroupingTexts()
  const ui = useUiTexts()
  const form = useForm<Draft>({ initialValues: draftOf(grouping) })
  const change = useAct({
    act: ({ hubEstablishmentId, ...fields }: Draft) =>
      read(
        api.groupings[':groupingId'].$patch({
          param: { groupingId: grouping.id },
          json: { ...fields, ...(hubEstablishmentId !== null && { hubEstablishmentId }) },
        }),
      ),
    changes: ['groupings', 'session'],
    success: texts('changed'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack>
        <Fields form={form} groupingId={grouping.id} />
        <FormProblem error={change.error} form={form} />
        <FormFoot verb={ui('save')} isPending={change.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

const draftOf = (grouping: GroupingView): Draft => ({
  name: grouping.name,
  legalForm: grouping.legalForm,
  address: grouping.address,
  phone: grouping.phone,
  vatRegime: grouping.vatRegime,
  legalMention: grouping.legalMention,
  responsibleName: grouping.responsibleName,
  responsiblePhone: grouping.responsiblePhone,
  hubEstablishmentId: grouping.hubEstablishmentId ?? null,
})

interface FieldsProps {
  readonly form: ReturnType<typeof useForm<Draft>>
  readonly groupingId: string
}

function Fields({ form, groupingId }: FieldsProps) {
  const texts = useGroupingTexts()
  const { data: sites = [] } = useQuery(establishmentsQuery(groupingId))
  return (
    <>
      <TextInput label={texts('fact.name')} required {...form.getInputProps('name')} />
      <TextInput label={texts('fact.legalForm')} required {...form.getInputProps('legalForm')} />
      <TextInput label={texts('fact.address')} required {...form.getInputProps('address')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={texts('fact.phone')}
          type="tel"
          required
          {...form.getInputProps('phone')}
        />
        <Select
          label={texts('fact.hub')}
          description={texts('hubHint')}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('hubEstablishmentId')}
        />
        <TextInput
          label={texts('fact.responsible')}
          required
          {...form.getInputProps('responsibleName')}
        />
        <TextInput
          label={texts('fact.responsiblePhone')}
          type="tel"
          required
          {...form.getInputProps('responsiblePhone')}
        />
      </SimpleGrid>
      <Select
        label={texts('fact.vat')}
        description={texts('vatHint')}
        data={VAT.map((regime) => ({ value: regime, label: texts(`vat.${regime}`) }))}
        allowDeselect={false}
        value={form.values.vatRegime}
        error={form.errors['vatRegime']}
        onChange={(chosen) =>
          form.setFieldValue('vatRegime', VAT.find((each) => each === chosen) ?? 'exempt')
        }
      />
      <Textarea
        label={texts('fact.mention')}
        description={texts('printedHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('legalMention')}
      />
    </>
  )
}
