import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { drawable, fonts, undrawable, widthOf, wrap } from './fonts.js'

describe('the fonts', () => {
  test('draw every character a French document needs', () => {
    expect(undrawable('ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸàâçéèêëîïôœùûüÿæ€«»’–—…·•×≤≥°µ²³½\u202f\u00a0−□')).toEqual([])
  })

  test('name a glyph that two characters share by the first, whatever was drawn before', () => {
    expect(fonts.regular.layout('\u2011').glyphs[0]?.codePoints).toEqual([0x2d])
    expect(fonts.bold.layout('\u00a0').glyphs[0]?.codePoints).toEqual([0x20])
    expect(fonts.regular.layout('ff').glyphs[0]?.codePoints).toEqual([0x66, 0x66])
  })

  test('digits share one width, so that columns of figures align', () => {
    const widths = new Set([...'0123456789'].map((digit) => widthOf(digit, 'regular', 9)))
    expect(widths.size).toBe(1)
  })

  test.prop([fc.stringMatching(/^[A-Z0-9]{3,20}$/), fc.constantFrom('regular', 'bold')])(
    'place the characters of a code as the font itself does',
    (code, face) => {
      const seen = (run: ReturnType<typeof fonts.regular.layout>) => ({
        glyphs: run.glyphs.map(({ id }) => id),
        // By name: whoever draws leaves marks of its own on the glyphs it shares.
        positions: run.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => {
          return { xAdvance, yAdvance, xOffset, yOffset }
        }),
        advanceWidth: run.advanceWidth,
      })
      // With a list of features, nothing is remembered.
      expect(seen(fonts[face].layout(code))).toEqual(seen(fonts[face].layout(code, [])))
    },
  )
})

describe('drawable', () => {
  test('composes accents, drops control characters and shows what it cannot draw', () => {
    expect(drawable('e\u0301te\u0301\u0007')).toBe('été')
    expect(drawable('lot 🧊 漢')).toBe('lot □ □')
    expect(drawable('e\ufb00et')).toBe('effet')
  })

  test.prop([fc.string({ unit: 'grapheme' })])('always gives text the fonts can draw', (text) => {
    expect(undrawable(drawable(text))).toEqual([])
  })
})

describe('wrap', () => {
  const width = 60

  test.prop([fc.string({ unit: 'grapheme-ascii', maxLength: 60 })])(
    'loses no character',
    (text) => {
      const lines = wrap(text, 'regular', { points: 9, width })
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    },
  )

  test.prop([fc.string({ unit: 'grapheme', maxLength: 60 })])(
    'never writes past the width',
    (text) => {
      const lines = wrap(text, 'regular', { points: 9, width })
      expect(
        lines.filter((line) => widthOf(line, 'regular', 9) > width && line.length > 1),
      ).toEqual([])
    },
  )

  test('keeps a figure with its unit', () => {
    expect(wrap('Livré 1\u202f200\u00a0u', 'regular', { points: 9, width: 45 })).toEqual([
      'Livré',
      '1\u202f200\u00a0u',
    ])
  })
})
