import { Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy } from 'react'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { DialogButton } from '../parts/dialog-button.js'
import { ListTable } from '../parts/list-table.js'
import { establishmentsQuery } from '../parts/queries.js'
import { useAdministered, useMayAdminister } from '../parts/use-administration.js'
import { membersOf } from './member.js'
import { MembershipPicture } from './membership-picture.js'
import { useMembersTexts } from './texts.js'
import { useMemberColumns } from './use-member-columns.js'

const CreateEstablishment = lazy(() =>
  import('./create-establishment.js').then((module) => ({ default: module.CreateEstablishment })),
)
const EnterKnown = lazy(() =>
  import('./enter-known.js').then((module) => ({ default: module.EnterKnown })),
)

/** The establishments of the grouping, with what they are members for and since when. */
export function MembersPage() {
  const texts = useMembersTexts()
  const { id, name } = useAdministered()
  const mayAct = useMayAdminister()
  const query = useQuery(establishmentsQuery(id))
  return (
    <Page
      title={texts('title')}
      subtitle={`${name} · ${texts('subtitle')}`}
      actions={mayAct ? <MemberActs /> : null}
    >
      <Loadable query={query}>
        {(establishments) => <MemberList members={membersOf(establishments, id)} />}
      </Loadable>
    </Page>
  )
}

function MemberActs() {
  const texts = useMembersTexts()
  return (
    <Group gap="xs">
      <DialogButton label={texts('memberships.known')} title={texts('memberships.knownTitle')}>
        {(close) => <EnterKnown onClose={close} />}
      </DialogButton>
      <DialogButton
        label={texts('form.create')}
        variant="filled"
        width={720}
        leftSection={<IconPlus size={18} aria-hidden />}
      >
        {(close) => <CreateEstablishment onClose={close} />}
      </DialogButton>
    </Group>
  )
}

function MemberList({ members }: { readonly members: ReturnType<typeof membersOf> }) {
  const texts = useMembersTexts()
  const navigate = useNavigate()
  const columns = useMemberColumns()
  if (members.length === 0) {
    return <EmptyState title={texts('empty')}>{texts('emptyHint')}</EmptyState>
  }
  return (
    <Stack gap="md">
      <Panel title={texts('list')}>
        <ListTable
          label={texts('list')}
          columns={columns}
          rows={members}
          rowId={({ membership }) => membership.id}
          onOpen={({ establishment }) =>
            void navigate({ to: `/administration/membres/${establishment.id}` })
          }
        />
      </Panel>
      <MembershipPicture members={members} />
    </Stack>
  )
}
