import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered } from '../parts/use-administration.js'
import { NewPassword } from './new-password.js'
import { asRole, NO_ROLE, type RoleDraft, RoleFields } from './role-fields.js'
import { usePeopleTexts } from './texts.js'

interface Props {
  readonly kind: 'person' | 'machine'
  readonly onClose: () => void
}

interface Draft {
  displayName: string
  jobTitle: string
  email: string
  password: string
  roles: RoleDraft[]
}

/** Enters a person or a machine with their first roles. */
export function CreateUser({ kind, onClose }: Props) {
  const texts = usePeopleTexts()
  const common = useAdministrationTexts()
  const form = useForm<Draft>({
    initialValues: { displayName: '', jobTitle: '', email: '', password: '', roles: [NO_ROLE] },
    validate: {
      roles: { role: (role) => (role === null ? texts('roles.needed') : null) },
    },
  })
  const create = useCreate(kind, onClose)
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack>
        {kind === 'machine' ? <Text c="dimmed">{texts('create.machineHint')}</Text> : null}
        <TextInput
          label={texts(kind === 'person' ? 'create.name' : 'create.machineName')}
          description={kind === 'person' ? texts('create.nameHint') : null}
          required
          maxLength={120}
          data-autofocus
          {...form.getInputProps('displayName')}
        />
        {kind === 'person' ? (
          <>
            <TextInput label={texts('create.jobTitle')} {...form.getInputProps('jobTitle')} />
            <TextInput
              label={texts('create.email')}
              description={texts('create.emailHint')}
              type="email"
              autoComplete="off"
              required
              {...form.getInputProps('email')}
            />
            <NewPassword
              label={texts('password.label')}
              value={form.values.password}
              error={form.errors['password']}
              onChange={(password) => form.setFieldValue('password', password)}
            />
            <Text size="sm" c="dimmed">
              {texts('password.optional')}
            </Text>
          </>
        ) : null}
        <RoleList
          roles={form.values.roles}
          errors={form.errors}
          onChange={(roles) => form.setFieldValue('roles', roles)}
        />
        <FormProblem error={create.error} form={form} />
        <FormFoot verb={common('create')} isPending={create.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function useCreate(kind: Props['kind'], onClose: () => void) {
  const texts = usePeopleTexts()
  const { id: groupingId } = useAdministered()
  const navigate = useNavigate()
  return useAct({
    act: ({ displayName, jobTitle, email, password, roles }: Draft) =>
      read(
        api.users.$post({
          json: {
            groupingId,
            kind,
            displayName,
            ...(jobTitle !== '' && { jobTitle }),
            ...(email !== '' && { email }),
            ...(password !== '' && { password }),
            roles: roles.flatMap((draft) => asRole(draft) ?? []),
          },
        }),
      ),
    changes: ['users'],
    success: ({ displayName }) => texts('create.done', { name: displayName }),
    quiet: true,
    onDone: ({ id }) => {
      onClose()
      void navigate({ to: `/administration/personnes/${id}` })
    },
  })
}

interface RolesProps {
  readonly roles: readonly RoleDraft[]
  readonly errors: Readonly<Record<string, React.ReactNode>>
  readonly onChange: (roles: RoleDraft[]) => void
}

function RoleList({ roles, errors, onChange }: RolesProps) {
  const texts = usePeopleTexts()
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {texts('roles.whereHint')}
      </Text>
      {roles.map((role, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a draft has no identity but its place
        <Fieldset key={index} legend={texts('roles.nth', { n: index + 1 })}>
          <Stack gap="sm">
            <RoleFields
              value={role}
              errorOf={(field) => errors[`roles.${index}.${field}`]}
              onChange={(changed) => onChange(roles.toSpliced(index, 1, changed))}
            />
            {roles.length > 1 ? (
              <Group justify="flex-end">
                <ActionIcon
                  variant="subtle"
                  color="red"
                  size={36}
                  aria-label={`${texts('roles.remove')} ${index + 1}`}
                  onClick={() => onChange(roles.toSpliced(index, 1))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Group>
            ) : null}
          </Stack>
        </Fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onChange([...roles, NO_ROLE])}
        style={{ alignSelf: 'flex-start' }}
      >
        {texts('roles.add')}
      </Button>
    </Stack>
  )
}
