import { Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProductHit } from '../../../../src/catalogue/schema.js'
import { groupedCip13 } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { useUiTexts } from '../../ui/texts.js'
import { foundProductsQuery } from '../products/products-queries.js'
import { useReceiptTexts } from './texts.js'

const TYPING_MS = 200
const TYPED_MIN = 2

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChoose: (product: ProductHit) => void
}

/** Finds a product of the catalogue as one types. */
export function ChooseProduct({ isOpen, onClose, onChoose }: Props) {
  const t = useReceiptTexts()
  const ui = useUiTexts()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS)
  const isAsked = search.length >= TYPED_MIN
  const query = useQuery({ ...foundProductsQuery(search), enabled: isOpen && isAsked })
  const close = () => {
    setTyped('')
    onClose()
  }
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('choose.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('choose.search')}
          description={t('choose.help')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
        />
        {query.data?.items.length === 0 ? <Text c="dimmed">{t('choose.none')}</Text> : null}
        <Stack gap={0}>
          {(isAsked ? (query.data?.items ?? []) : []).map((product) => (
            <UnstyledButton
              key={product.id}
              mih={44}
              py={6}
              style={{ borderTop: '1px solid var(--nv-line)' }}
              onClick={() => {
                onChoose(product)
                close()
              }}
            >
              {product.denomination} <StorageMark of={product.storageClass} compact />
              <Text size="sm" c="dimmed">
                {product.inn}
                {product.presentations[0]?.cip13
                  ? ` · ${groupedCip13(product.presentations[0].cip13)}`
                  : ''}
              </Text>
            </UnstyledButton>
          ))}
        </Stack>
      </Stack>
    </Modal>
  )
}
