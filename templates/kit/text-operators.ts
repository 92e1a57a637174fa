interface Position {
  readonly xAdvance: number
  readonly advanceWidth: number
}

interface EmbeddedFont {
  readonly id: string
  ref(): unknown
  encode(text: string): [codes: readonly string[], positions: readonly Position[]]
}

/** The two members of pdfkit that its types leave out. */
interface Internals {
  readonly page: { readonly fonts: Record<string, unknown> }
  readonly _font: EmbeddedFont
}

const internalsOf = (doc: unknown): Internals => doc as Internals

/** Four decimals of a point are finer than any printer. */
export const shortest = (value: number): string => String(Number(value.toFixed(4)))

export interface TextRun {
  readonly text: string
  readonly points: number
  /** `#rgb` or `#rrggbb`. */
  readonly colour: string
  readonly left: number
  readonly baseline: number
}

/**
 * One line as page operators, in the current font of `doc`. pdfkit's own text call measures each line
 * twice and saves, flips and restores the page around it: that was half of drawing a note.
 */
export function textOperators(doc: PDFKit.PDFDocument, run: TextRun): string {
  const { page, _font: font } = internalsOf(doc)
  page.fonts[font.id] ??= font.ref()
  const face = `/${font.id} ${shortest(run.points)} Tf`
  // The page counts from its top, and text would stand on its head: the matrix turns it.
  const place = `1 0 0 -1 ${shortest(run.left)} ${shortest(run.baseline)} Tm`
  const glyphs = glyphArray(...font.encode(run.text))
  return `q ${colourOperands(run.colour)} rg BT ${face} ${place} ${glyphs} TJ ET Q`
}

/** Glyphs, with a correction where one does not advance by its own width: kerning, thin spaces. */
function glyphArray(codes: readonly string[], positions: readonly Position[]): string {
  let hex = ''
  for (const [index, code] of codes.entries()) {
    hex += code
    const position = positions[index]
    const correction = position ? position.advanceWidth - position.xAdvance : 0
    if (correction !== 0) hex += `> ${shortest(correction)} <`
  }
  return `[<${hex}>]`
}

/** The palette is small, and a page writes the same few colours hundreds of times. */
const operands = new Map<string, string>()

function colourOperands(colour: string): string {
  const known = operands.get(colour)
  if (known !== undefined) return known
  const digits = colour.slice(1)
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits
  const parts = [0, 2, 4].map((from) => Number.parseInt(full.slice(from, from + 2), 16) / 255)
  const written = parts.map(shortest).join(' ')
  operands.set(colour, written)
  return written
}
