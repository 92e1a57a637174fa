import { Button, Group, Menu, Modal, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { UserView } from '../../../../src/members/user-schema.js'
import { Page } from '../../ui/layout/page.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { useFilters } from '../../ui/use-filters.js'
import { usersQuery } from '../parts/queries.js'
import { useAdministered, useMayAdminister } from '../parts/use-administration.js'
import { CreateUser } from './create-user.js'
import { GrantByEmail } from './grant-by-email.js'
import { rolesInForce } from './grants.js'
import { PeopleFilter } from './people-filter.js'
import { PeopleFilters } from './people-filters.js'
import { usePeopleTexts } from './texts.js'
import { usePeopleColumns } from './use-people-columns.js'

/** Who works for the grouping, found by name, role, place or state. */
export function PeoplePage() {
  const texts = usePeopleTexts()
  const { id, name } = useAdministered()
  const mayAct = useMayAdminister()
  const query = useQuery(usersQuery(id))
  const [filter, change] = useFilters(PeopleFilter)
  return (
    <Page
      title={texts('title')}
      subtitle={`${name} · ${texts('subtitle')}`}
      actions={mayAct ? <CreateMenu /> : null}
    >
      <Stack gap="md">
        <PeopleFilters filter={filter} onChange={change} />
        <Loadable query={query}>
          {(users) => <PeopleTable users={users.filter((user) => matches(user, filter, id))} />}
        </Loadable>
      </Stack>
    </Page>
  )
}

function matches(user: UserView, { q = '', role, lieu, etat }: PeopleFilter, groupingId: string) {
  const words = plain(`${user.displayName} ${user.jobTitle} ${user.email}`)
  const roles = rolesInForce(user, groupingId)
  return (
    words.includes(plain(q)) &&
    (role === undefined || roles.some((grant) => grant.role === role)) &&
    (lieu === undefined ||
      roles.some(({ establishmentId = 'groupement' }) => establishmentId === lieu)) &&
    (etat === undefined || isIn(user, etat))
  )
}

function isIn(user: UserView, state: NonNullable<PeopleFilter['etat']>): boolean {
  if (state === 'machine') return user.kind === 'machine'
  return (user.disabledAt !== undefined) === (state === 'desactive')
}

/** Accents and capitals do not hide anybody. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

function PeopleTable({ users }: { readonly users: readonly UserView[] }) {
  const texts = usePeopleTexts()
  const navigate = useNavigate()
  const columns = usePeopleColumns()
  return (
    <DataTable
      label={texts('list')}
      columns={columns}
      rows={users}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/administration/personnes/${id}` })}
      empty={<EmptyState title={texts('empty')}>{texts('emptyHint')}</EmptyState>}
    />
  )
}

type Creation = 'person' | 'machine' | 'colleague'

function CreateMenu() {
  const texts = usePeopleTexts()
  const ui = useUiTexts()
  const [open, setOpen] = useState<Creation>()
  const close = () => setOpen(undefined)
  return (
    <Group gap="xs">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{texts('create.other')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('colleague')}>{texts('create.colleague')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('machine')}>{texts('create.machine')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('person')}>
        {texts('create.person')}
      </Button>
      <Modal
        opened={open !== undefined}
        onClose={close}
        size={720}
        title={open === undefined ? '' : texts(`create.${open}`)}
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        {open === 'colleague' ? <GrantByEmail onClose={close} /> : null}
        {open === 'person' || open === 'machine' ? (
          <CreateUser kind={open} onClose={close} />
        ) : null}
      </Modal>
    </Group>
  )
}
