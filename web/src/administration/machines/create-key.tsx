import { MultiSelect, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { today } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { useAct } from '../../ui/use-act.js'
import { DayField } from '../parts/day-field.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { usersQuery } from '../parts/queries.js'
import { useAdministered } from '../parts/use-administration.js'
import { NewSecret } from './new-secret.js'
import { useMachinesTexts } from './texts.js'

/** What a key is usually narrowed to; the server knows every collection. */
const COLLECTIONS = [
  'orders',
  'deliveries',
  'stock',
  'products',
  'runs',
  'custody-events',
  'specimen-shipments',
  'documents',
  'statements',
  'establishments',
  'memberships',
  'audit-entries',
] as const

interface Draft {
  userId: string | null
  name: string
  right: string
  collections: string[]
  expiresOn: string
}

/** Makes a key for a machine, and shows its secret this once. */
export function CreateKey({ onClose }: { readonly onClose: () => void }) {
  const texts = useMachinesTexts()
  const form = useForm<Draft>({
    initialValues: { userId: null, name: '', right: 'read', collections: [], expiresOn: '' },
  })
  const create = useAct({
    act: ({ userId, name, right, collections, expiresOn }: Draft) =>
      read(
        api['api-keys'].$post({
          json: {
            userId: userId ?? '',
            name,
            scopes: [...(right === 'write' ? ['read', 'write'] : ['read']), ...collections],
            ...(expiresOn !== '' && { expiresOn }),
          },
        }),
      ),
    changes: ['api-keys'],
    quiet: true,
  })
  if (create.data !== undefined) return <NewSecret of={create.data} onClose={onClose} />
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack>
        <Fields form={form} />
        <FormProblem error={create.error} form={form} />
        <FormFoot verb={texts('create.button')} isPending={create.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function Fields({ form }: { readonly form: ReturnType<typeof useForm<Draft>> }) {
  const texts = useMachinesTexts()
  const { data: users = [] } = useQuery(usersQuery(useAdministered().id))
  const machines = users.filter(
    ({ kind, disabledAt }) => kind === 'machine' && disabledAt === undefined,
  )
  return (
    <>
      <Select
        label={texts('create.machine')}
        description={texts('create.machineHint')}
        data={machines.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        required
        {...form.getInputProps('userId')}
      />
      {machines.length === 0 ? (
        <Text size="sm">
          {texts('create.noMachine')}{' '}
          <PathLink to="/administration/personnes">{texts('create.toPeople')}</PathLink>
        </Text>
      ) : null}
      <TextInput
        label={texts('create.name')}
        description={texts('create.nameHint')}
        required
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {texts('create.right')}
        </Text>
        <SegmentedControl
          aria-label={texts('create.right')}
          data={[
            { value: 'read', label: texts('create.read') },
            { value: 'write', label: texts('create.write') },
          ]}
          {...form.getInputProps('right')}
        />
      </Stack>
      <MultiSelect
        label={texts('create.collections')}
        description={texts('create.collectionsHint')}
        data={COLLECTIONS.map((scope) => ({ value: scope, label: texts.word('scope', scope) }))}
        searchable
        {...form.getInputProps('collections')}
      />
      <DayField
        label={texts('create.expiresOn')}
        description={texts('create.expiresHint')}
        min={today()}
        {...form.getInputProps('expiresOn')}
      />
    </>
  )
}
