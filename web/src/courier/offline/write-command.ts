import type { CommandAct } from './model.js'

/** Where a command goes, below `/api/v1`. */
export function pathOf({ runId, command }: CommandAct): string {
  switch (command.name) {
    case 'start':
    case 'complete':
    case 'abort':
      return `/runs/${runId}/${command.name}`
    case 'close':
      return `/runs/${runId}/stops/${command.stopId}/close`
    case 'sign':
      return `/runs/${runId}/stops/${command.stopId}/signatures`
  }
}

/**
 * The body of a command. Its instant is the server's: the clock of the phone may be wrong, and an
 * instant in the future would be refused.
 */
export function writeCommand({ id, command, at }: CommandAct, clockOffsetMs: number): string {
  const happenedAt = new Date(Date.parse(at) + clockOffsetMs).toISOString()
  switch (command.name) {
    case 'start':
    case 'complete':
      return JSON.stringify({ at: happenedAt })
    case 'abort':
      return JSON.stringify({ reason: command.reason })
    case 'close': {
      const { outcome, reason } = command
      return JSON.stringify({ outcome, reason, at: happenedAt })
    }
    case 'sign': {
      const { signerName, signerQuality, containerCodes, strokes } = command
      return JSON.stringify({
        id,
        signerName,
        signerQuality,
        containerCodes,
        strokes,
        at: happenedAt,
      })
    }
  }
}

/** The same command without its hour: it happened when the server hears of it. */
export const withoutAt = (body: string): string =>
  JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'at' ? undefined : value)))
