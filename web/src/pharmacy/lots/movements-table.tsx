import { Button, Stack, Text } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Units } from '../../ui/marks/amounts.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useStockTexts } from '../stock/texts/index.js'
import { usePlaceName } from '../stock/use-place-name.js'
import { type Movement, sourceOf, targetOf } from './lot-flows.js'
import { ReverseMovement } from './reverse-movement.js'
import { useLotTexts } from './texts.js'

interface Props {
  readonly movements: readonly Movement[]
  /** Only those from or to this place. */
  readonly place: string | undefined
  readonly onClear: () => void
  readonly mayReverse: boolean
}

/** Every movement of the lot: who, when, why, for which document. */
export function MovementsTable({ movements, place, onClear, mayReverse }: Props) {
  const t = useLotTexts()
  const stock = useStockTexts()
  const nameOf = usePlaceName()
  const columns = useColumns(movements, mayReverse)
  const touching = movements.filter(
    (movement) =>
      place === undefined || [sourceOf(movement).key, targetOf(movement).key].includes(place),
  )
  const node = movements
    .flatMap((movement) => [sourceOf(movement), targetOf(movement)])
    .find(({ key }) => key === place)
  return (
    <Panel
      title={node === undefined ? t('movements') : t('movementsOf', { name: nameOf(node) })}
      aside={
        place === undefined ? null : (
          <Button variant="subtle" onClick={onClear}>
            {t('all')}
          </Button>
        )
      }
    >
      <DataTable
        label={stock('table', { name: t('movements') })}
        columns={columns}
        rows={touching.toReversed()}
        rowId={({ id }) => id}
      />
    </Panel>
  )
}

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  order: (id) => `/pharmacie/commandes/${id}`,
  delivery: (id) => `/pharmacie/envois/${id}`,
}

function DocumentCell({ movement }: { readonly movement: Movement }) {
  const t = useLotTexts()
  const { subjectType, subjectId, subjectNumber } = movement
  const label = [t.word('subject', subjectType), subjectNumber].filter(Boolean).join(' ')
  if (subjectType === 'stock-receipt') {
    return (
      <PathLink to="/pharmacie/receptions" search={{ ouvert: subjectId }}>
        {label}
      </PathLink>
    )
  }
  if (subjectType === 'discrepancy') {
    return (
      <PathLink to="/pharmacie/ecarts" search={{ etat: 'tous' }}>
        {label}
      </PathLink>
    )
  }
  const to = PAGES[subjectType]?.(subjectId)
  return to === undefined ? label : <PathLink to={to}>{label}</PathLink>
}

function useColumns(movements: readonly Movement[], mayReverse: boolean): Column<Movement>[] {
  const reversedBy = ({ reversesId }: Movement) => movements.find(({ id }) => id === reversesId)
  const t = useLotTexts()
  const stock = useStockTexts()
  const nameOf = usePlaceName()
  return [
    { key: 'when', header: stock('columns.when'), cell: (row) => <When movement={row} /> },
    {
      key: 'what',
      header: stock('columns.what'),
      cell: ({ reason }) => stock.word('movement', reason),
    },
    {
      key: 'units',
      header: stock('columns.units'),
      align: 'right',
      cell: ({ units }) => <Units of={units} />,
    },
    { key: 'from', header: stock('columns.from'), cell: (row) => nameOf(sourceOf(row)) },
    { key: 'to', header: stock('columns.to'), cell: (row) => nameOf(targetOf(row)) },
    { key: 'who', header: stock('columns.who'), cell: ({ actorName }) => actorName ?? '–' },
    { key: 'document', header: t('document'), cell: (row) => <DocumentCell movement={row} /> },
    {
      key: 'note',
      header: t('note'),
      cell: (row) => <Note movement={row} reversed={reversedBy(row)} />,
    },
    ...(mayReverse
      ? [
          {
            key: 'act',
            header: <span className="nv-visually-hidden">{t('reverse.button')}</span>,
            cell: (row: Movement) => (row.isReversible ? <ReverseMovement movement={row} /> : null),
          },
        ]
      : []),
  ]
}

const LATE_MS = 60_000

function When({ movement }: { readonly movement: Movement }) {
  const t = useLotTexts()
  const formats = useFormats()
  const { occurredAt, recordedAt } = movement
  const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_MS
  return (
    <Stack gap={2} style={{ whiteSpace: 'nowrap' }}>
      <time dateTime={occurredAt}>{formats.dateTime(occurredAt)}</time>
      {isLate ? (
        <Text span size="sm" c="dimmed">
          {t('recorded', { at: formats.shortDateTime(recordedAt) })}
        </Text>
      ) : null}
    </Stack>
  )
}

interface NoteProps {
  readonly movement: Movement
  /** The movement this one takes back. */
  readonly reversed: Movement | undefined
}

function Note({ movement, reversed }: NoteProps) {
  const t = useLotTexts()
  const formats = useFormats()
  const { note, reversesId } = movement
  return (
    <Stack gap={2} maw={280}>
      {note ? <span>{note}</span> : reversesId === null ? '–' : null}
      {reversesId === null ? null : (
        <Text span size="sm" c="dimmed">
          {reversed === undefined
            ? t('reversal')
            : t('reverses', { at: formats.dateTime(reversed.occurredAt) })}
        </Text>
      )}
    </Stack>
  )
}
