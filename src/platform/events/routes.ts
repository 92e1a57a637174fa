import { streamSSE } from 'hono/streaming'
import { contract, createRouter } from '../http/contract.js'
import type { EventHub } from './event-hub.js'
import type { ScreenEvent, Subscription } from './subscription.js'

export interface EventStreamLimits {
  /** Proxies cut a line that stays silent for long, often a minute. */
  readonly heartbeatMs: number
  /** Rights are read when a stream opens: it ends, and the browser opens another, so that they stay true. */
  readonly lifetimeMs: number
}

const LIMITS: EventStreamLimits = { heartbeatMs: 20_000, lifetimeMs: 15 * 60_000 }
const RECONNECT_MS = 2_000

/** What changes, as it changes: open screens read again what they show. */
export const eventRoutes = (
  hub: EventHub,
  { heartbeatMs, lifetimeMs }: EventStreamLimits = LIMITS,
) =>
  createRouter().get(
    '/events',
    contract({
      operationId: 'streamEvents',
      summary: 'What changes, as server-sent events',
      description:
        'Event `changed`: data is `{ topic, groupingId, establishmentId?, subjectId }`, never content. ' +
        'Event `refresh`: something may have been missed, read everything again.',
      tag: 'Events',
      roles: 'any',
      answers: { 200: { description: 'text/event-stream, until either side ends it' } },
    }),
    (c) => {
      const subscription = hub.subscribe(c.var.ctx.actor.grants)
      // Without it, nginx collects events before passing them on.
      c.header('X-Accel-Buffering', 'no')
      return streamSSE(c, async (stream) => {
        stream.onAbort(() => subscription.close())
        const end = setTimeout(() => subscription.close(), lifetimeMs)
        try {
          await stream.write(`retry: ${RECONNECT_MS}\n\n`)
          await tell(subscription, heartbeatMs, (text) => stream.write(text))
        } finally {
          clearTimeout(end)
          subscription.close()
        }
      })
    },
  )

async function tell(
  subscription: Subscription,
  heartbeatMs: number,
  write: (text: string) => Promise<unknown>,
): Promise<void> {
  while (!subscription.isClosed) {
    const events = await subscription.next(heartbeatMs)
    // `write` waits while the screen's connection is full; meanwhile the subscription's buffer is the bound.
    await write(events.length === 0 ? ': still here\n\n' : events.map(wireOf).join(''))
  }
}

/** The text/event-stream format of the HTML standard, §9.2. */
function wireOf(event: ScreenEvent): string {
  const data = event.kind === 'changed' ? JSON.stringify(event.announcement) : '{}'
  return `event: ${event.kind}\ndata: ${data}\n\n`
}
