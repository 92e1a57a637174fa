import { countOf, type Details, rowsOf, textOf, textsOf } from './read-details.js'
import type { Say } from './say.js'
import { frenchOf } from './translate-message.js'

/** How long to wait, after why. */
export function waiting(details: Details, say: Say, why: string): string | undefined {
  const seconds = countOf(details, 'retryAfterSeconds')
  return seconds === undefined
    ? undefined
    : `${why}\u00a0: nouvel essai possible dans ${say.seconds(seconds)}.`
}

/** Line by line what is missing, and what stands in the way. */
export function shortLines(details: Details, say: Say): string | undefined {
  const lines = rowsOf(details, 'lines').flatMap((line) => {
    const product = textOf(line, 'denomination')
    const missing = countOf(line, 'missingUnits')
    if (product === undefined || missing === undefined) return []
    const reasons = rowsOf(line, 'unmet').flatMap((unmet) => reasonOf(unmet, say))
    const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`
    return [`${product}, il manque ${say.units(missing)}${why}`]
  })
  return lines.length === 0
    ? undefined
    : `Rien ne peut être fourni maintenant\u00a0: ${lines.join('\u202f; ')}.`
}

function reasonOf(unmet: Details, say: Say): string[] {
  const reason = textOf(unmet, 'reason')
  const units = countOf(unmet, 'units')
  if (reason === undefined || units === undefined) return []
  return [`${say.number(units)} ${say.word('unmet', reason)}`]
}

/** Everything that keeps a month from being closed, not only the first. */
export function blockers(details: Details, say: Say): string | undefined {
  const month = textOf(details, 'month')
  const found = rowsOf(details, 'blockers').flatMap((row) => {
    const message = textOf(row, 'message')
    return message === undefined ? [] : [frenchOf(message) ?? message]
  })
  if (month === undefined || found.length === 0) return undefined
  return `Le mois de ${say.month(month)} n’est pas prêt. ${found.join(' ')}`
}

/** Which box to take instead of the one in hand. */
export function expectedBoxes(details: Details, say: Say): string {
  const boxes = rowsOf(details, 'expected').flatMap((row) => {
    const [product, lot] = [textOf(row, 'denomination'), textOf(row, 'lotNumber')]
    const units = countOf(row, 'units')
    if (product === undefined || lot === undefined) return []
    return [`${product}, lot ${lot}${units === undefined ? '' : ` (${say.units(units)})`}`]
  })
  return boxes.length === 0
    ? 'Reposez-le et scannez le bon, ou signalez un problème sur la ligne.'
    : `Reposez-le et prenez\u00a0: ${boxes.join('\u202f; ')}.`
}

const REFUSED_FOR: Readonly<Record<string, string>> = {
  order: 'Commande refusée',
  shipment: 'Envoi d’échantillons refusé',
  hub: 'Site du groupement refusé',
}

/** Who is not a member of what, on which day, and the nearest day on which they are. */
export function notAMember(details: Details, say: Say): string | undefined {
  const day = textOf(details, 'day')
  if (day === undefined) return undefined
  const who = textOf(details, 'establishmentName') ?? 'cet établissement'
  const grouping = textOf(details, 'groupingName') ?? 'ce groupement'
  const what = REFUSED_FOR[textOf(details, 'subject') ?? ''] ?? 'Action refusée'
  return `${what}\u00a0: ${who} n’est pas membre de ${grouping} au ${say.day(day)}${nearest(details, day, say)}.`
}

function nearest(details: Details, day: string, say: Say): string {
  const spans = rowsOf(details, 'memberships')
  const coming = spans.flatMap((span) => textOf(span, 'fromOn') ?? []).find((from) => from > day)
  if (coming !== undefined) return ` (son adhésion commence le ${say.day(coming)})`
  const ended = spans.flatMap((span) => textOf(span, 'toOn') ?? []).at(-1)
  return ended === undefined ? '' : ` (son adhésion a pris fin le ${say.day(ended)})`
}

/** A tube whose exams do not bear the temperature of its container, with what they ask for. */
export function misplacedTube(details: Details, say: Say): string | undefined {
  const [tube, container] = [textOf(details, 'tubeCode'), textOf(details, 'containerClass')]
  if (tube === undefined || container === undefined) return undefined
  const exams = rowsOf(details, 'misplaced').flatMap((row) => {
    const classes = textsOf(row, 'temperatureClasses')
    const asked = classes.length === 0 ? '' : ` demande ${say.anyOf('storage', classes)}`
    const exam = textOf(row, 'examCode')
    return exam === undefined ? [] : [`${exam}${asked}`]
  })
  const why = exams.length === 0 ? '' : `\u00a0: ${exams.join(', ')}`
  return `Le tube ${tube} ne peut pas voyager en «\u00a0${say.word('storage', container)}\u00a0»${why}.`
}

/** More approved than ordered, or more taken than is left to take. */
export function tooMany(details: Details, say: Say): string | undefined {
  const product = textOf(details, 'denomination')
  const of = product === undefined ? '' : ` (${product})`
  const [ordered, approved] = [countOf(details, 'orderedUnits'), countOf(details, 'approvedUnits')]
  if (ordered !== undefined && approved !== undefined) {
    return `Quantité à valider${of}\u00a0: ${say.units(approved)}, alors que la commande en demande ${say.number(ordered)}.`
  }
  const [taken, left] = [countOf(details, 'takenUnits'), countOf(details, 'remainingUnits')]
  if (taken === undefined || left === undefined) return undefined
  const lot = textOf(details, 'lotNumber')
  const from = lot === undefined ? '' : ` du lot ${lot}`
  return `Quantité prélevée${of}\u00a0: ${say.units(taken)}, alors qu’il en reste ${say.number(left)} à prendre${from}.`
}
