import { runCli } from './cli/program.js'

/** Everything is closed by then; whatever a library still holds must not keep the process alive. */
const LINGER_MS = 3_000

process.exitCode = await runCli(process.argv)
setTimeout(() => process.exit(), LINGER_MS).unref()
