import { drawCode128 } from './barcode.js'
import type { Block, Fluid } from './block.js'
import type { Ink } from './ink.js'
import type { Pages } from './render.js'
import { colour, mm, size } from './type.js'

/** What the top of every page says. */
export interface Heading {
  /** « Bon de livraison ». */
  readonly title: string
  readonly number: string
  readonly groupingName: string
  /** Left of the foot: when and by what the page was issued. */
  readonly foot: string
}

const MARGIN = mm(15)
const FOOT_HEIGHT = mm(8)

/** The flow of a numbered document: a cursor that opens a new page, with its heading, when it must. */
export class Flow {
  readonly ink: Ink
  readonly left = MARGIN
  readonly width: number
  y = 0
  readonly #pages: Pages
  readonly #heading: Heading
  readonly #bottom: number
  #freshY = 0

  constructor(pages: Pages, heading: Heading) {
    this.#pages = pages
    this.#heading = heading
    this.ink = pages.ink
    this.width = pages.width - 2 * MARGIN
    this.#bottom = pages.height - MARGIN - FOOT_HEIGHT
    pages.onFinish((page, total) => this.#drawFoot(page, total))
    this.#drawTop()
    this.#drawTitle()
  }

  get right(): number {
    return this.left + this.width
  }

  /** Height still free on this page. */
  get room(): number {
    return this.#bottom - this.y
  }

  newPage(): void {
    this.#pages.add()
    this.#drawTop()
    this.#drawContinuation()
    this.#freshY = this.y
  }

  get #isFresh(): boolean {
    return this.y === this.#freshY
  }

  /** Opens a new page unless `height` still fits. */
  need(height: number): void {
    if (height > this.room) this.newPage()
  }

  space(height: number): void {
    this.y += height
  }

  /** Places a block across the page, never split. */
  place(fluid: Fluid): Block {
    const block = fluid(this.width)
    this.need(block.height)
    block.draw(this.ink, this.left, this.y)
    this.y += block.height
    return block
  }

  /** A section title that stays with the `following` height under it. */
  section(title: string, following: number): void {
    const gap = mm(6)
    this.need(gap + size.heading + mm(2) + following)
    if (!this.#isFresh) this.space(gap)
    this.ink.text(title, this.left, this.y + size.heading * 0.8, {
      points: size.heading,
      face: 'bold',
    })
    this.space(size.heading + mm(2))
  }

  #drawTop(): void {
    const { groupingName, number } = this.#heading
    const top = MARGIN
    this.ink.text(groupingName, this.left, top + 8, { points: 11, face: 'bold' })
    this.ink.text('groupement de coopération sanitaire', this.left, top + 19, {
      points: size.small + 0.5,
      colour: colour.muted,
    })
    drawCode128(this.ink, number, { right: this.right, y: top, height: mm(8) })
    this.ink.text(number, this.right, top + mm(8) + 9, {
      points: size.small + 0.5,
      align: 'right',
    })
    const under = top + mm(13)
    this.ink.line([this.left, under], [this.right, under], { width: 1.2, colour: colour.accent })
    this.y = under + mm(4)
  }

  #drawTitle(): void {
    const { title, number } = this.#heading
    this.ink.text(title, this.left, this.y + size.title * 0.8, { points: size.title, face: 'bold' })
    this.ink.text(number, this.right, this.y + size.title * 0.8, {
      points: size.title - 5,
      align: 'right',
    })
    this.space(size.title + mm(3))
  }

  #drawContinuation(): void {
    const { title, number } = this.#heading
    this.ink.text(`${title} ${number} (suite)`, this.left, this.y + size.heading * 0.8, {
      points: size.heading,
      face: 'bold',
    })
    this.space(size.heading + mm(4))
  }

  #drawFoot(page: number, total: number): void {
    const { title, number, foot } = this.#heading
    const rule = this.#bottom + mm(3)
    const baseline = rule + mm(4.2)
    this.ink.rule(this.left, rule, this.width)
    const style = { points: size.small, colour: colour.muted }
    this.ink.text(`${title} ${number} · ${foot}`, this.left, baseline, style)
    this.ink.text(`Page ${page}/${total}`, this.right, baseline, {
      ...style,
      face: 'bold',
      align: 'right',
    })
  }
}
