import { type Logger, pino } from 'pino'

/** Fields that could name a person or open a door: never written, wherever they appear at these places. */
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'password',
  'token',
  '*.password',
  '*.token',
  '*.email',
  '*.displayName',
]

/** Structured JSON logs without personal data: ids, codes and durations only. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: { service: 'navette' },
    redact: { paths: REDACTED, censor: '[removed]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
