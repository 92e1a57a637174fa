import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../kernel/errors.js'
import { diffCatalogue } from './diff-catalogue.js'
import { readBdpm } from './read-bdpm.js'

const lines = (...rows: readonly (readonly string[])[]) =>
  `${rows.map((cells) => cells.join('\t')).join('\r\n')}\r\n`

const morphine = ['60000001', 'ACTISKENAN 10 mg, gélule', 'gélule', 'orale', 'Autorisation active']
const tramadol = [
  '60000002',
  'TRAMADOL X 50 mg, gélule',
  'gélule',
  'orale;nasale',
  'Autorisation abrogée',
]

const CIS = lines(
  [
    ...morphine,
    'Procédure nationale',
    'Commercialisée',
    '16/03/2011',
    '',
    '',
    ' ETHYPHARM; ŒUVRE’S',
    'Non',
  ],
  [...tramadol, 'Procédure nationale', 'Non commercialisée', '', '', '', ' LABO', 'Non'],
)
const PACK = ['Présentation active', 'Déclaration de commercialisation', '16/03/2011']
const CIP = lines(
  [
    '60000001',
    '3003994',
    'plaquette(s) de 14 gélule(s)',
    ...PACK,
    '3400930039946',
    'oui',
    '65 %',
    '1,466,29',
    '1,467,31',
    '1,02',
    '',
  ],
  [
    '60000002',
    '4949729',
    '2 plaquette(s) de 10 gélule(s)',
    ...PACK,
    '3400949497294',
    'inconnu',
    '',
    '',
    '',
    '',
    '',
  ],
)
const COMPO = lines(
  ['60000001', 'gélule', '02', 'LACTATE', '', '', 'SA', '2', ''],
  ['60000001', 'gélule', '00001', 'SULFATE DE MORPHINE', '10 mg', 'une gélule', 'SA', '1', ''],
  ['60000001', 'gélule', '00002', 'MORPHINE', '7,5 mg', 'une gélule', 'FT', '1', ''],
)
const CPD = `${lines(['60000001', 'stupéfiants'], ['60000001', "réservé à l'usage HOSPITALIER"])}\r\n\r\n${lines(
  ['60000002', 'prescription en toutes lettres sur ordonnance sécurisée'],
  ['60000002', 'prescription hospitalière'],
)}`
const MITM = lines(['60000001', 'N02AA01', 'ACTISKENAN', 'https://example.test'])
const SUPPLY = lines(
  ['60000001', '', '2', "Tension d'approvisionnement", '01/02/2026', '02/02/2026', '', ''],
  ['60000002', '3400949497294', '1', 'Rupture de stock', '05/02/2026', '06/02/2026', '', ''],
)

/** Windows-1252 bytes, for the characters these files use. */
const cp1252 = (text: string) =>
  Buffer.from(text.replaceAll('Œ', '\u008c').replaceAll('’', '\u0092'), 'latin1')

const edition = (changes: Readonly<Record<string, Uint8Array | undefined>> = {}) => {
  const files = new Map<string, Uint8Array>()
  const all: Record<string, Uint8Array | undefined> = {
    'CIS_bdpm.txt': cp1252(CIS),
    'CIS_CIP_bdpm.txt': Buffer.from(`\ufeff${CIP}`.replaceAll('\r\n', '\n')),
    'CIS_COMPO_bdpm.txt': cp1252(COMPO),
    'CIS_CPD_bdpm.txt': cp1252(CPD),
    'CIS_GENER_bdpm.txt': cp1252(lines(['12', 'MORPHINE 10 mg', '60000001', '0', '1'])),
    'CIS_CIP_Dispo_Spec.txt': Buffer.from(SUPPLY),
    'CIS_MITM.txt': Buffer.from(MITM),
    ...changes,
  }
  for (const [name, bytes] of Object.entries(all)) if (bytes !== undefined) files.set(name, bytes)
  return files
}

