// A process of its own that starts the embedded database: `node embedded-program.ts <folder> [mode]`.
// Prints what it got as one line of JSON; stops the server when its standard input closes.
import { DomainError } from '../../../src/kernel/errors.js'
import { startEmbeddedPostgres } from '../../../src/platform/db/embedded/index.js'

const [directory = '', mode] = process.argv.slice(2)

try {
  const postgres = await startEmbeddedPostgres({
    directory,
    durable: true,
    ...(mode === 'copy' ? { mode } : {}),
  })
  console.log(
    JSON.stringify({
      pid: postgres.pid,
      mode: postgres.mode,
      isShared: postgres.isShared,
      url: postgres.url(),
    }),
  )
  process.stdin.resume().once('end', () => void postgres.stop().then(() => process.exit()))
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  console.log(JSON.stringify({ refused: error.message, code: error.code, ...error.details }))
}
