import { Button, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ProductView } from '../../../../src/catalogue/schema.js'
import { api, read } from '../../api/client.js'
import { Confirm } from '../../ui/form/confirm.js'
import { Euros } from '../../ui/marks/amounts.js'
import { useAct } from '../../ui/use-act.js'
import { PresentationsTable } from '../stock/product-presentations.js'
import { StatusMark } from './product-flags.js'
import { useProductTexts } from './texts.js'

type Pack = ProductView['presentations'][number]

interface Props {
  readonly product: ProductView
  readonly mayEdit: boolean
}

/** The packs of a product; how many units one holds is read off the box by whoever has it in hand. */
export function ProductPacks({ product, mayEdit }: Props) {
  const t = useProductTexts()
  return (
    <PresentationsTable
      presentations={product.presentations}
      extra={[
        {
          key: 'price',
          header: t('packs.price'),
          align: 'right',
          cell: ({ publicPrice }) => (publicPrice === null ? '–' : <Euros of={publicPrice} />),
        },
        {
          key: 'status',
          header: t('columns.status'),
          cell: ({ status }) => <StatusMark status={status} />,
        },
        ...(mayEdit
          ? [
              {
                key: 'edit',
                header: <span className="nv-visually-hidden">{t('packs.edit')}</span>,
                cell: (pack: Pack) => <EditPack productId={product.id} pack={pack} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function EditPack({ productId, pack }: { readonly productId: string; readonly pack: Pack }) {
  const t = useProductTexts()
  const [units, setUnits] = useState(pack.unitsPerPack ?? 1)
  const { mutateAsync, isPending } = useAct({
    act: () =>
      read(
        api.products[':productId'].presentations[':presentationId'].$patch({
          param: { productId, presentationId: pack.id },
          json: { unitsPerPack: units },
        }),
      ),
    changes: ['products'],
    success: t('packs.done'),
  })
  return (
    <Confirm
      title={t('packs.editTitle')}
      verb={t('edit.verb')}
      disabled={units < 1 || units === pack.unitsPerPack}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => (
        <Button variant="default" size="compact-md" mih={32} onClick={open}>
          {t('packs.edit')}
        </Button>
      )}
    >
      <Stack gap="sm">
        <Text>{pack.label}</Text>
        <NumberInput
          label={t('packs.editTitle')}
          description={t('packs.editHelp')}
          value={units}
          onChange={(value) => setUnits(Number(value) || 0)}
          min={1}
          max={100_000}
          allowDecimal={false}
          required
          data-autofocus
        />
      </Stack>
    </Confirm>
  )
}
