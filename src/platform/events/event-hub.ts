import type { Logger } from 'pino'
import { z } from 'zod'
import { EstablishmentId, GroupingId } from '../../kernel/ids.js'
import type { Grant } from '../context.js'
import { ANNOUNCEMENT_CHANNEL, type Announcement } from '../outbox/announce.js'
import { listen } from './listen.js'
import { Subscription } from './subscription.js'

const Heard = z.object({
  topic: z.string(),
  groupingId: GroupingId,
  establishmentId: EstablishmentId.optional(),
  subjectId: z.string(),
})

/** Hears every announcement of the database once per process, and tells each open screen what concerns it. */
export interface EventHub {
  /** Resolves once announcements are heard. */
  readonly ready: Promise<void>
  subscribe(grants: readonly Grant[]): Subscription
  readonly subscribers: number
  close(): Promise<void>
}

export function openEventHub({
  databaseUrl,
  log,
}: {
  readonly databaseUrl: string
  readonly log: Logger
}): EventHub {
  const subscriptions = new Set<Subscription>()

  const listening = listen({
    databaseUrl,
    channel: ANNOUNCEMENT_CHANNEL,
    log,
    onMessage: (payload) => {
      const announcement = parse(payload, log)
      if (announcement === undefined) return
      for (const subscription of subscriptions) subscription.offer(announcement)
    },
    onReconnect: () => {
      for (const subscription of subscriptions) subscription.askForRefresh()
    },
  })

  return {
    ready: listening.ready,
    get subscribers() {
      return subscriptions.size
    },
    subscribe: (grants) => {
      const subscription = new Subscription(grants, () => subscriptions.delete(subscription))
      subscriptions.add(subscription)
      return subscription
    },
    close: async () => {
      for (const subscription of subscriptions) subscription.close()
      await listening.close()
    },
  }
}

/** Anybody who may connect to the database can notify: what does not parse is not passed on. */
function parse(payload: string, log: Logger): Announcement | undefined {
  try {
    const { topic, groupingId, establishmentId, subjectId } = Heard.parse(JSON.parse(payload))
    const scope = establishmentId === undefined ? {} : { establishmentId }
    return { topic, groupingId, subjectId, ...scope }
  } catch (err) {
    log.warn({ err }, 'announcement not understood')
    return undefined
  }
}
