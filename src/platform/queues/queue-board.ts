import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import type { Queues } from './queues.js'

export const QUEUE_BOARD_PATH = '/admin/queues'

/**
 * The queues in a browser, for administrators: mount it at `QUEUE_BOARD_PATH` behind authentication.
 * It shows every grouping's jobs, which hold ids only. Read-only: retrying a job goes through its
 * dead letter, which is audited.
 */
export function queueBoard(queues: Queues, path = QUEUE_BOARD_PATH): Hono {
  const server = new HonoAdapter(serveStatic)
  createBullBoard({
    queues: queues.boardSources.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: server,
    options: { uiConfig: { boardTitle: 'Navette' } },
  })
  server.setBasePath(path)
  return server.registerPlugin()
}
