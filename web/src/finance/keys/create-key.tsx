import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { CostPoolView } from '../../../../src/billing/schema.js'
import { useUiTexts } from '../../ui/texts.js'
import { keysQuery } from '../kit/queries.js'
import { usePeriods } from '../kit/use-periods.js'
import { KeyForm } from './key-form.js'
import { useKeysTexts } from './texts.js'

/** Gives a pool its next key: seen on a real month before it is put in force. */
export function CreateKey({ pool }: { readonly pool: CostPoolView }) {
  const texts = useKeysTexts()
  const ui = useUiTexts()
  const [isOpen, { open, close }] = useDisclosure(false)
  const { data: keys } = useQuery(keysQuery(pool.id))
  const { query: periods } = usePeriods()
  return (
    <>
      <Button
        variant="default"
        onClick={open}
        aria-label={texts('create.buttonFor', { pool: pool.label })}
      >
        {texts('create.button')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        size="xl"
        title={texts('create.title', { pool: pool.label })}
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        {isOpen && keys && periods.data ? (
          <KeyForm pool={pool} current={keys[0]} onClose={close} />
        ) : null}
      </Modal>
    </>
  )
}
