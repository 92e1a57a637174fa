import { z } from 'zod'
import { declareJob } from '../declare.js'

/** Brings the catalogue to an edition of the public medicines database that somebody uploaded. */
export const importBdpm = declareJob({
  name: 'catalogue.import-bdpm',
  queue: 'catalogue',
  payload: z.strictObject({ importId: z.uuid() }),
  retry: 'transient',
  jobId: ({ importId }) => `import-bdpm-${importId}`,
})
