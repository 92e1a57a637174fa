import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { EstablishmentView } from '../../../../src/members/schema.js'
import { api, read } from '../../api/client.js'
import { useSession } from '../../api/session.js'
import { today } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import type { Column } from '../../ui/table/data-table.js'
import { useAct } from '../../ui/use-act.js'
import { DayField } from '../parts/day-field.js'
import { DialogButton } from '../parts/dialog-button.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { ListTable } from '../parts/list-table.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered, useMayAdminister } from '../parts/use-administration.js'
import { useSpan } from '../parts/use-span.js'
import { EnterMembership } from './enter-membership.js'
import type { Membership } from './member.js'
import { MembershipBadge } from './membership-badge.js'
import { useMembersTexts } from './texts.js'

/** Of which groupings the site is a member, between which days. */
export function Memberships({ establishment }: { readonly establishment: EstablishmentView }) {
  const texts = useMembersTexts()
  const { id: groupingId, name: grouping } = useAdministered()
  const mayAct = useMayAdminister()
  const columns = useColumns(mayAct)
  return (
    <Panel
      title={texts('memberships.title')}
      aside={
        mayAct ? (
          <DialogButton
            label={texts('memberships.enter')}
            title={texts('memberships.enterTitle', { name: establishment.name, grouping })}
          >
            {(close) => (
              <EnterMembership
                establishmentId={establishment.id}
                groupingId={groupingId}
                onClose={close}
              />
            )}
          </DialogButton>
        ) : null
      }
    >
      <ListTable
        label={texts('memberships.title')}
        columns={columns}
        rows={establishment.memberships}
        rowId={({ id }) => id}
      />
    </Panel>
  )
}

/** The names of the groupings somebody works for are in their session. */
function useGroupingName(): (id: string) => string {
  const { grants } = useSession()
  return (id) => grants.find(({ groupingId }) => groupingId === id)?.groupingName ?? id
}

function useColumns(mayAct: boolean): readonly Column<Membership>[] {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  const span = useSpan()
  const nameOf = useGroupingName()
  const shown: Column<Membership>[] = [
    {
      key: 'grouping',
      header: texts('memberships.grouping'),
      sticky: true,
      cell: ({ groupingId }) => nameOf(groupingId),
    },
    { key: 'span', header: texts('column.span'), cell: span },
    {
      key: 'activities',
      header: texts('column.activities'),
      cell: ({ activities }) => activities.join(', ') || '–',
    },
    { key: 'order', header: texts('column.order'), align: 'right', cell: (m) => m.memberOrder },
    { key: 'state', header: texts('column.state'), cell: (m) => <MembershipBadge of={m} /> },
  ]
  if (!mayAct) return shown
  return [
    ...shown,
    {
      key: 'act',
      header: <span className="nv-visually-hidden">{common('actions')}</span>,
      cell: (membership) => (
        <Group justify="flex-end">
          <DialogButton
            isCompact
            label={texts('memberships.end')}
            name={texts('memberships.endOf', { grouping: nameOf(membership.groupingId) })}
            title={texts('memberships.endTitle')}
          >
            {(close) => <EndMembership membership={membership} onClose={close} />}
          </DialogButton>
        </Group>
      ),
    },
  ]
}

interface EndProps {
  readonly membership: Membership
  readonly onClose: () => void
}

function EndMembership({ membership, onClose }: EndProps) {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  const [toOn, setToOn] = useState(membership.toOn ?? today())
  const [fieldError, setFieldError] = useState<string>()
  const [form] = useState({
    setErrors: ({ toOn: sentence }: Record<string, string>) => setFieldError(sentence),
  })
  const end = useAct({
    act: () =>
      read(
        api.memberships[':membershipId'].end.$post({
          param: { membershipId: membership.id },
          json: { toOn },
        }),
      ),
    changes: ['establishments', 'memberships'],
    success: texts('memberships.ended'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        end.mutate()
      }}
    >
      <Stack>
        <DayField
          label={common('to')}
          required
          data-autofocus
          min={membership.fromOn}
          value={toOn}
          error={fieldError}
          onChange={setToOn}
        />
        <Text>{texts('memberships.follows')}</Text>
        <Text c="dimmed">{texts('memberships.runs')}</Text>
        <FormProblem error={end.error} form={form} />
        <FormFoot
          verb={texts('memberships.end')}
          isPending={end.isPending}
          onCancel={onClose}
          danger
        />
      </Stack>
    </form>
  )
}
