import type { ShipmentSummary } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import type { Column } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { useHolderName } from '../holder.js'
import { useLabTexts } from '../lab-texts.js'
import { comesTooLate, SOON_MINUTES } from './stages.js'

/** What every list of containers shows of each. */
export function useArrivalColumns(): readonly Column<ShipmentSummary>[] {
  const texts = useLabTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  const holderName = useHolderName()
  return [
    {
      key: 'container',
      header: texts('column.container'),
      sticky: true,
      cell: ({ number, containerCode }) => (
        <>
          <div>{number}</div>
          <Code>{containerCode}</Code>
        </>
      ),
    },
    {
      key: 'site',
      header: texts('column.site'),
      cell: ({ establishment, isUrgent }) => (
        <>
          <div>{establishment.name}</div>
          {isUrgent ? <strong>{ui('urgent')}</strong> : null}
        </>
      ),
    },
    {
      key: 'deadline',
      header: texts('column.deadline'),
      cell: ({ deadlineAt, reconciledAt }) => (
        <Deadline at={deadlineAt} isSettled={reconciledAt !== null} />
      ),
    },
    {
      key: 'state',
      header: texts('column.state'),
      cell: ({ state, hasDiscrepancy }) => (
        <>
          <StateBadge state={state}>{words.word('shipmentState', state)}</StateBadge>{' '}
          {hasDiscrepancy ? <StateBadge tone="warn">{texts('discrepancy')}</StateBadge> : null}
        </>
      ),
    },
    {
      key: 'expected',
      header: texts('column.expected'),
      cell: (shipment) => <Expected shipment={shipment} />,
    },
    {
      key: 'storage',
      header: texts('column.storage'),
      cell: ({ temperatureClass }) => <StorageMark of={temperatureClass} />,
    },
    {
      key: 'tubes',
      header: texts('column.tubes'),
      align: 'right',
      cell: ({ tubeCount, undecidedTubes, state }) =>
        state === 'receiving' ? `${tubeCount - undecidedTubes} / ${tubeCount}` : tubeCount,
    },
    { key: 'holder', header: texts('column.holder'), cell: ({ holder }) => holderName(holder) },
  ]
}

function Expected({ shipment }: { readonly shipment: ShipmentSummary }) {
  const texts = useLabTexts()
  const formats = useFormats()
  const { deliveredAt, expectedAt } = shipment
  if (deliveredAt !== null) return <>✓ {formats.shortDateTime(deliveredAt)}</>
  if (expectedAt === null) return <>{texts('noExpected')}</>
  return (
    <>
      <div>{formats.shortDateTime(expectedAt)}</div>
      {comesTooLate(shipment) ? <StateBadge tone="stop">{texts('tooLate')}</StateBadge> : null}
    </>
  )
}

function Deadline({ at, isSettled }: { readonly at: string | null; readonly isSettled: boolean }) {
  const texts = useLabTexts()
  const formats = useFormats()
  if (at === null) return <>{texts('noDeadline')}</>
  if (isSettled) return <>{formats.shortDateTime(at)}</>
  return (
    <>
      <Countdown to={at} warnMinutes={SOON_MINUTES} />
      <div style={{ color: 'var(--nv-dimmed)' }}>{formats.shortDateTime(at)}</div>
    </>
  )
}
