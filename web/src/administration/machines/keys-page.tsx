import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ApiKeyView } from '../../../../src/access/schema.js'
import { api, read } from '../../api/client.js'
import { today, useFormats } from '../../texts/formats.js'
import { Confirm } from '../../ui/form/confirm.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import type { Column } from '../../ui/table/data-table.js'
import { useAct } from '../../ui/use-act.js'
import { allPages } from '../parts/all-pages.js'
import { DialogButton } from '../parts/dialog-button.js'
import { ListTable } from '../parts/list-table.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered, useMayAdminister } from '../parts/use-administration.js'
import { CreateKey } from './create-key.js'
import { useMachinesTexts } from './texts.js'

const useKeys = (groupingId: string) =>
  useQuery({
    queryKey: ['api-keys', groupingId],
    queryFn: () =>
      allPages((cursor) =>
        read(
          api['api-keys'].$get({
            query: { groupingId, limit: '200', ...(cursor !== undefined && { cursor }) },
          }),
        ),
      ),
  })

/** The keys of the machines that work for the grouping. */
export function KeysPage() {
  const texts = useMachinesTexts()
  const { id } = useAdministered()
  const mayAct = useMayAdminister()
  const query = useKeys(id)
  const columns = useColumns(mayAct)
  return (
    <Page
      title={texts('title')}
      subtitle={texts('subtitle')}
      actions={
        mayAct ? (
          <DialogButton
            label={texts('create.button')}
            variant="filled"
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {(close) => <CreateKey onClose={close} />}
          </DialogButton>
        ) : null
      }
    >
      <Panel title={texts('list')}>
        <Loadable query={query}>
          {(keys) => (
            <ListTable
              label={texts('list')}
              columns={columns}
              rows={keys.toReversed()}
              rowId={({ id: keyId }) => keyId}
              empty={<EmptyState title={texts('empty')}>{texts('emptyHint')}</EmptyState>}
            />
          )}
        </Loadable>
      </Panel>
    </Page>
  )
}

const STATES = { active: 'ok', revoked: 'stop', expired: 'neutral' } as const

const stateOf = ({ revokedAt, expiresOn }: ApiKeyView): keyof typeof STATES => {
  if (revokedAt !== undefined) return 'revoked'
  return expiresOn !== undefined && expiresOn < today() ? 'expired' : 'active'
}

function useColumns(mayAct: boolean): readonly Column<ApiKeyView>[] {
  const texts = useMachinesTexts()
  const common = useAdministrationTexts()
  const formats = useFormats()
  const shown: Column<ApiKeyView>[] = [
    { key: 'name', header: texts('column.name'), sticky: true, cell: ({ name }) => name },
    { key: 'machine', header: texts('column.machine'), cell: (key) => key.userDisplayName },
    {
      key: 'prefix',
      header: texts('column.prefix'),
      cell: ({ prefix }) => <Code>{`nvt_${prefix}…`}</Code>,
    },
    {
      key: 'scopes',
      header: texts('column.scopes'),
      cell: ({ scopes }) => scopes.map((scope) => texts.word('scope', scope)).join(', '),
    },
    {
      key: 'expires',
      header: texts('column.expires'),
      cell: ({ expiresOn }) => (expiresOn === undefined ? texts('never') : formats.day(expiresOn)),
    },
    {
      key: 'used',
      header: texts('column.used'),
      cell: ({ lastUsedAt }) =>
        lastUsedAt === undefined ? texts('never') : formats.dateTime(lastUsedAt),
    },
    {
      key: 'state',
      header: texts('column.state'),
      cell: (key) => (
        <StateBadge tone={STATES[stateOf(key)]}>{texts(`state.${stateOf(key)}`)}</StateBadge>
      ),
    },
  ]
  if (!mayAct) return shown
  return [
    ...shown,
    {
      key: 'act',
      header: <span className="nv-visually-hidden">{common('actions')}</span>,
      align: 'right',
      cell: (key) => (stateOf(key) === 'revoked' ? null : <Revoke of={key} />),
    },
  ]
}

function Revoke({ of: { id, name } }: { readonly of: ApiKeyView }) {
  const texts = useMachinesTexts()
  const revoke = useAct({
    act: () => read(api['api-keys'][':apiKeyId'].revoke.$post({ param: { apiKeyId: id } })),
    changes: ['api-keys'],
    success: texts('revoke.done'),
  })
  return (
    <Confirm
      title={texts('revoke.of', { name })}
      verb={texts('revoke.verb')}
      danger
      isPending={revoke.isPending}
      onConfirm={() => revoke.mutateAsync()}
      button={(open) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={texts('revoke.of', { name })}
          onClick={open}
        >
          {texts('revoke.verb')}
        </Button>
      )}
    >
      <Text>{texts('revoke.hint')}</Text>
    </Confirm>
  )
}
