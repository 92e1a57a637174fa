import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'

export type Face = 'regular' | 'bold'

const FILES: Record<Face, string> = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  bold: '600SemiBold/SourceSans3_600SemiBold.ttf',
}
const LAYOUTS_KEPT_MAX = 20_000
const THIN_SPACE_CODE = 0x202f
const THIN_SPACE_ADVANCE = 167

/**
 * Shaping a word (kerning, ligatures) is half the cost of a document, and two documents share most
 * of their words. The runs may be shared because the font has 1000 units per em: the scaling that
 * pdfkit applies in place multiplies by one.
 */
function rememberLayouts(font: fontkit.Font): fontkit.Font {
  if (font.unitsPerEm !== 1000) throw new RangeError('Shared runs need a font of 1000 units per em')
  const shape = font.layout.bind(font)
  const runs = new Map<string, fontkit.GlyphRun>()
  font.layout = (text, features) => {
    if (features) return shape(text, features)
    const known = runs.get(text)
    if (known) return known
    if (runs.size >= LAYOUTS_KEPT_MAX) runs.clear()
    const run = CODE.test(text) ? joinPairs(font, text) : widenThinSpaces(shape(text))
    runs.set(text, run)
    return run
  }
  return font
}

/** Codes, lots and numbers, hardly ever the same twice; such a character kerns with the next one only. */
const CODE = /^[A-Z0-9]{3,}$/

/** The run of a code from the remembered runs of its pairs of characters: the same glyphs and places. */
function joinPairs(font: fontkit.Font, text: string): fontkit.GlyphRun {
  const { glyphs, positions, advanceWidth } = font.layout(text.slice(-2))
  const joined = { glyphs: [...glyphs], positions: [...positions], advanceWidth }
  for (let index = text.length - 3; index >= 0; index--) {
    const pair = font.layout(text.slice(index, index + 2))
    const [glyph, position] = [pair.glyphs[0], pair.positions[0]]
    if (!glyph || !position) throw new RangeError(`No glyph for ${text[index]}`)
    joined.glyphs.unshift(glyph)
    joined.positions.unshift(position)
    joined.advanceWidth += position.xAdvance
  }
  return joined
}

/** The font's own thin space is 0.12 em: « 1 824 » read as 1824. Printers set it at a sixth of an em. */
function widenThinSpaces(run: fontkit.GlyphRun): fontkit.GlyphRun {
  for (const [index, glyph] of run.glyphs.entries()) {
    const position = run.positions[index]
    if (position && glyph.codePoints[0] === THIN_SPACE_CODE) position.xAdvance = THIN_SPACE_ADVANCE
  }
  return run
}

/** Ligature characters: shaping « ff » must keep meaning two letters when text is copied or searched. */
const LIGATURES = /[\ufb00-\ufb06]/gu

/**
 * Space and no-break space share a glyph, as do other pairs, and the parser remembers for a glyph
 * the first character that asked for it. Asking for all of them in one order makes the text inside a
 * document independent of the documents rendered before it.
 */
function nameGlyphs(font: fontkit.Font): fontkit.Font {
  for (const codePoint of font.characterSet) {
    if (!String.fromCodePoint(codePoint).match(LIGATURES)) font.glyphForCodePoint(codePoint)
  }
  return font
}

const resolve = createRequire(import.meta.url).resolve

function load(face: Face): fontkit.Font {
  const file = readFileSync(resolve(`@expo-google-fonts/source-sans-3/${FILES[face]}`))
  return rememberLayouts(nameGlyphs(fontkit.create(file)))
}

/** Parsed once per process: parsing again for each document made it 2.7 times slower. */
export const fonts: Readonly<Record<Face, fontkit.Font>> = {
  regular: load('regular'),
  bold: load('bold'),
}

/** Height of a capital, per point of size. */
export const CAP_HEIGHT = fonts.regular.capHeight / 1000

const ALWAYS_DRAWN = /^[ -~\u00a0-\u00ff]*$/
const MISSING = '□'
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu

/** The characters of `text` the fonts cannot draw. */
export const undrawable = (text: string): string[] =>
  [...text].filter(
    (character) => !fonts.regular.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  )

/**
 * Text as it can be printed: composed accents, no control character, and a visible box for a
 * character without a glyph. A comment with an emoji must not stop a delivery at night; codes and
 * lots are plain ASCII by their schema, so nothing that identifies is ever replaced.
 */
export function drawable(text: string): string {
  if (ALWAYS_DRAWN.test(text)) return text
  const composed = text
    .normalize('NFC')
    .replaceAll(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replaceAll(INVISIBLE, '')
  let result = composed
  for (const character of undrawable(composed)) result = result.replaceAll(character, MISSING)
  return result
}

/** Width in points. Words are measured as pdfkit draws them: each with the space that follows. */
export function widthOf(text: string, face: Face, points: number): number {
  let units = 0
  for (const word of text.split(/(?<= )/)) units += fonts[face].layout(word).advanceWidth
  return (units * points) / 1000
}

/** Breaks at ordinary spaces and given line ends; a word wider than the line is cut, never hidden. */
export function wrap(
  text: string,
  face: Face,
  options: { points: number; width: number },
): string[] {
  return drawableLines(text).flatMap((line) => wrapLine(line, face, options))
}

const drawableLines = (text: string): string[] => text.split('\n').map(drawable)

function wrapLine(
  line: string,
  face: Face,
  { points, width }: { points: number; width: number },
): string[] {
  const fits = (candidate: string) => widthOf(candidate, face, points) <= width
  if (fits(line)) return [line]
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (fits(longer)) {
      current = longer
      continue
    }
    if (current !== '') lines.push(current)
    current = word
    while (!fits(current)) {
      const head = longestPrefix(current, fits)
      lines.push(head)
      current = current.slice(head.length)
    }
  }
  return [...lines, current]
}

function longestPrefix(word: string, fits: (candidate: string) => boolean): string {
  let length = 1
  while (length < word.length && fits(word.slice(0, length + 1))) length++
  return word.slice(0, length)
}
