import { lazy, Suspense } from 'react'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import type { FieldsOfForm } from './field-sentences.js'

/** Every sentence of every refusal is long to load, and seldom needed. */
const FieldSentences = lazy(() =>
  import('./field-sentences.js').then((module) => ({ default: module.FieldSentences })),
)

interface Props {
  readonly error: Error | null
  readonly form: FieldsOfForm
}

/** What the server refused: above the buttons as a whole, and beside each field it names. */
export function FormProblem({ error, form }: Props) {
  if (error === null) return null
  return (
    <>
      <ProblemAlert error={error} comesIntoView />
      <Suspense fallback={null}>
        <FieldSentences error={error} form={form} />
      </Suspense>
    </>
  )
}
