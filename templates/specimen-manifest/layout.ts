import { frCount } from '../../src/kernel/format-fr.js'
import { frDateTime, frTime } from '../../src/kernel/format-fr-dates.js'
import type { Fluid } from '../kit/block.js'
import { columns, paragraph, stack } from '../kit/block.js'
import { tickBox, urgentWord } from '../kit/marks.js'
import { Flow } from '../kit/page.js'
import { factGrid, placeBlock, signatureBlock, supersededNotice } from '../kit/parts.js'
import type { Template } from '../kit/render.js'
import { storageLabel } from '../kit/storage-class.js'
import { table } from '../kit/table.js'
import { mm, size } from '../kit/type.js'
import type { P650_LAYERS, SpecimenManifest, Tube } from './data.js'

const TITLE = 'Bordereau d’échantillons'

export const specimenManifest: Template<SpecimenManifest> = {
  paper: () => 'A4',
  meta: ({ number, groupingName, issuedAt }) => ({
    title: `${TITLE} ${number}`,
    author: groupingName,
    createdAt: issuedAt,
  }),
  draw(pages, manifest) {
    const flow = new Flow(pages, {
      title: TITLE,
      number: manifest.number,
      groupingName: manifest.groupingName,
      foot: `émis le ${frDateTime(manifest.issuedAt, manifest.timeZone)}`,
    })
    supersededNotice(flow, manifest)
    const { from, to } = manifest
    flow.place(columns([placeBlock('Expéditeur', from), placeBlock('Laboratoire', to)], mm(4)))
    flow.space(mm(4))
    circumstances(flow, manifest)
    packaging(flow, manifest)
    tubes(flow, manifest)
    closing(flow, manifest)
  },
}

function circumstances(flow: Flow, manifest: SpecimenManifest): void {
  const { run, timeZone } = manifest
  const facts: [string, string][] = [
    ['Contenant', manifest.containerCode],
    ['Scellé', manifest.seal ?? ''],
    ['Température', storageLabel(manifest.storageClass)],
    ['Enregistreur', manifest.logger ?? ''],
    ['Scellé le', frDateTime(manifest.sealedAt, timeZone)],
    ['Scellé par', manifest.sealedBy],
    ['Tournée', run ? `${run.name}, arrêt ${run.stop}` : ''],
    ['Responsable joignable', `${manifest.responsible.name}\n${manifest.responsible.phone}`],
  ]
  flow.place(factGrid(facts, 4))
}

const LAYER_WORDS: Record<(typeof P650_LAYERS)[number], string> = {
  primary: 'Récipient primaire étanche',
  secondary: 'Emballage secondaire étanche, absorbant pour tout le liquide',
  outer: 'Emballage extérieur rigide, marqué UN3373',
}

/** ADR 4.1.4.1 P650: the three layers, ticked by the person who seals. */
function packaging(flow: Flow, { checkedLayers }: SpecimenManifest): void {
  const layers = Object.entries(LAYER_WORDS) as [keyof typeof LAYER_WORDS, string][]
  const ticks = layers.map(([layer, words]) => tickBox(checkedLayers.includes(layer), words))
  const block = columns(ticks, mm(4))
  flow.section('Emballage P650, matière biologique, catégorie B (UN3373)', mm(10))
  flow.place(block)
}

function tubes(flow: Flow, { tubes: list, timeZone }: SpecimenManifest): void {
  const day = (instant: Date) => frDateTime(instant, timeZone).replace('\u00a0', ' ')
  table<Tube>(
    flow,
    [
      { header: 'Tube', width: 32, cell: ({ code }) => paragraph(code, { face: 'bold' }) },
      { header: 'Type', width: 30, cell: ({ type }) => type },
      { header: 'Examens', cell: ({ exams }) => exams.join(', ') },
      { header: 'Prélevé le', width: 28, cell: ({ collectedAt }) => day(collectedAt) },
      {
        header: 'À livrer avant',
        width: 28,
        cell: ({ deadline }) => (deadline ? day(deadline) : '—'),
      },
      { header: 'Priorité', width: 18, cell: ({ urgent }) => (urgent ? urgentWord() : 'Routine') },
    ],
    list,
    { title: 'Tubes' },
  )
}

function closing(flow: Flow, { tubes: list, timeZone, containerCode }: SpecimenManifest): void {
  const deadlines = list.flatMap(({ deadline }) => (deadline ? [deadline.getTime()] : []))
  const totals = [
    frCount(list.length, 'tube'),
    `${list.filter(({ urgent }) => urgent).length} en urgence`,
    `contenant ${containerCode}`,
    ...(deadlines.length > 0
      ? [`à livrer avant ${frTime(new Date(Math.min(...deadlines)), timeZone)}`]
      : []),
  ].join('  ·  ')
  const handOver: Fluid = signatureBlock(
    ['Remis par (expéditeur)', 'Pris en charge par (coursier)', 'Reçu par (laboratoire)'],
    'Observations : tubes manquants, fuite, scellé rompu, température, retard',
  )
  flow.space(mm(5))
  flow.place(
    stack([paragraph(totals, { points: size.heading - 1, face: 'bold' }), handOver], mm(3)),
  )
}
