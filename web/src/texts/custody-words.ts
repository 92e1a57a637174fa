import { defineTexts, type SameTexts } from './define-texts.js'

const fr = {
  kind: {
    'picked-up': 'Pris en charge',
    'handed-over': 'Remis de la main à la main',
    'dropped-off': 'Déposé',
    temperature: 'Température relevée',
    'arrived-at-stop': 'Arrivé à l’arrêt',
    'closed-stop': 'Arrêt terminé',
    received: 'Reçu',
  },
  mode: {
    camera: 'scan',
    wedge: 'scan',
    manual: 'saisi à la main',
    scan: 'scan',
    hand: 'à la main',
  },
  flag: {
    excursion: 'Hors limites',
    'seal-mismatch': 'Scellé différent de celui annoncé',
    'clock-corrected': 'Horloge du téléphone décalée, heure corrigée',
    'future-dated': 'Daté dans le futur',
    'not-sealed': 'Colis non scellé',
    'unknown-container': 'Colis inconnu',
    late: 'Connu après coup',
  },
  finding: {
    'inferred-pick-up': 'Prise en charge déduite\u00a0: aucun scan au départ',
    'second-pick-up': 'Pris par une autre personne sans remise',
    'one-sided-handover': 'Remise non confirmée par celui qui reçoit',
    'after-arrival': 'Déplacé après son arrivée',
  },
} as const

const en: SameTexts<typeof fr> = {
  kind: {
    'picked-up': 'Picked up',
    'handed-over': 'Handed over',
    'dropped-off': 'Dropped off',
    temperature: 'Temperature read',
    'arrived-at-stop': 'Arrived at the stop',
    'closed-stop': 'Stop closed',
    received: 'Received',
  },
  mode: { camera: 'scan', wedge: 'scan', manual: 'by hand', scan: 'scan', hand: 'by hand' },
  flag: {
    excursion: 'Out of limits',
    'seal-mismatch': 'Seal differs from the one announced',
    'clock-corrected': 'The telephone’s clock was off, time corrected',
    'future-dated': 'Dated in the future',
    'not-sealed': 'Container not sealed',
    'unknown-container': 'Unknown container',
    late: 'Known after the fact',
  },
  finding: {
    'inferred-pick-up': 'Pick-up inferred: nobody scanned it at the start',
    'second-pick-up': 'Taken by somebody else without a handover',
    'one-sided-handover': 'Handover not confirmed by the one who takes',
    'after-arrival': 'Moved after it had arrived',
  },
}

/** The words of the chain of custody: what happened, how we know, what does not fit. */
export const useCustodyWords = defineTexts('custody-words', { fr, en })
