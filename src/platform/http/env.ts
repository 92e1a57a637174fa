import type { Logger } from 'pino'
import type { Context } from '../context.js'

/** What every handler finds on its Hono context. */
export interface AppEnv {
  Variables: {
    requestId: string
    log: Logger
    /** Set by the authentication middleware; every route under /api/v1 has one. */
    ctx: Context
    /** Answers are checked against their schema: on in tests and in demo mode, off in production. */
    checksReplies: boolean
  }
}
