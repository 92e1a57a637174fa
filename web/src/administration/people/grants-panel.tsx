import { Group } from '@mantine/core'
import type { RoleGrantView, UserView } from '../../../../src/members/user-schema.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { DialogButton } from '../parts/dialog-button.js'
import { ListTable } from '../parts/list-table.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useMayAdminister } from '../parts/use-administration.js'
import { useSpan } from '../parts/use-span.js'
import { GrantRole } from './grant-role.js'
import { grantState } from './grants.js'
import { RevokeRole } from './revoke-role.js'
import { usePeopleTexts } from './texts.js'

const ORDER = { 'in-force': 0, coming: 1, ended: 2 } as const
const TONES = { 'in-force': 'ok', coming: 'info', ended: 'neutral' } as const

/** Every role the person holds or held, those that count first. */
export function GrantsPanel({ user }: { readonly user: UserView }) {
  const texts = usePeopleTexts()
  const mayAct = useMayAdminister()
  const columns = useColumns(mayAct)
  const grants = user.grants.toSorted((a, b) => ORDER[grantState(a)] - ORDER[grantState(b)])
  return (
    <Panel
      title={texts('roles.title')}
      aside={
        mayAct ? (
          <DialogButton label={texts('roles.give')} width={640}>
            {(close) => <GrantRole userId={user.id} onClose={close} />}
          </DialogButton>
        ) : null
      }
    >
      <ListTable
        label={texts('roles.title')}
        columns={columns}
        rows={grants}
        rowId={({ id }) => id}
      />
    </Panel>
  )
}

function useColumns(mayAct: boolean): readonly Column<RoleGrantView>[] {
  const texts = usePeopleTexts()
  const common = useAdministrationTexts()
  const words = useVocabulary()
  const span = useSpan()
  const placeOf = ({ groupingName, establishmentName }: RoleGrantView) =>
    establishmentName === undefined ? groupingName : `${establishmentName} (${groupingName})`
  const shown: Column<RoleGrantView>[] = [
    { key: 'role', header: texts('column.role'), cell: ({ role }) => words.word('role', role) },
    { key: 'where', header: texts('column.where'), cell: placeOf },
    { key: 'span', header: texts('column.span'), cell: span },
    {
      key: 'state',
      header: texts('column.state'),
      cell: (grant) => (
        <StateBadge tone={TONES[grantState(grant)]}>
          {texts(`grant.${grantState(grant)}`)}
        </StateBadge>
      ),
    },
  ]
  if (!mayAct) return shown
  return [
    ...shown,
    {
      key: 'act',
      header: <span className="nv-visually-hidden">{common('actions')}</span>,
      cell: (grant) =>
        grantState(grant) === 'ended' ? null : (
          <Group justify="flex-end">
            <DialogButton
              isCompact
              label={texts('roles.revoke')}
              name={texts('roles.revokeOf', {
                role: words.word('role', grant.role),
                place: placeOf(grant),
              })}
              title={texts('roles.revokeTitle')}
            >
              {(close) => <RevokeRole grant={grant} onClose={close} />}
            </DialogButton>
          </Group>
        ),
    },
  ]
}
