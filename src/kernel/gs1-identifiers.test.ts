import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { referenceFolder } from '../../test/reference-data.js'
import { parseScan } from './gs1.js'
import { GS1_IDENTIFIERS, type Gs1Component, leadingIdentifier } from './gs1-identifiers.js'

const identifiers = [...GS1_IDENTIFIERS.values()]
const lengths = (components: readonly Gs1Component[]) => ({
  min: components.reduce((sum, part) => sum + (part.isOptional ? 0 : part.minLength), 0),
  max: components.reduce((sum, part) => sum + part.maxLength, 0),
})

describe('the GS1 identifiers', () => {
  test('that end by their own length are those of the standard', () => {
    const families = identifiers
      .filter(({ isPredefinedLength }) => isPredefinedLength)
      .map(({ ai }) => ai.slice(0, 2))
    expect([...new Set(families)].toSorted()).toEqual(
      '00 01 02 03 11 12 13 15 16 17 20 31 32 33 34 35 36 41'.split(' '),
    )
  })

  test('of predefined length have one length only', () => {
    for (const { ai, isPredefinedLength, components } of identifiers) {
      const { min, max } = lengths(components)
      if (isPredefinedLength) expect(min, ai).toBe(max)
    }
  })

  test('never begin one another', () => {
    for (const { ai } of identifiers) expect(leadingIdentifier(`${ai}999`)?.ai).toBe(ai)
  })

  test.each([
    ['00', '376104250021234569'],
    ['01', '03400930039946'],
    ['11', '260101'],
    ['17', '271200'],
    ['20', '01'],
    ['3103', '001250'],
    ['3645', '123456'],
    ['410', '3012345678902'],
  ])('(%s) needs no separator before the next one', (ai, value) => {
    const { elements } = parseScan(`]d2${ai}${value}10LOT`)
    expect(elements).toEqual([
      { ai, value },
      { ai: '10', value: 'LOT' },
    ])
  })
})

/** The published dictionary, when it is at hand: one line per identifier or range of identifiers. */
const folder = referenceFolder('gs1')
const lines = folder
  ? readFileSync(join(folder, 'gs1-syntax-dictionary.txt'), 'utf8')
      .split('\n')
      .filter((line) => /^\d/.test(line))
  : []

function published(line: string) {
  const [range = '', ...words] = line.replace(/#.*/, '').split(/\s+/)
  const flags = /^[NXYZ[]/.test(words[0] ?? '') ? '' : (words.shift() ?? '')
  const parts = words.flatMap((word) => {
    const [, optional, charset, upTo, size] = /^(\[?)([NXYZ])(\.\.)?(\d+)\]?(,|$)/.exec(word) ?? []
    return size === undefined
      ? []
      : [{ charset, min: optional ? 0 : upTo ? 1 : Number(size), max: Number(size) }]
  })
  const [first = '', last = first] = range.split('-')
  return {
    first,
    last,
    isPredefinedLength: flags.includes('*'),
    charsets: [...new Set(parts.map(({ charset }) => charset))],
    min: parts.reduce((sum, { min }) => sum + min, 0),
    max: parts.reduce((sum, { max }) => sum + max, 0),
  }
}

describe.skipIf(lines.length === 0)('the published dictionary', () => {
  test('lists the identifiers known here and no other', () => {
    const all = lines
      .map(published)
      .flatMap(({ first, last }) =>
        Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
          String(Number(first) + i).padStart(first.length, '0'),
        ),
      )
    expect([...GS1_IDENTIFIERS.keys()].toSorted()).toEqual(all.toSorted())
  })

  test.each(lines.map(published))('agrees on ($first)', ({ first, ...entry }) => {
    const known = GS1_IDENTIFIERS.get(first)
    expect(known).toBeDefined()
    expect({
      isPredefinedLength: known?.isPredefinedLength,
      charsets: [...new Set(known?.components.map(({ charset }) => charset))],
      ...lengths(known?.components ?? []),
    }).toEqual({
      isPredefinedLength: entry.isPredefinedLength,
      charsets: entry.charsets,
      min: entry.min,
      max: entry.max,
    })
  })
})
