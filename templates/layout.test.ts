import { describe, expect, test } from 'vitest'
import { renderPdf } from './registry.js'
import { samples } from './samples.js'
import { pagesOf } from './testing/read-pdf.js'

const HEADER = 'Produit | Conservation | Lot | Péremption | Commandé | Livré | Reliquat'

function noteOf(rows: number) {
  const note = structuredClone(samples['delivery-note'])
  const [, , line] = note.lines
  if (!line) throw new Error('the sample has lines')
  note.lines = Array.from({ length: rows }, (_, index) => ({
    ...line,
    product: `PARACETAMOL ${index + 1} mg`,
    lots: [
      {
        lot: `LOT-${1000 + index}`,
        expiresOn: '2027-01-31',
        units: index + 1,
        gtin: '03400936381575',
      },
    ],
  }))
  return note
}

describe('a delivery note of sixty rows', () => {
  test('repeats its header and counts its pages', async () => {
    const pages = await pagesOf(await renderPdf('delivery-note', noteOf(60)))
    expect(pages).toHaveLength(4)
    for (const [index, lines] of pages.entries()) {
      const hasRows = lines.some((line) => line.includes('LOT-'))
      expect(lines.filter((line) => line === HEADER)).toHaveLength(hasRows ? 1 : 0)
      expect(lines.at(-1)).toContain(`Page ${index + 1}/4`)
      expect(lines).toContain('groupement de coopération sanitaire')
    }
  })

  test('prints every row once, whole, on one page', async () => {
    const pages = await pagesOf(await renderPdf('delivery-note', noteOf(60)))
    for (let index = 0; index < 60; index++) {
      const holding = pages.filter((lines) =>
        lines.some((line) => line.includes(`LOT-${1000 + index} | 31/01/2027`)),
      )
      expect(holding).toHaveLength(1)
      expect(holding[0]?.join('\n')).toContain(`PARACETAMOL ${index + 1} mg`)
    }
  })

  test('keeps totals and signatures together, whatever room is left', async () => {
    for (const rows of [8, 9, 10, 11, 12, 13]) {
      const pages = await pagesOf(await renderPdf('delivery-note', noteOf(rows)))
      const text = pages.map((lines) => lines.join('\n'))
      const closing = text.filter((page) => page.includes(`${rows} lignes`))
      expect(closing).toHaveLength(1)
      expect(closing[0]).toContain('Reçu par (réceptionnaire)')
      expect(closing[0]).toContain('Réserves')
    }
  })
})

describe('a document', () => {
  test('that replaces another says which, when and why', async () => {
    const supersedes = {
      number: 'BL-2026-00399',
      issuedAt: '2026-03-11T09:00:00Z',
      reason: 'lot corrigé sur la ligne 2',
    }
    const pages = await pagesOf(
      await renderPdf('delivery-note', { ...samples['delivery-note'], supersedes }),
    )
    expect(pages[0]).toContain('Annule et remplace le document BL-2026-00399 du 11/03/2026 10:00.')
    expect(pages[0]).toContain('Motif : lot corrigé sur la ligne 2')
  })

  test('never truncates a lot, however long', async () => {
    const note = noteOf(1)
    const lot = 'ABCDEFGHIJ0123456789'
    const [line] = note.lines
    if (line) line.lots = [{ lot, expiresOn: '2027-01-31', units: 1 }]
    const pages = await pagesOf(await renderPdf('delivery-note', note))
    const printed = pages.flat().flatMap((text) => text.split(' | '))
    expect(printed.filter((cell) => cell.length > 2 && lot.includes(cell)).join('')).toBe(lot)
  })

  test('shows no price on a delivery note', async () => {
    const pages = await pagesOf(await renderPdf('delivery-note', samples['delivery-note']))
    expect(pages.flat().join('\n')).not.toContain('€')
  })

  test('names no product on a tote label', async () => {
    const pages = await pagesOf(await renderPdf('tote-label', samples['tote-label']))
    const text = pages.flat().join('\n')
    for (const { product } of samples['delivery-note'].lines) {
      expect(text).not.toContain(product.split(' ')[0])
    }
  })
})

test('a tote label makes long names smaller instead of writing over the storage class', async () => {
  const label = structuredClone(samples['tote-label'])
  label.urgent = true
  label.memberName = 'Fondation Santé Service, hospitalisation à domicile des Hauts-de-Seine'
  label.unit = 'Unité de soins palliatifs et de médecine gériatrique (UF 4120)'
  const [lines = []] = await pagesOf(await renderPdf('tote-label', label))
  const place = lines.findIndex((line) => line.startsWith('Quai B'))
  const storage = lines.findIndex((line) => line.startsWith('Froid'))
  expect(place).toBeGreaterThan(0)
  expect(storage).toBeGreaterThan(place)
})

