import { frCount } from '../../src/kernel/format-fr.js'
import { frDateTime, frTime } from '../../src/kernel/format-fr-dates.js'
import { columns, paragraph, stack } from '../kit/block.js'
import { Flow } from '../kit/page.js'
import { factGrid, placeBlock, signatureBlock, supersededNotice } from '../kit/parts.js'
import type { Template } from '../kit/render.js'
import { storageCell } from '../kit/storage-class.js'
import { table } from '../kit/table.js'
import { mm, size } from '../kit/type.js'
import type { DeliveryNote } from './data.js'
import { LOT_COLUMNS, lotRows } from './lot-table.js'

const TITLE = 'Bon de livraison'

export const deliveryNote: Template<DeliveryNote> = {
  paper: () => 'A4',
  meta: ({ number, groupingName, issuedAt }) => ({
    title: `${TITLE} ${number}`,
    author: groupingName,
    createdAt: issuedAt,
  }),
  draw(pages, note) {
    const flow = new Flow(pages, {
      title: TITLE,
      number: note.number,
      groupingName: note.groupingName,
      foot: `émis le ${frDateTime(note.issuedAt, note.timeZone)}`,
    })
    supersededNotice(flow, note)
    parties(flow, note)
    circumstances(flow, note)
    const rows = lotRows(note.lines)
    table(flow, LOT_COLUMNS, rows, { ruled: (row) => row.isFirst })
    totes(flow, note)
    closing(flow, note)
  },
}

function parties(flow: Flow, { pharmacy, recipient }: DeliveryNote): void {
  const sender = placeBlock('Expéditeur', pharmacy, [
    `Pharmacien gérant : ${pharmacy.headPharmacist}`,
  ])
  flow.place(columns([sender, placeBlock('Destinataire', recipient)], mm(4)))
  flow.space(mm(4))
}

function circumstances(flow: Flow, note: DeliveryNote): void {
  const at = (instant: Date | undefined) => (instant ? frDateTime(instant, note.timeZone) : '')
  const { run } = note
  const facts: [string, string][] = [
    [note.orderNumbers.length > 1 ? 'Commandes' : 'Commande', note.orderNumbers.join(', ')],
    ['Tournée', run ? `${run.name}, arrêt ${run.stop}` : ''],
    ['Passage prévu', run ? frTime(run.plannedAt, note.timeZone) : ''],
    ['Départ', at(note.dispatchedAt)],
    ['Transporteur', note.carrier ?? ''],
    ['Préparé par', note.preparedBy],
    ['Contrôlé par', note.checkedBy ?? ''],
    ['Libéré par (pharmacien)', note.releasedBy],
    ['Libéré le', at(note.releasedAt)],
    ['Colisage', frCount(note.totes.length, 'bac')],
  ]
  flow.place(factGrid(facts, 5))
  flow.space(mm(4))
}

function totes(flow: Flow, note: DeliveryNote): void {
  if (note.totes.length === 0) return
  table(
    flow,
    [
      { header: 'Bac', width: 45, cell: (tote) => tote.code },
      { header: 'Scellé', width: 45, cell: (tote) => tote.seal ?? '—' },
      { header: 'Conservation', width: 45, cell: (tote) => storageCell(tote.storageClass) },
      { header: 'Enregistreur de température', cell: (tote) => tote.logger ?? '—' },
    ],
    note.totes,
    { title: 'Bacs', together: note.totes.length <= 6 },
  )
}

/** Totals and signatures share one block: what is signed is what is counted. */
function closing(flow: Flow, note: DeliveryNote): void {
  const lots = note.lines.flatMap((line) => line.lots)
  const delivered = lots.reduce((total, lot) => total + lot.units, 0)
  const missing = note.lines.reduce((total, line) => total + line.backorderUnits, 0)
  const totals = [
    frCount(note.lines.length, 'ligne'),
    frCount(lots.length, 'lot'),
    frCount(delivered, 'unité livrée', 'unités livrées'),
    `${frCount(missing, 'unité')} en reliquat`,
    frCount(note.totes.length, 'bac'),
  ].join('  ·  ')
  flow.space(mm(5))
  flow.place(
    stack(
      [
        paragraph(totals, { points: size.heading - 1, face: 'bold' }),
        ...(note.remark ? [paragraph(`Observation\u00a0: ${note.remark}`)] : []),
        signatureBlock(
          ['Remis par (remettant)', 'Reçu par (réceptionnaire)'],
          'Réserves : manquants, excédents, avaries, scellé rompu, température',
        ),
      ],
      mm(3),
    ),
  )
}
