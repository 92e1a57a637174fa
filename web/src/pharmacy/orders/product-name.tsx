import { Group, Text } from '@mantine/core'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { useOrdersTexts } from './texts/index.js'

interface Props {
  readonly product: {
    readonly denomination: string
    readonly storageClass: string
    readonly isNarcotic?: boolean
    readonly requiresFourEyes?: boolean
  }
}

/** A product as its shelf says it: how it is kept, whether it needs two people. */
export function ProductName({ product }: Props) {
  const t = useOrdersTexts()
  return (
    <div>
      <Text fw={500}>{product.denomination}</Text>
      <Group gap="xs">
        <StorageMark of={product.storageClass} />
        {product.isNarcotic ? <StorageMark of="narcotic" /> : null}
        {product.requiresFourEyes && !product.isNarcotic ? (
          <Text size="sm" c="dimmed">
            ◎ {t('lines.fourEyes')}
          </Text>
        ) : null}
      </Group>
    </div>
  )
}
