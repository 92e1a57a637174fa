import { ZodError } from 'zod'
import { DomainError, type DomainErrorCode, type ErrorDetails } from '../../src/kernel/errors.js'

/** What a rendering thread is asked for, one at a time. */
export interface RenderRequest {
  readonly kind: string
  readonly data: unknown
}

/** What it answers. An error loses its class between threads, and its class decides about a retry. */
export type RenderAnswer =
  | { readonly outcome: 'drawn'; readonly bytes: Uint8Array }
  | {
      readonly outcome: 'refused'
      readonly code: DomainErrorCode
      readonly message: string
      readonly details: ErrorDetails
    }
  | { readonly outcome: 'unfit'; readonly issues: ZodError['issues'] }
  | { readonly outcome: 'failed'; readonly message: string; readonly stack: string }

export type FailedAnswer = Exclude<RenderAnswer, { outcome: 'drawn' }>

export function answerFor(error: unknown): FailedAnswer {
  if (error instanceof DomainError) {
    const { code, message, details } = error
    return { outcome: 'refused', code, message, details }
  }
  if (error instanceof ZodError) return { outcome: 'unfit', issues: error.issues }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return { outcome: 'failed', message, stack }
}

export function errorFrom(answer: FailedAnswer): Error {
  switch (answer.outcome) {
    case 'refused':
      return new DomainError(answer.code, answer.message, answer.details)
    case 'unfit':
      return new ZodError(answer.issues)
    case 'failed':
      return Object.assign(new Error(answer.message), { stack: answer.stack })
  }
}
