import { Stack, Text } from '@mantine/core'
import type { UserView } from '../../../../src/members/user-schema.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { useAdministered } from '../parts/use-administration.js'
import { rolesInForce, signInKind } from './grants.js'
import { usePeopleTexts } from './texts.js'

export function usePeopleColumns(): readonly Column<UserView>[] {
  const texts = usePeopleTexts()
  const { id: groupingId } = useAdministered()
  return [
    {
      key: 'name',
      header: texts('column.name'),
      sticky: true,
      cell: ({ id, displayName, jobTitle }) => (
        <Stack gap={0}>
          <PathLink to={`/administration/personnes/${id}`}>{displayName}</PathLink>
          <Text size="sm" c="dimmed">
            {jobTitle}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'email',
      header: texts('column.email'),
      cell: ({ email, kind }) => (kind === 'machine' ? texts('machine') : email),
    },
    {
      key: 'roles',
      header: texts('column.roles'),
      cell: (user) => <RoleLines user={user} groupingId={groupingId} />,
    },
    {
      key: 'signIn',
      header: texts('column.signIn'),
      cell: (user) => texts(`factor.${signInKind(user)}`),
    },
    { key: 'state', header: texts('column.state'), cell: (user) => <AccountBadge of={user} /> },
  ]
}

interface RolesProps {
  readonly user: UserView
  readonly groupingId: string
}

function RoleLines({ user, groupingId }: RolesProps) {
  const texts = usePeopleTexts()
  const words = useVocabulary()
  const roles = rolesInForce(user, groupingId)
  if (roles.length === 0) return <Text c="dimmed">{texts('noRole')}</Text>
  return (
    <Stack gap={0}>
      {roles.map(({ id, role, establishmentName }) => (
        <span key={id}>
          {words.word('role', role)}
          {establishmentName ? ` · ${establishmentName}` : ''}
        </span>
      ))}
    </Stack>
  )
}

/** Whether the account opens. */
export function AccountBadge({ of }: { readonly of: UserView }) {
  const texts = usePeopleTexts()
  const isDisabled = of.disabledAt !== undefined
  return (
    <StateBadge tone={isDisabled ? 'stop' : 'ok'}>
      {texts(isDisabled ? 'state.disabled' : 'state.active')}
    </StateBadge>
  )
}
