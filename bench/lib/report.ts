import { median, type Ratio, type Sample } from './measure.js'

export interface Goal {
  /** « ≥ 0.50 × limit ». */
  readonly text: string
  readonly ratio: Ratio
  readonly isMet: boolean
}

/** One line of the table. */
export interface Figure {
  readonly row: string
  readonly operation: string
  readonly ours: string
  readonly limit: string
  readonly peer: string
  readonly goals: readonly Goal[]
  /** What the audit found wrong afterwards; a fast wrong number fails. */
  readonly faults: readonly string[]
  /** Processor time of PostgreSQL per operation: ours / limit / peer. */
  readonly databaseMs?: string
}

export const atLeast = (factor: number, of: string, ratio: Ratio): Goal => ({
  text: `≥ ${factor} × ${of}`,
  ratio,
  isMet: ratio.median >= factor,
})

export const atMost = (factor: number, of: string, ratio: Ratio): Goal => ({
  text: `≤ ${factor} × ${of}`,
  ratio,
  isMet: ratio.median <= factor,
})

/** A goal that is a number of its own. */
export const absolute = (text: string, value: number, isMet: boolean): Goal => ({
  text,
  ratio: { median: value, min: value, max: value },
  isMet,
})

export const isPassed = ({ goals, faults }: Figure): boolean =>
  faults.length === 0 && goals.every(({ isMet }) => isMet)

export const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

export const perSecond = (samples: readonly Sample[]): string =>
  `${number(median(samples.map((sample) => sample.perSecond)))}/s`

/** Median over the rounds of the median and of the slow end. */
export const latency = (samples: readonly Sample[]): string =>
  `${number(median(samples.map(({ p50Ms }) => p50Ms)))} / ${number(median(samples.map(({ p99Ms }) => p99Ms)))} ms`

export function databaseTime(...variants: readonly (readonly Sample[])[]): string {
  return variants
    .map((samples) => {
      const read = samples.flatMap(({ databaseMs }) => databaseMs ?? [])
      return read.length === 0 ? '—' : median(read).toFixed(2)
    })
    .join(' / ')
}

const ratioText = ({ median: middle, min, max }: Ratio): string =>
  min === max ? number(middle) : `${number(middle)} (${number(min)}–${number(max)})`

const HEADERS = ['', 'operation', 'ours', 'limit', 'peer', 'ratio', 'goal', 'pass', 'db ms/op']

/** The whole result as one table: a line per goal. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.flatMap((figure) => linesOf(figure))
  const widths = HEADERS.map((header, column) =>
    Math.max(header.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  )
  const draw = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = draw(widths.map((width) => '-'.repeat(width)))
  return [draw(HEADERS), rule, ...lines.map(draw)].join('\n')
}

function linesOf(figure: Figure): string[][] {
  const { row, operation, ours, limit, peer, goals, faults, databaseMs = '' } = figure
  const head = [row, operation, ours, limit, peer]
  const lines = goals.map(({ text, ratio, isMet }, index) => [
    ...(index === 0 ? head : ['', '', '', '', '']),
    ratioText(ratio),
    text,
    isMet ? 'yes' : 'NO',
    index === 0 ? databaseMs : '',
  ])
  if (lines.length === 0) lines.push([...head, '', '', '', databaseMs])
  for (const fault of faults) lines.push(['', '', '', '', '', '', fault, 'NO', ''])
  return lines
}
