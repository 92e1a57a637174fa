import { Button, Text } from '@mantine/core'
import type { StatementView } from '../../../../src/billing/schema.js'
import { api, read } from '../../api/client.js'
import { dayOf } from '../../texts/formats.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import { useStatementsTexts } from './texts.js'

/** Makes a statement final, once its window is over or its dispute settled. */
export function FinaliseStatement({ statement }: { readonly statement: StatementView }) {
  const texts = useStatementsTexts()
  const { mutateAsync, isPending } = useAct({
    act: () => read(api.statements[':id'].finalise.$post({ param: { id: statement.id } })),
    changes: ['statements', 'periods'],
    success: texts('finalise.done'),
  })
  const { number, state, disputeUntil } = statement
  const mayBeFinal =
    state === 'disputed' || (state === 'issued' && dayOf(Date.now()) > disputeUntil)
  if (!mayBeFinal) return null
  return (
    <Confirm
      title={texts('finalise.ask', { number })}
      verb={texts('finalise.button')}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => <Button onClick={open}>{texts('finalise.button')}</Button>}
    >
      <Text>{texts('finalise.what')}</Text>
    </Confirm>
  )
}
