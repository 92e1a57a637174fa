import { Group, Text } from '@mantine/core'
import { PathLink } from '../../ui/layout/page.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Column } from '../../ui/table/data-table.js'
import { useSpan } from '../parts/use-span.js'
import type { Member } from './member.js'
import { MembershipBadge } from './membership-badge.js'
import { useMembersTexts } from './texts.js'

export function useMemberColumns(): readonly Column<Member>[] {
  const texts = useMembersTexts()
  const span = useSpan()
  return [
    {
      key: 'name',
      header: texts('column.name'),
      sticky: true,
      cell: ({ establishment }) => (
        <Group gap="xs" wrap="nowrap">
          <PathLink to={`/administration/membres/${establishment.id}`}>
            {establishment.name}
          </PathLink>
          {establishment.isFictitious ? <StateBadge>{texts('fictitious')}</StateBadge> : null}
        </Group>
      ),
    },
    { key: 'kind', header: texts('column.kind'), cell: ({ establishment }) => establishment.kind },
    { key: 'town', header: texts('column.town'), cell: ({ establishment }) => establishment.town },
    {
      key: 'finess',
      header: texts('column.finess'),
      cell: ({ establishment: { finessEt } }) =>
        finessEt === undefined ? <Text c="dimmed">–</Text> : <Code>{finessEt}</Code>,
    },
    {
      key: 'activities',
      header: texts('column.activities'),
      cell: ({ membership }) => membership.activities.join(', ') || '–',
    },
    { key: 'span', header: texts('column.span'), cell: ({ membership }) => span(membership) },
    {
      key: 'state',
      header: texts('column.state'),
      cell: ({ membership }) => <MembershipBadge of={membership} />,
    },
  ]
}
