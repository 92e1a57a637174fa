import { cpus } from 'node:os'
import { type BenchServer, openBenchServer } from './lib/bench-server.js'
import { type Options, type RowName, readOptions } from './lib/options.js'
import { type Figure, isPassed, tableOf } from './lib/report.js'
import { allocationFigures } from './rows/allocation.js'
import { custodyFigures } from './rows/custody.js'
import { httpFigures } from './rows/http.js'
import { closeFigures } from './rows/month-close.js'
import { noteFigures } from './rows/notes.js'
import { searchFigures } from './rows/search.js'
import { traceFigures } from './rows/trace.js'

type Row = (server: BenchServer, options: Options) => Promise<Figure[]>

const ROWS: Readonly<Record<RowName, Row>> = {
  A: allocationFigures,
  B: custodyFigures,
  C: closeFigures,
  D: (_, options) => noteFigures(options),
  E: traceFigures,
  F: searchFigures,
  H: (_, options) => httpFigures(options),
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const figures: Figure[] = []
  let settings = ''
  for (const row of options.rows) {
    process.stderr.write(`${row}…\n`)
    // A database of its own for each row: what one leaves behind would slow the next.
    const server = await openBenchServer()
    try {
      settings = server.settings
      figures.push(...(await ROWS[row](server, options)))
    } finally {
      await server.close()
    }
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`
  if (options.isJson) {
    process.stdout.write(`${JSON.stringify({ machine, settings, figures }, null, 2)}\n`)
  } else {
    process.stdout.write(`${machine}\nPostgreSQL: ${settings}\n\n${tableOf(figures)}\n`)
  }
  if (!figures.every(isPassed)) process.exitCode = 1
}

await main()
