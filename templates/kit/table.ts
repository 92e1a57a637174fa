import type { Block, Fluid } from './block.js'
import { paragraph } from './block.js'
import type { Flow } from './page.js'
import { colour, mm, size } from './type.js'

export interface Column<Row> {
  readonly header: string
  /** Millimetres; the column without a width takes what is left. */
  readonly width?: number
  readonly align?: 'left' | 'right' | 'center'
  cell(row: Row): string | Fluid
}

export interface TableOptions<Row> {
  /** A last row in bold under a strong rule; kept with the last rows. */
  readonly total?: readonly string[]
  readonly points?: number
  /** A section title, kept with the first row. */
  readonly title?: string
  /** Never split at all; for a few rows only. */
  readonly together?: boolean
  /** A thin rule instead of none above this row; every row by default. */
  ruled?(row: Row, index: number): boolean
}

interface Track {
  readonly x: number
  readonly width: number
}

const PADDING_X = mm(1.2)
const PADDING_Y = mm(1.1)

/** Draws rows one by one: never a split row, the header again on every page (pdfkit's own table repeats none). */
export function table<Row>(
  flow: Flow,
  definition: readonly Column<Row>[],
  rows: readonly Row[],
  options: TableOptions<Row> = {},
): void {
  const grid = new Grid(flow, definition, options.points ?? size.body)
  const total = options.total ? grid.line(options.total, 'bold') : undefined
  const blocks = rows.map((row) => grid.row(row))
  const kept = options.together ? blocks : blocks.slice(0, 1)
  const opening = kept.reduce((height, block) => height + block.height, grid.headerHeight)
  if (options.title) flow.section(options.title, opening)
  else flow.need(opening)
  grid.drawHeader()
  for (const [index, row] of rows.entries()) {
    const block = blocks[index]
    if (!block) continue
    const isLast = index === rows.length - 1
    const wanted = block.height + (isLast ? (total?.height ?? 0) : 0)
    if (wanted > flow.room) {
      flow.newPage()
      grid.drawHeader()
    } else if (index > 0 && (options.ruled?.(row, index) ?? true)) {
      flow.ink.rule(flow.left, flow.y, flow.width)
    }
    block.draw(flow.ink, flow.left, flow.y)
    flow.space(block.height)
  }
  flow.ink.line([flow.left, flow.y], [flow.right, flow.y], { width: 0.9 })
  if (total) {
    total.draw(flow.ink, flow.left, flow.y)
    flow.space(total.height)
  }
}

class Grid<Row> {
  readonly #flow: Flow
  readonly #definition: readonly Column<Row>[]
  readonly #points: number
  readonly #tracks: readonly Track[]
  readonly #header: Block

  constructor(flow: Flow, definition: readonly Column<Row>[], points: number) {
    this.#flow = flow
    this.#definition = definition
    this.#points = points
    this.#tracks = tracksOf(definition, flow.width)
    this.#header = this.#across(
      definition.map(({ header, align = 'left' }) =>
        paragraph(header, { points: size.small, face: 'bold', align }),
      ),
    )
  }

  get headerHeight(): number {
    return this.#header.height
  }

  drawHeader(): void {
    const { ink, left, width, y } = this.#flow
    ink.fill({ x: left, y, width, height: this.headerHeight }, colour.shade)
    this.#header.draw(ink, left, y)
    this.#flow.space(this.headerHeight)
    ink.line([left, this.#flow.y], [left + width, this.#flow.y], { width: 0.9 })
  }

  row(row: Row): Block {
    return this.#across(
      this.#definition.map(({ cell, align = 'left' }) => {
        const content = cell(row)
        return typeof content === 'string'
          ? paragraph(content, { points: this.#points, align })
          : content
      }),
    )
  }

  line(texts: readonly string[], face: 'regular' | 'bold'): Block {
    return this.#across(
      this.#definition.map(({ align = 'left' }, index) =>
        paragraph(texts[index] ?? '', { points: this.#points, face, align }),
      ),
    )
  }

  #across(cells: readonly Fluid[]): Block {
    const blocks = cells.map((cell, index) =>
      cell((this.#tracks[index]?.width ?? 0) - 2 * PADDING_X),
    )
    const inner = Math.max(0, ...blocks.map((block) => block.height))
    return {
      height: inner + 2 * PADDING_Y,
      draw: (ink, x, y) => {
        for (const [index, block] of blocks.entries()) {
          const left = x + (this.#tracks[index]?.x ?? 0) + PADDING_X
          block.draw(ink, left, y + PADDING_Y)
        }
      },
    }
  }
}

function tracksOf(definition: readonly { readonly width?: number }[], width: number): Track[] {
  const fixed = definition.reduce((total, column) => total + mm(column.width ?? 0), 0)
  const free = definition.filter((column) => column.width === undefined).length
  let x = 0
  return definition.map((column) => {
    const own = column.width === undefined ? (width - fixed) / free : mm(column.width)
    const track = { x, width: own }
    x += own
    return track
  })
}
