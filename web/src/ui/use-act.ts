import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { createElement } from 'react'
import { notify } from './notices.js'
import { sayDone } from './say-done.js'
import { ProblemAlert } from './state/problem-alert.js'

interface Act<Input, Output> {
  /** The call itself: `(input) => read(api.orders[':id'].submit.$post(…))`. */
  readonly act: (input: Input) => Promise<Output>
  /** Resources to read again, by the first word of their query keys. */
  readonly changes: readonly string[]
  /** Said when it is done. */
  readonly success?: string | ((output: Output) => string)
  /** The contrary act, offered beside what was said; nothing where the server would not allow it. */
  readonly undo?: (output: Output) => (() => void) | undefined
  readonly onDone?: (output: Output, input: Input) => void
  /** The page shows refusals itself, beside the fields. */
  readonly quiet?: boolean
}

/**
 * One act of a person: never optimistic, said when it is done, explained when it is refused. What the
 * server answered is shown by reading again whatever it changed.
 */
export function useAct<Input = void, Output = unknown>({
  act,
  changes,
  success,
  undo,
  onDone,
  quiet = false,
}: Act<Input, Output>): UseMutationResult<Output, Error, Input> {
  const queries = useQueryClient()
  return useMutation<Output, Error, Input>({
    mutationFn: act,
    onSuccess: async (output, input) => {
      const message = typeof success === 'function' ? success(output) : success
      if (message) sayDone(message, undo?.(output))
      onDone?.(output, input)
      await Promise.all(changes.map((root) => queries.invalidateQueries({ queryKey: [root] })))
    },
    onError: (error) => {
      if (quiet) return
      void notify({
        message: createElement(ProblemAlert, { error }),
        color: 'red',
        withBorder: true,
        autoClose: false,
      })
    },
  })
}
