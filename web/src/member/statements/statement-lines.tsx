import { Accordion, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code, Euros, groupedCip13, Units } from '../../ui/marks/amounts.js'
import { Meter } from '../../ui/picture/meter.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { ProductDeliveries } from './product-deliveries.js'
import type { Statement, StatementDetail } from './statement-queries.js'
import { useStatementTexts } from './texts/index.js'

type Pool = StatementDetail['pools'][number]
type Product = StatementDetail['consumption']['lines'][number]

interface Props {
  readonly statement: Statement
  readonly figures: StatementDetail
}

/** Pool by pool with its key, then what was consumed, product by product. */
export function StatementLines({ statement, figures }: Props) {
  const t = useStatementTexts()
  const { pools, corrections, vatLines, consumption } = figures
  return (
    <>
      <Panel title={t('lines.pools')}>
        {pools.length === 0 ? (
          <Text c="dimmed">{t('lines.noPool')}</Text>
        ) : (
          <Accordion multiple variant="separated" order={3}>
            {pools.map((pool) => (
              <PoolItem key={`${pool.name} ${pool.keyLabel}`} pool={pool} />
            ))}
          </Accordion>
        )}
        {corrections.map((correction) => (
          <Corrected key={`${correction.originPeriod} ${correction.reason}`} {...correction} />
        ))}
        {vatLines.map(({ rate, base, amount }) => (
          <Group key={rate} justify="space-between">
            <VatWords rate={rate} base={base} />
            <Euros of={amount} />
          </Group>
        ))}
      </Panel>
      {consumption.lines.length > 0 ? (
        <Consumption statement={statement} consumption={consumption} />
      ) : null}
    </>
  )
}

const shareOf = ({ numerator, denominator }: Pool): number =>
  Number(denominator) > 0 ? Number(numerator) / Number(denominator) : 0

function PoolItem({ pool }: { readonly pool: Pool }) {
  const t = useStatementTexts()
  const formats = useFormats()
  const share = shareOf(pool)
  return (
    <Accordion.Item value={`${pool.name} ${pool.keyLabel}`}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" pr="sm">
          <Text fw={600}>{pool.name}</Text>
          <Text fw={600}>
            <Euros of={pool.amount} />
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Text>
          {t('lines.share', {
            numerator: formats.decimal(Number(pool.numerator), 2),
            denominator: formats.decimal(Number(pool.denominator), 2),
            unit: pool.unit,
            total: formats.euros(pool.poolTotal),
          })}
        </Text>
        <Meter share={share} tone="info">
          {formats.percent(share)}
        </Meter>
        <Text size="sm" c="dimmed">
          {t('lines.key', { key: pool.keyLabel })}
        </Text>
      </Accordion.Panel>
    </Accordion.Item>
  )
}

function Corrected({ originPeriod, reason, amount }: StatementDetail['corrections'][number]) {
  const t = useStatementTexts()
  const formats = useFormats()
  return (
    <Group justify="space-between">
      <Text>{t('lines.correction', { month: formats.month(originPeriod), reason })}</Text>
      <Euros of={amount} />
    </Group>
  )
}

function VatWords({ rate, base }: { readonly rate: string; readonly base: string }) {
  const t = useStatementTexts()
  const formats = useFormats()
  return (
    <Text>
      {t('lines.vat', { rate: formats.decimal(Number(rate), 2), base: formats.euros(base) })}
    </Text>
  )
}

function Consumption({
  statement,
  consumption,
}: {
  readonly statement: Statement
  readonly consumption: StatementDetail['consumption']
}) {
  const t = useStatementTexts()
  const formats = useFormats()
  const [opened, setOpened] = useState<Product>()
  const columns: readonly Column<Product>[] = [
    {
      key: 'product',
      header: t('lines.product'),
      sticky: true,
      cell: ({ product }) => <div style={{ minWidth: 180, whiteSpace: 'normal' }}>{product}</div>,
    },
    {
      key: 'code',
      header: t('lines.code'),
      cell: ({ code }) => <Code>{groupedCip13(code)}</Code>,
    },
    {
      key: 'units',
      header: t('lines.units'),
      align: 'right',
      cell: ({ units }) => <Units of={units} />,
    },
    {
      key: 'cost',
      header: t('lines.cost'),
      align: 'right',
      cell: ({ meanUnitCost }) => `${formats.decimal(Number(meanUnitCost), 4)}\u00a0€`,
    },
    {
      key: 'amount',
      header: t('lines.amount'),
      align: 'right',
      cell: ({ amount }) => <Euros of={amount} />,
    },
  ]
  return (
    <Panel
      title={t('lines.consumption', { count: consumption.lines.length })}
      aside={
        <Text fw={600}>
          <Euros of={consumption.total} />
        </Text>
      }
    >
      <Text size="sm" c="dimmed">
        {t('lines.open')}
      </Text>
      <DataTable
        label={`${t('lines.product')} ${statement.number}`}
        columns={columns}
        rows={consumption.lines}
        rowId={({ product, code }) => `${code} ${product}`}
        onOpen={setOpened}
        activeId={opened && `${opened.code} ${opened.product}`}
      />
      <ProductDeliveries
        statement={statement}
        product={opened?.product}
        onClose={() => setOpened(undefined)}
      />
    </Panel>
  )
}
