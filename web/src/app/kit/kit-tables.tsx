import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Panel } from '../../ui/layout/panel.js'
import { Units } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

interface Row {
  readonly id: string
  readonly product: string
  readonly state: string
  readonly units: number
  readonly mark?: 'urgent' | 'late'
}

const STATES = ['submitted', 'approved', 'picking', 'dispatched', 'received'] as const
const PRODUCTS = ['Paracétamol 1 g', 'Amoxicilline 500 mg', 'Furosémide 40 mg']
const MANY = 10_000

const sample = (index: number): Row => ({
  id: `EX-${String(index + 1).padStart(5, '0')}`,
  product: PRODUCTS[index % PRODUCTS.length] ?? '',
  state: STATES[index % STATES.length] ?? 'submitted',
  units: ((index * 37) % 480) + 12,
  ...(index === 0 && { mark: 'urgent' }),
  ...(index === 1 && { mark: 'late' }),
})

const FEW = Array.from({ length: 5 }, (_, index) => sample(index))

/** Tables read with the eyes, the keyboard or a screen reader. */
export function KitTables() {
  const texts = useKitTexts()
  const [opened, setOpened] = useState<string>()
  const [isLong, setLong] = useState(false)
  const columns = useSampleColumns()
  return (
    <Panel title={texts('sections.tables')}>
      <Shown name="DataTable" use={texts('tables.data')}>
        <Stack gap="xs">
          <DataTable
            label={texts('tables.label')}
            columns={columns}
            rows={FEW}
            rowId={({ id }) => id}
            onOpen={({ id }) => setOpened(id)}
            emphasis={({ mark }) => mark}
            activeId={opened}
          />
          <Text size="sm" role="status">
            {opened === undefined ? '' : texts('tables.opened', { number: opened })}
          </Text>
        </Stack>
      </Shown>
      <Shown name="DataTable" use={texts('tables.long')}>
        <Stack gap="xs" align="flex-start">
          <Button variant="default" onClick={() => setLong(!isLong)}>
            {texts(isLong ? 'tables.hide' : 'tables.show')}
          </Button>
          {isLong ? <LongTable columns={columns} /> : null}
        </Stack>
      </Shown>
    </Panel>
  )
}

function LongTable({ columns }: { readonly columns: readonly Column<Row>[] }) {
  const texts = useKitTexts()
  const [rows] = useState(() => Array.from({ length: MANY }, (_, index) => sample(index + 2)))
  return (
    <div style={{ width: '100%' }}>
      <DataTable
        label={texts('tables.longLabel')}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        height={320}
      />
    </div>
  )
}

function useSampleColumns(): readonly Column<Row>[] {
  const texts = useKitTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  return [
    {
      key: 'order',
      header: texts('tables.order'),
      sticky: true,
      cell: ({ id, mark }) => (
        <>
          {id} {mark === undefined ? null : <strong>{ui(mark)}</strong>}
        </>
      ),
    },
    { key: 'product', header: texts('tables.product'), cell: ({ product }) => product },
    {
      key: 'state',
      header: texts('tables.state'),
      cell: ({ state }) => <StateBadge state={state}>{words.word('orderState', state)}</StateBadge>,
    },
    {
      key: 'units',
      header: texts('tables.units'),
      align: 'right',
      cell: ({ units }) => <Units of={units} />,
    },
  ]
}
