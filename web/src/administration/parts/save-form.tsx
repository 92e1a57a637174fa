import { Stack } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { FormFoot } from './form-foot.js'
import { FormProblem } from './form-problem.js'

interface Props<Values> {
  readonly initialValues: Values
  readonly save: (values: Values) => Promise<unknown>
  /** Resources to read again, by the first word of their query keys. */
  readonly changes: readonly string[]
  /** Said when it is done. */
  readonly success: string
  readonly onClose: () => void
  readonly children: (form: UseFormReturnType<Values>) => ReactNode
}

/** Fields, what the server refuses beside them, and the two buttons: one act of a dialog. */
export function SaveForm<Values extends Record<string, unknown>>(props: Props<Values>) {
  const { initialValues, save, changes, success, onClose, children } = props
  const ui = useUiTexts()
  const form = useForm<Values>({ initialValues })
  const act = useAct({ act: save, changes, success, quiet: true, onDone: onClose })
  return (
    <form onSubmit={form.onSubmit((values) => act.mutate(values))}>
      <Stack>
        {children(form)}
        <FormProblem error={act.error} form={form} />
        <FormFoot verb={ui('save')} isPending={act.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
