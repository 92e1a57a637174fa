import { stderr, stdout } from 'node:process'
import { ZodError } from 'zod'
import { ConfigError, wantsStacks } from '../config.js'
import { DomainError } from '../kernel/errors.js'
import { typeset } from '../start/french.js'

/** Exit codes: 0 done, 1 refused or found wrong, 2 misused, 3 failed for a reason we did not foresee. */
export const EXIT = { done: 0, refused: 1, misused: 2, failed: 3 } as const

/** Prints a result for a person, or as one JSON document with `--json`. */
export function report(
  result: unknown,
  { json, text }: { json: boolean; text: () => string },
): void {
  stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : `${typeset(text())}\n`)
}

/** One sentence for a person, on the error output; or one JSON document with `--json`. */
export function complain(message: string, { json, code }: { json: boolean; code: string }): void {
  if (json) stdout.write(`${JSON.stringify({ error: { message, code } })}\n`)
  else stderr.write(typeset(`✕ ${message}\n`))
}

/** Tells what went wrong, and answers the exit code. */
export function explain(error: unknown, json: boolean): number {
  const { message, code, exit } = told(error)
  complain(message, { json, code })
  if (wantsStacks() && error instanceof Error) stderr.write(`${error.stack}\n`)
  return exit
}

interface Told {
  readonly message: string
  readonly code: string
  readonly exit: number
}

function told(error: unknown): Told {
  if (error instanceof ConfigError) {
    return { message: error.message, code: 'configuration', exit: EXIT.misused }
  }
  if (error instanceof ZodError) {
    const [issue] = error.issues
    const message = `La valeur de « ${issue?.path.join('.')} » est refusée : ${issue?.message}.`
    return { message, code: 'invalid-input', exit: EXIT.misused }
  }
  if (error instanceof DomainError) {
    return { message: inFrench(error), code: error.code, exit: EXIT.refused }
  }
  const words = error instanceof Error ? error.message.trim() : String(error)
  const message = `Défaillance imprévue (${words.split('\n').at(-1)}) : relancez avec NAVETTE_LOG_LEVEL=debug pour en voir le détail.`
  return { message, code: 'failure', exit: EXIT.failed }
}

/** The capabilities refuse in English, for every client alike; what the command line refuses itself is French. */
const inFrench = ({ message }: DomainError): string =>
  FRENCH.test(message) ? message : `Navette a refusé : ${message}`

const FRENCH = /[àâçéèêëîïôùûœ’]| : /i
