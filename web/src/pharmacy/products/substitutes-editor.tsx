import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ProductHit, ProductView, SubstituteView } from '../../../../src/catalogue/schema.js'
import { api, read } from '../../api/client.js'
import { useGrouping } from '../../app/place.js'
import { Confirm } from '../../ui/form/confirm.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { useAct } from '../../ui/use-act.js'
import { ChooseProduct } from '../receipts/choose-product.js'
import { useProductTexts } from './texts.js'

interface Props {
  readonly product: ProductView
  readonly mayEdit: boolean
}

/** What may be given when this product is short. */
export function SubstitutesEditor({ product, mayEdit }: Props) {
  const t = useProductTexts()
  return (
    <Panel
      title={t('substitutes.title')}
      aside={mayEdit ? <AddSubstitute product={product} /> : null}
    >
      <Text size="sm" c="dimmed">
        {t('substitutes.help')}
      </Text>
      {product.substitutes.length === 0 ? <Text>{t('substitutes.none')}</Text> : null}
      <Stack gap="xs">
        {product.substitutes.map((substitute) => (
          <Group
            key={`${substitute.groupingId} ${substitute.substituteId}`}
            justify="space-between"
            wrap="nowrap"
          >
            <div>
              <PathLink to={`/pharmacie/produits/${substitute.substituteId}`}>
                {substitute.denomination}
              </PathLink>
              {substitute.note ? (
                <Text size="sm" c="dimmed">
                  {substitute.note}
                </Text>
              ) : null}
            </div>
            {mayEdit ? <RemoveSubstitute substitute={substitute} /> : null}
          </Group>
        ))}
      </Stack>
    </Panel>
  )
}

function AddSubstitute({ product }: Pick<Props, 'product'>) {
  const t = useProductTexts()
  const grouping = useGrouping('pharmacy')
  const [chosen, setChosen] = useState<ProductHit>()
  const [note, setNote] = useState('')
  const [isChoosing, setChoosing] = useState(false)
  const { mutateAsync, isPending } = useAct({
    act: (input: { readonly groupingId: string; readonly substituteId: string }) =>
      read(api.substitutes.$post({ json: { ...input, productId: product.id, note: note.trim() } })),
    changes: ['products'],
    success: t('substitutes.added'),
    onDone: () => {
      setChosen(undefined)
      setNote('')
    },
  })
  return (
    <>
      <Confirm
        title={t('substitutes.add')}
        verb={t('substitutes.verb')}
        disabled={chosen === undefined}
        isPending={isPending}
        onConfirm={async () => {
          if (chosen === undefined || grouping === undefined) return
          await mutateAsync({ groupingId: grouping.id, substituteId: chosen.id })
        }}
        button={(open) => (
          <Button variant="default" onClick={open}>
            {t('substitutes.add')}
          </Button>
        )}
      >
        <Stack gap="sm">
          {chosen === undefined ? null : (
            <Text>
              {t('substitutes.chosen')}
              {'\u00a0: '}
              <b>{chosen.denomination}</b>
            </Text>
          )}
          <Button variant="default" onClick={() => setChoosing(true)} data-autofocus>
            {t('substitutes.choose')}
          </Button>
          <TextInput
            label={t('substitutes.note')}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            maxLength={500}
          />
        </Stack>
      </Confirm>
      <ChooseProduct isOpen={isChoosing} onClose={() => setChoosing(false)} onChoose={setChosen} />
    </>
  )
}

function RemoveSubstitute({ substitute }: { readonly substitute: SubstituteView }) {
  const t = useProductTexts()
  const { groupingId, productId, substituteId, denomination } = substitute
  const { mutateAsync, isPending } = useAct({
    act: () =>
      read(
        api.substitutes[':groupingId'][':productId'][':substituteId'].$delete({
          param: { groupingId, productId, substituteId },
        }),
      ),
    changes: ['products'],
    success: t('substitutes.removed'),
  })
  return (
    <Confirm
      title={t('substitutes.removeTitle')}
      verb={t('substitutes.remove')}
      danger
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => (
        <Button
          variant="subtle"
          onClick={open}
          aria-label={`${t('substitutes.remove')} : ${denomination}`}
        >
          {t('substitutes.remove')}
        </Button>
      )}
    >
      <Text>{t('substitutes.removeExplain', { name: denomination })}</Text>
    </Confirm>
  )
}
