import { Group, Text } from '@mantine/core'
import { Units } from '../../../ui/marks/amounts.js'
import { StorageMark } from '../../../ui/marks/storage-mark.js'
import { type Column, DataTable } from '../../../ui/table/data-table.js'
import type { Order } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import { useWhy } from './use-why.js'

type Line = Order['lines'][number]

/** Asked, approved, shipped, to come: and where they differ, why, in sentences. */
export function OrderLines({ order }: { readonly order: Order }) {
  const t = useOrderTexts()
  const why = useWhy(order.state)
  const columns: readonly Column<Line>[] = [
    {
      key: 'product',
      header: t('detail.product'),
      sticky: true,
      cell: (line) => <Product line={line} />,
    },
    {
      key: 'asked',
      header: t('detail.asked'),
      align: 'right',
      cell: ({ orderedUnits }) => <Units of={orderedUnits} />,
    },
    {
      key: 'approved',
      header: t('detail.approved'),
      align: 'right',
      cell: ({ approvedUnits }) => <Units of={approvedUnits} />,
    },
    {
      key: 'shipped',
      header: t('detail.shipped'),
      align: 'right',
      cell: ({ shippedUnits }) => <Units of={shippedUnits} />,
    },
    {
      key: 'backordered',
      header: t('detail.backordered'),
      align: 'right',
      cell: ({ backorderedUnits }) => (backorderedUnits > 0 ? <Units of={backorderedUnits} /> : ''),
    },
    {
      key: 'why',
      header: t('detail.why'),
      cell: (line) => {
        const sentences = why(line)
        return sentences.length === 0 ? (
          <Text size="sm" c="dimmed">
            {order.state === 'draft' ? '' : `✓ ${t('detail.lineOk')}`}
          </Text>
        ) : (
          <div style={{ minWidth: 220, whiteSpace: 'normal' }}>
            {sentences.map((sentence) => (
              <Text size="sm" key={sentence}>
                {sentence}
              </Text>
            ))}
          </div>
        )
      },
    },
  ]
  return (
    <DataTable
      label={`${t('detail.lines')} ${order.number}`}
      columns={columns}
      rows={order.lines}
      rowId={({ id }) => id}
    />
  )
}

function Product({ line }: { readonly line: Line }) {
  const t = useOrderTexts()
  const { requestedProduct, product } = line
  return (
    <div style={{ minWidth: 200, whiteSpace: 'normal' }}>
      <div>{requestedProduct.denomination}</div>
      {product.id === requestedProduct.id ? null : (
        <Text size="sm" c="var(--nv-warn)">
          ↪ {t('detail.substituted', { product: product.denomination })}
        </Text>
      )}
      <Group gap={8}>
        {product.isNarcotic ? <StorageMark of="narcotic" /> : null}
        {product.storageClass === 'ambient' ? null : <StorageMark of={product.storageClass} />}
      </Group>
    </div>
  )
}
