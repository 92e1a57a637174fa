import type { ProblemTexts } from './problem-text.js'
import { countOf, textOf, textsOf } from './read-details.js'

/** What each refusal is in English; the sentences of the server are English already. */
export const PROBLEM_TEXTS_EN: ProblemTexts = {
  'account-locked': {
    title: 'Account locked for a while',
    happened: (details, say) => {
      const seconds = countOf(details, 'retryAfterSeconds')
      return seconds === undefined
        ? undefined
        : `Too many wrong passwords or codes: try again in ${say.seconds(seconds)}.`
    },
    otherwise: 'Too many wrong passwords or codes were given for this account.',
    remedy: 'Wait, then sign in again. If it was not you, tell your administrator.',
  },
  'cold-chain-incomplete': {
    title: 'Cold chain incomplete',
    otherwise: 'Something cold would leave without proof of its temperature.',
    remedy:
      'Pack it in a container of its class and give the identifier of the temperature logger.',
  },
  'container-class-mixed': {
    title: 'One temperature per container',
    otherwise: 'This container would hold two temperature classes.',
    remedy: 'Make one container per temperature class.',
  },
  'courier-forbidden-exam': {
    title: 'Not by courier',
    otherwise: 'An exam of this tube may not travel by courier.',
    remedy: 'Have the ward carry the tube to the laboratory, outside this shipment.',
  },
  'cut-off-passed': {
    title: 'Too late for the next run',
    happened: (details, say) => {
      const deadline = textOf(details, 'deadlineAt')
      if (deadline === undefined) return undefined
      const expected = textOf(details, 'expectedAt')
      return expected === undefined
        ? `No run is planned that collects here, and the deadline is ${say.instant(deadline)}.`
        : `The next run brings it at ${say.instant(expected)}, and the deadline is ${say.instant(deadline)}.`
    },
    otherwise: 'The cut-off has passed.',
    remedy: 'Call the laboratory, or give a reason to seal anyway.',
  },
  'document-not-ready': {
    title: 'Document being prepared',
    otherwise: 'The document is issued and numbered; its file is being drawn.',
    remedy: 'Wait a few seconds: it opens as soon as it is ready.',
  },
  duplicate: {
    title: 'Already there',
    otherwise: 'The same thing already exists: a code, an e-mail, overlapping days.',
    remedy: 'Use what exists, or correct the code.',
  },
  forbidden: {
    title: 'Not allowed',
    happened: (details, say) => {
      const needs = textsOf(details, 'needs')
      const areRoles = needs.length > 0 && needs.every((role) => /^[a-z]+(-[a-z]+)?$/.test(role))
      return areRoles
        ? `Your roles do not allow it. It takes ${say.anyOf('role', needs)}.`
        : undefined
    },
    otherwise: 'Your roles do not allow this.',
    remedy: 'If it is part of your work, ask the administrator of the grouping for the role.',
  },
  'four-eyes-required': {
    title: 'A second person is needed',
    otherwise: 'The same person may not both prepare and check.',
    remedy: 'Have another person finish it. This attempt is in the audit trail.',
  },
  'idempotency-key-reused': {
    title: 'Already handled',
    otherwise: 'This request bears the number of another one, with another content.',
    remedy: 'Reload the page, see whether your entry is kept, and repeat it if it is not.',
  },
  'import-unreadable': {
    title: 'File not readable',
    otherwise: 'A file is not what it claims to be. Nothing was imported.',
    remedy: 'Download the files again from their publisher, unchanged, and repeat the import.',
  },
  'insufficient-stock': {
    title: 'Not enough stock',
    otherwise: 'There are not enough usable units.',
    remedy: 'Approve less, substitute, receive stock, or leave a backorder.',
  },
  'invalid-credentials': {
    title: 'Wrong entry',
    otherwise: 'The e-mail, the password or the code is wrong.',
    remedy: 'Check and try again. After several errors the account waits.',
  },
  'invalid-input': {
    title: 'To be corrected',
    otherwise: 'Nothing was saved.',
    remedy: 'Correct what is named, then try again.',
  },
  'key-missing': {
    title: 'Cannot be split',
    otherwise: 'A cost pool has no allocation key that applies in this month.',
    remedy: 'Create a key in force on the first day of the month, or enter the missing driver.',
  },
  'lot-blocked': {
    title: 'Lot blocked',
    otherwise: 'This lot is blocked: it may be neither given nor sent.',
    remedy: 'Set it aside and take another lot. A pharmacist may lift a quarantine, with a reason.',
  },
  'lot-conflict': {
    title: 'Lot known with another expiry',
    otherwise: 'This product already has a lot of this number with another expiry.',
    remedy: 'Read the box again. If the first entry was wrong, reverse its receipt.',
  },
  'lot-expired': {
    title: 'Lot expired',
    otherwise: 'The expiry of this lot has passed.',
    remedy: 'Set it aside for destruction and take another lot.',
  },
  'not-a-member': {
    title: 'Not a member',
    otherwise: 'The establishment is not a member of this grouping on that day.',
    remedy: 'Check the date, or ask the administrator of the grouping for the membership.',
  },
  'not-found': {
    title: 'Not found',
    otherwise: 'It does not exist, or your roles do not let you see it.',
    remedy: 'Check the address and the grouping you work in.',
  },
  'over-approved': {
    title: 'More than approved',
    happened: (details, say) => {
      const product = textOf(details, 'denomination')
      const of = product === undefined ? '' : ` of ${product}`
      const [ordered, approved] = [
        countOf(details, 'orderedUnits'),
        countOf(details, 'approvedUnits'),
      ]
      if (ordered !== undefined && approved !== undefined) {
        return `${say.units(approved)}${of} to approve, and ${say.number(ordered)} were ordered.`
      }
      const [taken, left] = [countOf(details, 'takenUnits'), countOf(details, 'remainingUnits')]
      return taken === undefined || left === undefined
        ? undefined
        : `${say.units(taken)}${of} taken, and ${say.number(left)} are left to take of this lot.`
    },
    otherwise: 'No more may be given than the pharmacist approved.',
    remedy: 'Bring the quantity back, or have another order made.',
  },
  'period-closed': {
    title: 'Month closed',
    otherwise: 'This month is closed: its figures and documents no longer change.',
    remedy: 'Enter the correction in the next open month: it names the month it comes from.',
  },
  'period-not-ready': {
    title: 'Month not ready',
    otherwise: 'This month cannot be frozen or closed yet.',
    remedy: 'Deal with each point, then try again.',
  },
  'precondition-failed': {
    title: 'Changed meanwhile',
    happened: (details, say) => {
      const at = textOf(details, 'changedAt')
      return at === undefined
        ? undefined
        : `Somebody changed it on ${say.instant(at)}, after you opened it.`
    },
    otherwise: 'Somebody changed it since you opened it.',
    remedy: 'Reload, see what changed, then make your change again.',
  },
  'quantities-unbalanced': {
    title: 'It does not add up',
    otherwise: 'Accepted, refused and missing do not add up to what was shipped.',
    remedy: 'Correct the lines named: nothing may stay unanswered.',
  },
  'queue-unavailable': {
    title: 'Work is waiting',
    otherwise:
      'The job queue does not answer. What you asked for is saved, and done when it is back.',
    remedy: 'Do not repeat it. If it lasts, tell the IT department.',
  },
  'scan-mismatch': {
    title: 'Not the right one',
    otherwise: 'The code reads well, and is not the one expected here.',
    remedy: 'Put it back and scan the right one, or report a problem on the line.',
  },
  'scan-unreadable': {
    title: 'Code not readable',
    otherwise:
      'This code cannot be understood with certainty: nothing was guessed. Scan again, or enter product, lot and expiry by hand.',
    remedy: 'Nothing was recorded.',
  },
  'second-factor-required': {
    title: 'Second factor asked for',
    otherwise: 'The password is right; this account also needs its six-digit code.',
    remedy: 'Enter the code your application shows.',
  },
  'storage-unavailable': {
    title: 'Unavailable for a moment',
    otherwise: 'The database or the document store does not answer. Nothing is lost.',
    remedy: 'Try again in a moment. If it lasts, tell the IT department.',
  },
  'too-many-attempts': {
    title: 'Too many attempts',
    otherwise: 'Too many attempts came from this place in a short time.',
    remedy: 'Wait, then try again.',
  },
  unauthenticated: {
    title: 'Session ended',
    otherwise: 'You are not signed in, or your session ended after a while without activity.',
    remedy: 'Sign in again: you come back to this page.',
  },
  unreconciled: {
    title: 'Tubes without a verdict',
    happened: (details) => {
      const tubes = textsOf(details, 'remaining')
      return tubes.length === 0
        ? undefined
        : `The shipment cannot be closed: still without a verdict: ${tubes.join(', ')}.`
    },
    otherwise: 'Tubes of this shipment still have no verdict.',
    remedy: 'Scan each tube, confirm it by hand with a reason, or declare it missing.',
  },
  'wrong-state': {
    title: 'Not possible now',
    otherwise: 'This is not possible in the present state.',
    remedy: 'Reload the page: somebody may have acted before you.',
  },
}
