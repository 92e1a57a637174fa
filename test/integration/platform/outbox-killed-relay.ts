import { writeSync } from 'node:fs'
import { systemClock } from '../../../src/kernel/calendar.js'
import { openDatabase } from '../../../src/platform/db/client.js'
import { drainOutbox } from '../../../src/platform/outbox/relay.js'
import type { JobTarget } from '../../../src/platform/queues/index.js'

/** A relay that dies at the worst moment: the queue has the jobs, the outbox does not know it yet. */
const [, , url = '', name = ''] = process.argv
const targets = new Map<string, JobTarget>([[name, { name, queue: 'runs', retry: 'once' }]])

await drainOutbox({
  db: openDatabase(url),
  queues: {
    addAll: (jobs) => {
      writeSync(1, `handed over ${jobs.map(({ jobId }) => jobId).join()}`)
      process.kill(process.pid, 'SIGKILL')
      return new Promise(() => undefined)
    },
  },
  targets,
  clock: systemClock,
})