const refusalOf = (files: ReadonlyMap<string, Uint8Array>): DomainError => {
  try {
    readBdpm(files)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('The files were accepted')
}

describe('readBdpm', () => {
  const { products, presentations, findings } = readBdpm(edition())

  test('joins the seven files, each in its own encoding', () => {
    expect(findings).toEqual([])
    expect(products[0]).toEqual({
      cis: '60000001',
      denomination: 'ACTISKENAN 10 mg, gélule',
      form: 'gélule',
      routes: ['orale'],
      holders: ['ETHYPHARM', 'ŒUVRE’S'],
      status: 'active',
      marketed: true,
      authorisedOn: '2011-03-16',
      atc: 'N02AA01',
      inn: ['SULFATE DE MORPHINE', 'LACTATE'],
      moieties: ['MORPHINE'],
      strength: '10 mg',
      genericGroup: '12',
      isNarcotic: true,
      isHospitalOnly: true,
      prescriptionConditions: ["réservé à l'usage HOSPITALIER", 'stupéfiants'],
      storageClass: 'ambient',
    })
    expect(presentations[0]).toEqual({
      cip13: '3400930039946',
      cip7: '3003994',
      cis: '60000001',
      label: 'plaquette(s) de 14 gélule(s)',
      state: 'marketed',
      declaredOn: '2011-03-16',
      approvedForCollectivities: true,
      vatBasisPoints: 210,
      priceCents: 146629n,
      reimbursementRate: 65,
      unitsPerPack: 14,
      supply: { status: 'tension', since: '2026-02-01' },
    })
  })

  test('does not take a secured prescription for a narcotic, nor hospital prescribing for a reserve', () => {
    expect(products[1]).toMatchObject({ isNarcotic: false, isHospitalOnly: false, marketed: false })
  })

  test('never turns an unpublished price into zero nor an unknown approval into a yes', () => {
    expect(presentations[1]).toMatchObject({
      priceCents: null,
      reimbursementRate: null,
      approvedForCollectivities: null,
      vatBasisPoints: 1000,
      supply: { status: 'shortage', since: '2026-02-05' },
    })
  })

  test('accepts gzip, other letter cases and unrelated files', () => {
    const files = edition({
      'CIS_bdpm.txt': undefined,
      'cis_BDPM.TXT.gz': gzipSync(cp1252(CIS)),
      'LISEZMOI.pdf': Buffer.from('%PDF'),
    })
    expect(readBdpm(files)).toEqual(readBdpm(edition()))
  })

  test('loses no accent when one line of a UTF-8 file holds a stray byte', () => {
    const stray = Buffer.concat([
      Buffer.from(lines(['60000001', 'stupéfiants'])),
      cp1252(lines(['60000002', 'prescription limitée à 4 semaines'])),
    ])
    const read = readBdpm(edition({ 'CIS_CPD_bdpm.txt': stray }))
    expect(read.products.map(({ prescriptionConditions }) => prescriptionConditions)).toEqual([
      ['stupéfiants'],
      ['prescription limitée à 4 semaines'],
    ])
    expect(read.products.map(({ isNarcotic }) => isNarcotic)).toEqual([true, false])
  })

  test('mends apostrophes that the publisher converted badly', () => {
    const bad = Buffer.from(lines(['60000001', 'recueil de l\u0092accord de soins']))
    const read = readBdpm(edition({ 'CIS_CPD_bdpm.txt': bad }))
    expect(read.products[0]?.prescriptionConditions).toEqual(['recueil de l’accord de soins'])
  })

  test('tolerates extra columns and columns of older years', () => {
    const wider = CIS.replaceAll('Non\r\n', 'Non\tnew column\r\n')
    const older = CIP.replaceAll('\t1,467,31\t1,02\t', '')
    const read = readBdpm(
      edition({ 'CIS_bdpm.txt': cp1252(wider), 'CIS_CIP_bdpm.txt': Buffer.from(older) }),
    )
    expect(read.presentations).toEqual(presentations)
  })

  test('reports orphans, wrong check digits and duplicates instead of importing them', () => {
    const odd = lines(
      ['69999999', '3003994', 'x', ...PACK, '3400930039946', 'oui', '', ''],
      ['60000001', '3003994', 'x', ...PACK, '3400930039947', 'oui', '', ''],
      ['60000001', '4949729', 'x', ...PACK, '3400949497294', 'oui', '', 'cher'],
      ['60000001', '4949729', 'x', ...PACK, '3400949497294', 'oui', '', ''],
    )
    const read = readBdpm(edition({ 'CIS_CIP_bdpm.txt': Buffer.from(odd) }))
    expect(read.presentations.map((pack) => pack.cip13)).toEqual(['3400949497294'])
    expect(read.findings.map(({ kind, line, code }) => [kind, line, code])).toEqual([
      ['orphan-presentation', 1, '3400930039946'],
      ['invalid-code', 2, '3400930039947'],
      ['unreadable-value', 3, '3400949497294'],
      ['duplicate', 4, '3400949497294'],
    ])
  })

  test('says which optional file is absent', () => {
    const read = readBdpm(edition({ 'CIS_MITM.txt': undefined }))
    expect(read.findings).toEqual([
      { kind: 'file-absent', file: 'CIS_MITM', line: null, code: null, value: 'CIS_MITM' },
    ])
    expect(read.products[0]?.atc).toBeNull()
  })
})

describe('files that are not what they claim', () => {
  test.each([
    ['a missing file', { 'CIS_CPD_bdpm.txt': undefined }, 'CIS_CPD_bdpm', undefined],
    ['an empty file', { 'CIS_CPD_bdpm.txt': Buffer.from('') }, 'CIS_CPD_bdpm', 1],
    ['a web page', { 'CIS_bdpm.txt': Buffer.from('<!DOCTYPE html>\n<html>') }, 'CIS_bdpm', 1],
    ['swapped files', { 'CIS_CPD_bdpm.txt': Buffer.from(MITM) }, 'CIS_CPD_bdpm', 1],
    ['a line cut short', { 'CIS_bdpm.txt': cp1252(`${CIS}60000003\tCUT`) }, 'CIS_bdpm', 3],
  ])('are refused by name and line: %s', (_, change, file, line) => {
    const refusal = refusalOf(edition(change))
    expect(refusal.code).toBe('import-unreadable')
    expect(refusal.details).toMatchObject(line === undefined ? { file } : { file, line })
    expect(refusal.details['expected']).toBeTypeOf('string')
  })

  test('are refused when the archive is damaged', () => {
    const damaged = gzipSync(cp1252(CIS)).subarray(0, 40)
    expect(refusalOf(edition({ 'CIS_bdpm.txt': damaged })).code).toBe('import-unreadable')
  })
})

describe('diffCatalogue', () => {
  const current = readBdpm(edition())

  test('sees no change in the same edition read twice', () => {
    const diff = diffCatalogue(current, readBdpm(edition()))
    expect(diff.products).toEqual({ added: [], changed: [], left: [], unchanged: 2 })
    expect(diff.presentations).toEqual({ added: [], changed: [], left: [], unchanged: 2 })
  })

  test('names what appeared, what changed and what left', () => {
    const next = CIP.replace('1,466,29', '1,466,30').replace('3400949497294', '3400936381575')
    const diff = diffCatalogue(
      current,
      readBdpm(edition({ 'CIS_CIP_bdpm.txt': Buffer.from(next) })),
    )
    expect(diff.presentations.added.map((pack) => pack.cip13)).toEqual(['3400936381575'])
    expect(diff.presentations.changed.map(({ fields }) => fields)).toEqual([['priceCents']])
    expect(diff.presentations.left.map((pack) => pack.cip13)).toEqual(['3400949497294'])
  })
})
