import type { Options } from './options.js'

/** One way of doing an operation. Answers false when there is nothing left to do it on. */
export type Work = () => Promise<boolean | undefined>

export interface Variant {
  readonly work: Work
  readonly concurrency?: number
  /** Runs before each round, outside the measured time. */
  prepare?(): Promise<void>
}

/** What one variant did in one round. */
export interface Sample {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Milliseconds of processor time of PostgreSQL per operation; undefined where it cannot be read. */
  readonly databaseMs: number | undefined
}

export type Samples<Name extends string> = Readonly<Record<Name, readonly Sample[]>>

const OPERATIONS_MAX = 200_000

/**
 * Runs the variants in turn, round after round, so that a noisy neighbour disturbs all of them alike.
 * Every loop ends by time and by count.
 */
export async function interleave<Name extends string>(
  variants: Readonly<Record<Name, Variant>>,
  { rounds, roundMs }: Options,
  readCpuMs: () => number | undefined = () => undefined,
): Promise<Samples<Name>> {
  const names = Object.keys(variants) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<
    Name,
    Sample[]
  >
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      await variants[name].prepare?.()
      // The first round warms caches and compilers up, and is not counted.
      const ms = round === 0 ? roundMs / 3 : roundMs
      const sample = await run(variants[name], ms, readCpuMs)
      if (round > 0) samples[name].push(sample)
    }
  }
  return samples
}

async function run(
  { work, concurrency = 1 }: Variant,
  ms: number,
  readCpuMs: () => number | undefined,
): Promise<Sample> {
  const times: number[] = []
  const cpuBefore = readCpuMs()
  const start = performance.now()
  let isOver = false
  const loop = async () => {
    while (!isOver && times.length < OPERATIONS_MAX) {
      const before = performance.now()
      if (before - start >= ms) break
      if ((await work()) === false) isOver = true
      else times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, loop))
  const elapsed = performance.now() - start
  const cpuAfter = readCpuMs()
  if (times.length === 0) throw new Error('A variant did nothing in a round')
  times.sort((a, b) => a - b)
  return {
    perSecond: (times.length / elapsed) * 1000,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    databaseMs:
      cpuBefore === undefined || cpuAfter === undefined
        ? undefined
        : (cpuAfter - cpuBefore) / times.length,
  }
}

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}

export interface Ratio {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Round by round, never between two runs. */
export function ratioOf(above: readonly number[], below: readonly number[]): Ratio {
  const ratios = above.map((value, round) => value / (below[round] ?? Number.NaN))
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) }
}

export const rates = (samples: readonly Sample[]): number[] =>
  samples.map(({ perSecond }) => perSecond)
