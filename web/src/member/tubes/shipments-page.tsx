import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePages } from '../../ui/use-pages.js'
import { useMember } from '../parts/use-member.js'
import { OPEN_STATES, type ShipmentRow } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

const GROUPS = {
  open: OPEN_STATES.join(','),
  done: 'reconciled,cancelled',
} as const

const Filters = z.object({ etat: z.optional(z.enum(['open', 'done'])) })
type Filters = z.infer<typeof Filters>
const NONE: Filters = {}
const ENDED: ReadonlySet<string> = new Set(['reconciled', 'cancelled'])

/** The containers of the establishment: what is being packed, what travels, what the laboratory said. */
export function ShipmentsPage() {
  const t = useTubeTexts()
  const navigate = useNavigate()
  const { establishmentId, laboratoryId, canSend } = useMember()
  const [{ etat = 'open' }, change] = useFilters(Filters, NONE)
  const columns = useColumns()
  const pages = usePages<ShipmentRow>({
    queryKey: ['specimen-shipments', 'list', establishmentId, laboratoryId, etat],
    page: (cursor) =>
      read(
        api['specimen-shipments'].$get({
          query: {
            establishmentId,
            ...(laboratoryId !== undefined && { groupingId: laboratoryId }),
            state: GROUPS[etat],
            limit: '50',
            ...(cursor !== undefined && { cursor }),
          },
        }),
      ),
    enabled: laboratoryId !== undefined,
  })
  // The API answers first to expire first; what is finished is read latest first.
  const rows =
    etat === 'done'
      ? pages.items.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
      : pages.items
  return (
    <Page
      title={t('list.title')}
      actions={
        canSend ? (
          <Button
            component={Link}
            to="/etablissement/prelevements/nouveau"
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('list.new')}
          </Button>
        ) : null
      }
    >
      {laboratoryId === undefined ? (
        <EmptyState title={t('list.notHere')}>{t('list.notHereWhy')}</EmptyState>
      ) : (
        <>
          <SegmentedControl
            aria-label={t('list.filter')}
            data={[
              { value: 'open', label: t('list.open') },
              { value: 'done', label: t('list.done') },
            ]}
            value={etat}
            onChange={(value) => change({ etat: value === 'done' ? 'done' : undefined })}
            style={{ alignSelf: 'flex-start' }}
          />
          {pages.error ? (
            <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />
          ) : (
            <DataTable
              label={t('list.title')}
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              onOpen={({ id }) => void navigate({ to: `/etablissement/prelevements/${id}` })}
              emphasis={({ isUrgent, state }) =>
                isUrgent && !ENDED.has(state) ? 'urgent' : undefined
              }
              loading={pages.isLoading}
              more={pages.more}
              empty={
                <EmptyState title={t(etat === 'done' ? 'list.doneNone' : 'list.openNone')}>
                  {etat === 'done' ? '' : t('list.openNoneHow')}
                </EmptyState>
              }
            />
          )}
        </>
      )}
    </Page>
  )
}

function useColumns(): readonly Column<ShipmentRow>[] {
  const t = useTubeTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const time = (at: string | null) => (at === null ? '' : formats.shortDateTime(at))
  return [
    {
      key: 'number',
      header: t('list.number'),
      sticky: true,
      cell: ({ id, number }) => (
        <PathLink to={`/etablissement/prelevements/${id}`}>{number}</PathLink>
      ),
    },
    {
      key: 'container',
      header: t('detail.container'),
      cell: ({ containerCode }) => <Code>{containerCode}</Code>,
    },
    {
      key: 'class',
      header: t('list.class'),
      cell: ({ temperatureClass }) => <StorageMark of={temperatureClass} />,
    },
    { key: 'tubes', header: t('list.tubes'), align: 'right', cell: ({ tubeCount }) => tubeCount },
    {
      key: 'state',
      header: t('list.state'),
      cell: ({ state, isUrgent, hasDiscrepancy }) => (
        <>
          <StateBadge state={state}>{words.word('shipmentState', state)}</StateBadge>{' '}
          {isUrgent ? <StateBadge tone="warn">{words.word('urgency', 'urgent')}</StateBadge> : null}{' '}
          {hasDiscrepancy ? <StateBadge tone="warn">{t('detail.discrepancy')}</StateBadge> : null}
        </>
      ),
    },
    {
      key: 'deadline',
      header: t('detail.deadline'),
      cell: ({ deadlineAt, state }) =>
        deadlineAt === null ? (
          ''
        ) : ENDED.has(state) ? (
          time(deadlineAt)
        ) : (
          <Countdown to={deadlineAt} warnMinutes={90} />
        ),
    },
    { key: 'sealed', header: t('detail.sealedAt'), cell: ({ sealedAt }) => time(sealedAt) },
    { key: 'pickUp', header: t('detail.pickedUpAt'), cell: ({ pickedUpAt }) => time(pickedUpAt) },
    {
      key: 'reconciled',
      header: t('detail.reconciledAt'),
      cell: ({ reconciledAt }) => time(reconciledAt),
    },
  ]
}
