import { Button } from '@mantine/core'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { ConfirmWithReason } from '../../ui/form/confirm-with-reason.js'
import { useAct } from '../../ui/use-act.js'
import { usePlaceName } from '../stock/use-place-name.js'
import { type Movement, sourceOf, targetOf } from './lot-flows.js'
import { useLotTexts } from './texts.js'

/** A mistake is undone by the contrary movement, once, with its reason. */
export function ReverseMovement({ movement }: { readonly movement: Movement }) {
  const t = useLotTexts()
  const formats = useFormats()
  const nameOf = usePlaceName()
  const act = useAct({
    act: (reason: string) =>
      read(
        api.stock.movements[':movementId'].reverse.$post({
          param: { movementId: movement.id },
          json: { reason },
        }),
      ),
    changes: ['stock', 'today'],
    success: t('reverse.done'),
    quiet: true,
  })
  return (
    <ConfirmWithReason
      title={t('reverse.title')}
      explain={t('reverse.explain', {
        units: formats.number(movement.units),
        from: nameOf(targetOf(movement)),
        to: nameOf(sourceOf(movement)),
      })}
      verb={t('reverse.verb')}
      danger
      act={act}
      button={(open) => (
        <Button variant="default" size="compact-md" mih={32} onClick={open}>
          {t('reverse.button')}
        </Button>
      )}
    />
  )
}
