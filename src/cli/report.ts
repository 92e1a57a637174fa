import { stderr, stdout } from 'node:process'
import { ConfigError } from '../config.js'
import { DomainError } from '../kernel/errors.js'

/** Exit codes: 0 done, 1 refused or found wrong, 2 misused, 3 failed for a reason we did not foresee. */
export const EXIT = { done: 0, refused: 1, misused: 2, failed: 3 } as const

/** Prints a result for a person, or as one JSON document with `--json`. */
export function report(
  result: unknown,
  { json, text }: { json: boolean; text: () => string },
): void {
  stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : `${text()}\n`)
}

/** One clear sentence for what we foresaw; the stack only for what we did not. */
export function explain(error: unknown, json: boolean): number {
  const foreseen = error instanceof DomainError || error instanceof ConfigError
  const message = error instanceof Error ? error.message : String(error)
  if (json) stdout.write(`${JSON.stringify({ error: { message, code: codeOf(error) } })}\n`)
  else stderr.write(foreseen ? `✕ ${message}\n` : `✕ ${stackOf(error)}\n`)
  if (error instanceof ConfigError) return EXIT.misused
  return foreseen ? EXIT.refused : EXIT.failed
}

const codeOf = (error: unknown): string => (error instanceof DomainError ? error.code : 'failure')
const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
