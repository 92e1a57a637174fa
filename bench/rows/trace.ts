import type { BenchServer } from '../lib/bench-server.js'
import type { Options } from '../lib/options.js'
import type { Figure } from '../lib/report.js'

export async function traceFigures(_: BenchServer, __: Options): Promise<Figure[]> {
  return []
}
