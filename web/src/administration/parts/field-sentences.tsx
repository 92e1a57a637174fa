import { useEffect, useRef } from 'react'
import { useExplained } from '../../ui/state/use-explained.js'

export interface FieldsOfForm {
  setErrors(errors: Record<string, string>): void
}

interface Props {
  readonly error: Error
  readonly form: FieldsOfForm
}

/** Puts each sentence of a refusal beside the field it is about. */
export function FieldSentences({ error, form }: Props) {
  const { fields } = useExplained(error)
  const shown = useRef<Error>(undefined)
  useEffect(() => {
    if (shown.current === error) return
    shown.current = error
    form.setErrors(Object.fromEntries(fields.map(({ path, sentence }) => [path, sentence])))
  }, [error, fields, form])
  return null
}
