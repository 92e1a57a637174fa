import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { buildSearchIndex, buildSearchIndexGently, type SearchEntry } from './build-index.js'

const entry = (id: string, denomination: string, rest: Partial<SearchEntry> = {}): SearchEntry => ({
  id,
  denomination,
  inn: [],
  atc: null,
  codes: [],
  isMarketed: true,
  ...rest,
})

const ENTRIES: readonly SearchEntry[] = [
  entry('doliprane', 'DOLIPRANE 1000 mg, comprimé', {
    inn: ['PARACÉTAMOL'],
    codes: ['60234100', '3400935955838', '3595583'],
  }),
  entry('dolko', 'DOLKO 60 mg/2 ml, solution buvable', { inn: ['PARACÉTAMOL'], isMarketed: false }),
  entry('paracetamol', 'PARACETAMOL ARROW 1 g, comprimé', {
    inn: ['PARACÉTAMOL'],
    atc: 'N02BE01',
    codes: ['69767594', '3400936381575', '3638157'],
  }),
  entry('actiskenan', 'ACTISKENAN 10 mg, gélule', {
    inn: ['SULFATE DE MORPHINE'],
    codes: ['3400892083926'],
  }),
  entry('morphine', 'MORPHINE (CHLORHYDRATE) AGUETTANT 10 mg/mL, solution injectable'),
  entry('old-morphine', 'MORPHINE ANCIENNE 10 mg, comprimé', { isMarketed: false }),
  entry('saline', 'CHLORURE DE SODIUM 0,9 % B. BRAUN, solution pour perfusion'),
  entry('heparin', 'HEPARINE CHOAY 5 000 UI/1 mL, solution injectable'),
  entry('fentanyl', 'FENTANYL ARROW 25 microgrammes/heure, dispositif transdermique'),
  entry('estradiol', 'ŒSTRODOSE 0,06 %, gel', { inn: ['ESTRADIOL'] }),
  entry('thyroid', "EXTRAIT D'HAMAMÉLIS, crème"),
]

const { search } = buildSearchIndex(ENTRIES)
const found = (query: string) => search(query).map(({ id }) => id)

describe('search', () => {
  test.each([
    ['dol', ['doliprane', 'dolko']],
    ['DOLIPRANE', ['doliprane']],
    ['paracétamol', ['paracetamol', 'doliprane', 'dolko']],
    ['gelule morph', ['actiskenan']],
    ['morphine', ['morphine', 'old-morphine', 'actiskenan']],
    ['arrow parac', ['paracetamol']],
    ['œstro', ['estradiol']],
    ['oestro', ['estradiol']],
    ['d’hamamelis', ['thyroid']],
    ['N02BE', ['paracetamol']],
    ['', []],
    ['   ', []],
  ])('finds what « %s » begins, whatever case, accents and order', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  test.each([
    ['doliprane 1 g', ['doliprane']],
    ['paracetamol 1000 mg', ['paracetamol', 'doliprane']],
    ['paracetamol 1000', ['paracetamol', 'doliprane']],
    ['doliprane 100', ['doliprane']],
    ['morphine 10 mg/m', ['morphine', 'old-morphine', 'actiskenan']],
    ['sodium 0,9', ['saline']],
    ['chlorure de sodium 0.9 %', ['saline']],
    ['heparine 5000 ui', ['heparin']],
    ['heparine 5 000', ['heparin']],
    ['fentanyl 25 µg', ['fentanyl']],
    ['fentanyl 25 mic', ['fentanyl']],
  ])('reads the strength in « %s »', (query, ids) => {
    expect(found(query).slice(0, ids.length)).toEqual(ids)
  })

  test.each([
    ['3400936381575', 'paracetamol', '3400936381575'],
    ['03400936381575', 'paracetamol', '3400936381575'],
    ['3400 9363 81575', 'paracetamol', '3400936381575'],
    ['3638157', 'paracetamol', '3638157'],
    ['60234100', 'doliprane', '60234100'],
    ['3400892083926', 'actiskenan', '3400892083926'],
    ['34009359', 'doliprane', '3400935955838'],
  ])('finds the code %s and says which one matched', (query, id, matchedCode) => {
    expect(search(query)).toEqual([{ id, matchedCode }])
  })

  test.each([
    ['dolirpane', 'doliprane'],
    ['dolipane', 'doliprane'],
    ['paracetmol', 'paracetamol'],
    ['morphnie', 'morphine'],
    ['actiskennan', 'actiskenan'],
    ['fentanil 25', 'fentanyl'],
    ['arrow parasetamol', 'paracetamol'],
  ])('understands « %s » in spite of the typo', (query, id) => {
    expect(found(query)[0]).toBe(id)
  })

  test('ranks only what counts, whole broad prefixes and codes included', () => {
    const only = (id: string) => ({ accepts: (one: string) => one === id })
    expect(search('m', only('old-morphine')).map(({ id }) => id)).toEqual(['old-morphine'])
    expect(search('34009', only('saline'))).toEqual([])
    expect(search('3400936381575', only('doliprane'))).toEqual([])
  })

  test('finds nothing rather than anything', () => {
    expect(found('xyzzyqq')).toEqual([])
    expect(found('99999999')).toEqual([])
  })

  test('never returns more than asked', () => {
    expect(search('m', { limit: 1 })).toHaveLength(1)
    expect(search('morphine', { limit: 2 })).toHaveLength(2)
    expect(search('morphine', { limit: 0 })).toEqual([])
  })
})

const word = fc.constantFrom(
  'doli',
  'paracetamol',
  '10 mg',
  '1000',
  'arrow',
  'morphine',
  'dolirpane',
  'd',
  '3400',
)
const query = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))

describe('the index', () => {
  test('is the same when built gently', async () => {
    const gentle = await buildSearchIndexGently(ENTRIES)
    for (const typed of ['m', 'paracetamol 1000', 'dolirpane', '34009359']) {
      expect(gentle.search(typed)).toEqual(search(typed))
    }
  })

  test.prop([fc.array(query, { maxLength: 8 }), query])(
    'forgets earlier queries',
    (earlier, last) => {
      const used = buildSearchIndex(ENTRIES)
      for (const one of earlier) used.search(one)
      expect(used.search(last)).toEqual(buildSearchIndex(ENTRIES).search(last))
    },
  )

  test.prop([fc.shuffledSubarray([...ENTRIES], { minLength: ENTRIES.length })])(
    'ranks the same whatever order the entries come in',
    (shuffled) => {
      expect(buildSearchIndex(shuffled).search('paracetamol')).toEqual(search('paracetamol'))
    },
  )

  test.prop([fc.string({ unit: 'binary', maxLength: 40 })])('accepts any text', (text) => {
    expect(search(text).length).toBeLessThanOrEqual(10)
  })

  test('is empty without entries', () => {
    expect(buildSearchIndex([]).search('doliprane')).toEqual([])
  })
})
