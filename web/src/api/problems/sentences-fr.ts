import { countOf, type Details, rowsOf, textOf } from './read-details.js'
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