describe('money', () => {
  const statement = samples['usage-statement']
  const split = samples['cost-split']

  test('on a statement whose total is not the sum of its rows is refused', async () => {
    await expect(renderPdf('usage-statement', { ...statement, total: '4628.77' })).rejects.toThrow(
      'The total is not the sum',
    )
    const consumption = { ...statement.consumption, total: '1824.92' }
    await expect(renderPdf('usage-statement', { ...statement, consumption })).rejects.toThrow(
      'The consumption total',
    )
  })

  test('owed to the member is called an avoir', async () => {
    const corrections = [
      {
        originPeriod: '2026-02',
        originDocument: 'BL-2026-00371',
        reason: 'Retours',
        amount: '-5000.00',
      },
    ]
    const credit = { ...statement, corrections, total: '-300.72' }
    const text = (await pagesOf(await renderPdf('usage-statement', credit))).flat()
    expect(text.join(' ')).toContain('le groupement vous doit 300,72 € (avoir)')
  })

  test('is compared with the month before by the difference, its share of that month, and that month', async () => {
    const text = (await pagesOf(await renderPdf('usage-statement', statement))).flat().join(' ')
    expect(text).toContain(
      'soit 183,62 € de moins (3,82 %) qu’en février 2026, où elle était de 4 812,40 €.',
    )
    const dearer = { ...statement, previous: { period: '2026-02', total: '2376.28' } }
    const rise = (await pagesOf(await renderPdf('usage-statement', dearer))).flat().join(' ')
    expect(rise).toContain(
      'soit 2 252,50 € de plus (94,79 %) qu’en février 2026, où elle était de 2 376,28 €.',
    )
    const level = { ...statement, previous: { period: '2026-02', total: '4628.78' } }
    const same = (await pagesOf(await renderPdf('usage-statement', level))).flat().join(' ')
    expect(same).toContain('s’élève à 4 628,78 €, autant qu’en février 2026.')
  })

  test('with VAT shows each rate, its base and its tax', async () => {
    const vatLines = [
      { rate: '2.1', base: '1000.00', amount: '21.00' },
      { rate: '10', base: '824.91', amount: '82.49' },
    ]
    const taxed = { ...statement, vatLines, total: '4732.27' }
    const lines = (await pagesOf(await renderPdf('usage-statement', taxed))).flat()
    expect(lines).toContain('2,1 % | 1 000,00 | 21,00')
    expect(lines).toContain('10 % | 824,91 | 82,49')
    expect(lines).toContain('TVA | 103,49 €')
  })

  test('on a split that does not add up both ways is refused', async () => {
    await expect(renderPdf('cost-split', { ...split, total: '63516.01' })).rejects.toThrow('rows')
    const [first = '0', second = '0', ...others] = split.memberTotals
    const memberTotals = [second, first, ...others]
    await expect(renderPdf('cost-split', { ...split, memberTotals })).rejects.toThrow('columns')
    const short = { ...split, members: split.members.slice(1) }
    await expect(renderPdf('cost-split', short)).rejects.toThrow('one value per member')
  })

  test('as printed on a statement adds up to the printed total', async () => {
    const pages = await pagesOf(await renderPdf('usage-statement', statement))
    const lines = pages.flat()
    const from = lines.findIndex((line) => line.startsWith('Votre part par poste'))
    const to = lines.findIndex((line) => line.startsWith('Détail par poste'))
    const bars = lines.slice(from + 1, to).map((line) => line.split(' | ')[1] ?? '')
    const cents = (text: string) => Number(text.replace('−', '-').replaceAll(/[^\d-]/g, ''))
    expect(bars.length).toBe(6)
    expect(bars.map(cents).reduce((sum, amount) => sum + amount, 0)).toBe(462_878)
  })

  test('of twelve members stays readable: two tables, every member once in each kind', async () => {
    const members = Array.from({ length: 12 }, (_, index) => `Membre ${index + 1}`)
    const pool = {
      name: 'Transport',
      keyLabel: 'Passages',
      unit: 'passages',
      numerators: members.map(() => '1'),
      denominator: '12',
      amounts: members.map(() => '10.00'),
      total: '120.00',
    }
    const wide = { ...split, members, pools: [pool], memberTotals: pool.amounts, total: '120.00' }
    const pages = await pagesOf(await renderPdf('cost-split', wide))
    const heads = pages.flat().filter((line) => line.startsWith('Poste'))
    expect(heads).toHaveLength(4)
    expect(
      heads
        .join(' | ')
        .split(' | ')
        .filter((cell) => cell === 'Membre 12'),
    ).toHaveLength(2)
  })
})
