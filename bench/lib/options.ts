import { parseArgs } from 'node:util'

export const ROWS = ['A', 'B', 'C', 'D', 'E', 'F', 'H'] as const
export type RowName = (typeof ROWS)[number]

export interface Options {
  readonly isQuick: boolean
  readonly isJson: boolean
  readonly rows: ReadonlySet<RowName>
  readonly rounds: number
  /** How long each variant runs in each round. */
  readonly roundMs: number
  /** A folder with an edition of the public database of medicines; made-up medicines otherwise. */
  readonly bdpmFolder: string | undefined
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      bdpm: { type: 'string' },
      only: { type: 'string', default: ROWS.join() },
    },
  })
  const asked = values.only.toUpperCase().split(',')
  const rows = ROWS.filter((row) => asked.includes(row))
  if (rows.length !== asked.length) throw new RangeError(`--only takes some of ${ROWS.join(',')}`)
  return {
    isQuick: values.quick,
    isJson: values.json,
    rows: new Set(rows),
    rounds: values.quick ? 2 : 5,
    roundMs: values.quick ? 1_000 : 3_000,
    bdpmFolder: values.bdpm,
  }
}
