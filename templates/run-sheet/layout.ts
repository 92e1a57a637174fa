import { frCount } from '../../src/kernel/format-fr.js'
import { frDateTime, frLongDate, frTime } from '../../src/kernel/format-fr-dates.js'
import type { Fluid } from '../kit/block.js'
import { figure, paragraph, stack } from '../kit/block.js'
import { tickBox } from '../kit/marks.js'
import { Flow } from '../kit/page.js'
import { factGrid, supersededNotice } from '../kit/parts.js'
import type { Template } from '../kit/render.js'
import { drawStorage, storageWord } from '../kit/storage-class.js'
import { table } from '../kit/table.js'
import { colour, mm, size } from '../kit/type.js'
import type { Load, Pickup, RunSheet, RunStop } from './data.js'

const TITLE = 'Feuille de route'

export const runSheet: Template<RunSheet> = {
  paper: () => 'A4',
  meta: ({ number, groupingName, issuedAt }) => ({
    title: `${TITLE} ${number}`,
    author: groupingName,
    createdAt: issuedAt,
  }),
  draw(pages, sheet) {
    const flow = new Flow(pages, {
      title: TITLE,
      number: sheet.number,
      groupingName: sheet.groupingName,
      foot: `émise le ${frDateTime(sheet.issuedAt, sheet.timeZone)}`,
    })
    supersededNotice(flow, sheet)
    flow.place(
      paragraph(`${sheet.runName}, ${frLongDate(sheet.day)}`, { points: 13, face: 'bold' }),
    )
    flow.space(mm(2))
    circumstances(flow, sheet)
    stops(flow, sheet)
  },
}

function circumstances(flow: Flow, sheet: RunSheet): void {
  const deliver = sheet.stops.reduce((count, stop) => count + stop.deliver.length, 0)
  const collect = sheet.stops.reduce((count, stop) => count + stop.collect.length, 0)
  const load = [frCount(deliver, 'bac'), frCount(collect, 'contenant')].join(', ')
  const facts: [string, string][] = [
    ['Coursier', sheet.courier],
    ['Véhicule', sheet.vehicle ?? ''],
    ['Départ', frTime(sheet.departsAt, sheet.timeZone)],
    ['Retour prévu', frTime(sheet.returnsAt, sheet.timeZone)],
    ['Régulation', sheet.dispatchPhone],
    ['Charge prévue', `${frCount(sheet.stops.length, 'arrêt')}, ${load}`],
  ]
  flow.place(factGrid(facts, 6))
  flow.space(mm(4))
}

function stops(flow: Flow, { stops: list, timeZone }: RunSheet): void {
  table<RunStop>(
    flow,
    [
      { header: 'N°', width: 9, align: 'right', cell: ({ order }) => String(order) },
      {
        header: 'Prévu',
        width: 14,
        cell: ({ plannedAt }) => paragraph(frTime(plannedAt, timeZone), { face: 'bold' }),
      },
      { header: 'Arrêt', cell: placeCell },
      { header: 'À remettre', width: 39, cell: ({ deliver }) => loads(deliver, timeZone) },
      { header: 'À prendre', width: 39, cell: ({ collect }) => loads(collect, timeZone) },
      { header: 'Heure, nom et signature', width: 36, cell: visa },
    ],
    list,
  )
}

function placeCell(stop: RunStop): Fluid {
  const small = { points: size.small + 0.5 }
  const address = [stop.point ?? '', ...stop.address].filter((line) => line !== '')
  return stack([
    paragraph(stop.name, { face: 'bold' }),
    ...address.map((line) => paragraph(line, small)),
    ...(stop.phone ? [paragraph(`Tél. ${stop.phone}`, small)] : []),
    ...(stop.instruction ? [paragraph(stop.instruction, { ...small, colour: colour.muted })] : []),
  ])
}

function loads(list: readonly (Load | Pickup)[], timeZone: string): Fluid | string {
  if (list.length === 0) return '—'
  return stack(
    list.map((load) => loadLine(load, timeZone)),
    mm(0.6),
  )
}

/** A box to tick, the code, the class as shape and word; then what must not be forgotten. */
function loadLine(load: Load | Pickup, timeZone: string): Fluid {
  const code = tickBox(false, load.code)
  const notes = [
    load.urgent ? 'URGENT' : '',
    'narcotics' in load && load.narcotics ? 'En main propre' : '',
    'deadline' in load && load.deadline ? `avant ${frTime(load.deadline, timeZone)}` : '',
  ].filter((note) => note !== '')
  const parts = [code, classLine(load)]
  if (notes.length > 0) {
    parts.push(indented(paragraph(notes.join(' · '), { points: size.small, face: 'bold' })))
  }
  return stack(parts)
}

const INDENT = 8.5 + mm(2)

const indented =
  (fluid: Fluid): Fluid =>
  (width) => {
    const block = fluid(width - INDENT)
    return { height: block.height, draw: (ink, x, y) => block.draw(ink, x + INDENT, y) }
  }

function classLine({ storageClass }: Load | Pickup): Fluid {
  const points = size.small
  return figure(points * 1.28, (ink, { x, y }) => {
    drawStorage(ink, storageClass, { x: x + INDENT, y: y + 0.8, side: points })
    ink.text(storageWord(storageClass), x + INDENT + points + 3, y + points * 0.96, { points })
  })
}

/** Room for a hand: a stop is closed even when nothing changes hands. */
function visa(stop: RunStop): Fluid {
  const idle = tickBox(false, 'Sans échange')
  const room = figure(mm(stop.deliver.length + stop.collect.length > 0 ? 15 : 8), () => undefined)
  return stack([idle, room])
}
