import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { PathLink } from '../../ui/layout/page.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import type { Column } from '../../ui/table/data-table.js'
import type { ShipmentRow } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

const ENDED: ReadonlySet<string> = new Set(['reconciled', 'cancelled'])
export const hasEnded = (state: ShipmentRow['state']): boolean => ENDED.has(state)

/** What the list says of each container; time runs only for those that still travel. */
export function useShipmentColumns(): readonly Column<ShipmentRow>[] {
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
        ) : hasEnded(state) ? (
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
