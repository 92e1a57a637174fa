import { describe, expect, test } from 'vitest'
import { DOMAIN_ERROR_CODES, type DomainErrorCode } from '../../../../src/kernel/errors.js'
import type { Problem } from '../problem.js'
import { explainMessage, explainOffline, explainProblem } from './explain-problem.js'

const refusal = (code: DomainErrorCode, more: Partial<Problem> = {}): Problem => ({
  ...{ status: 409, code, requestId: 'r-1' },
  ...more,
})
/** As a person reads it: the spaces that do not break are spaces. */
const read = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const inFrench = (problem: Problem) => {
  const { sentence, remedy } = explainProblem(problem, 'fr')
  return read(`${sentence} ${remedy}`)
}

describe('every code', () => {
  test.for([...DOMAIN_ERROR_CODES])(
    '%s says what, why and what to do, in both languages',
    (code) => {
      for (const language of ['fr', 'en'] as const) {
        const { title, sentence, remedy } = explainProblem(refusal(code), language)
        expect(title).toMatch(/^\p{Lu}/u)
        for (const said of [sentence, remedy]) expect(said).toMatch(/^\p{Lu}.*\.$/su)
        expect(title + sentence + remedy).not.toMatch(/[!'{}]|undefined/)
      }
    },
  )

  test.for([...DOMAIN_ERROR_CODES])('%s is as good with details of another version', (code) => {
    const strange = {
      lines: 'no list',
      needs: [1],
      blockers: [null],
      expected: 7,
      day: '?',
      month: 3,
    }

    expect(() => explainProblem(refusal(code, strange), 'fr')).not.toThrow()
  })
})

describe('what happened', () => {
  test.for<[name: string, Problem, said: string]>([
    [
      'not a member',
      refusal('not-a-member', {
        ...{ subject: 'order', day: '2026-03-12', memberships: [{ fromOn: '2026-04-01' }] },
        ...{ establishmentName: 'EHPAD de Neuilly', groupingName: 'PUI de l’Alliance' },
      }),
      'Commande refusée : EHPAD de Neuilly n’est pas membre de PUI de l’Alliance au 12 mars 2026 (son adhésion commence le 1er avril 2026). Vérifiez la date ou demandez l’adhésion à l’administrateur du groupement.',
    ],
    [
      'nothing to give',
      refusal('insufficient-stock', {
        lines: [
          {
            ...{ denomination: 'PARACÉTAMOL 1 g', missingUnits: 1240 },
            unmet: [
              { reason: 'reserved', units: 1200 },
              { reason: 'quarantine', units: 40 },
            ],
          },
        ],
      }),
      'Rien ne peut être fourni maintenant : PARACÉTAMOL 1 g, il manque 1 240 unités (1 200 déjà réservées, 40 en quarantaine). Validez moins, proposez une équivalence, réceptionnez du stock, ou laissez un reliquat.',
    ],
    [
      'the wrong box',
      refusal('scan-mismatch', {
        detail:
          'Lot X9 is not the one kept for this order. Put it back. Expected: DOLIPRANE, lot A1',
        expected: [{ denomination: 'DOLIPRANE', lotNumber: 'A1', units: 1 }],
      }),
      'Le lot X9 n’est pas celui réservé à cette commande. À reposer. Attendu : DOLIPRANE, lot A1. Reposez-le et prenez : DOLIPRANE, lot A1 (1 unité).',
    ],
    [
      'too much taken',
      refusal('over-approved', {
        ...{ takenUnits: 6, remainingUnits: 5, denomination: 'DOLIPRANE', lotNumber: 'A1' },
      }),
      'Quantité prélevée (DOLIPRANE) : 6 unités, alors qu’il en reste 5 à prendre du lot A1. Reposez l’excédent. S’il en faut davantage, demandez une autre commande.',
    ],
    [
      'a role that is missing',
      refusal('forbidden', { needs: ['head-pharmacist', 'pharmacist'] }),
      'Vos habilitations ne le permettent pas. Il faut être pharmacien gérant ou pharmacien. Si cela fait partie de votre travail, demandez l’habilitation à l’administrateur du groupement.',
    ],
    [
      'another state',
      refusal('wrong-state', {
        detail:
          '"approve" is not possible: this order is draft. Possible now: edit, submit, cancel',
        ...{ state: 'draft', action: 'approve', possible: ['edit', 'submit', 'cancel'] },
      }),
      'L’action « valider » n’est pas possible : commande au stade « brouillon ». Possible maintenant : modifier, transmettre ou annuler. Rechargez la page : quelqu’un a pu agir avant vous.',
    ],
    [
      'something unknown',
      refusal('not-found', {
        detail: 'Specimen shipment 0190a1b2-0000-7000-8000-000000000000 does not exist',
      }),
      'Envoi d’échantillons introuvable : cela n’existe pas, ou vos habilitations ne permettent pas de le voir. Vérifiez l’adresse et le groupement dans lequel vous travaillez.',
    ],
    [
      'tubes without a verdict',
      refusal('unreconciled', { remaining: ['T-1', 'T-2'] }),
      'L’envoi ne peut pas être clos : les tubes T-1, T-2 restent sans décision. Scannez chaque tube, confirmez-le à la main avec un motif, ou déclarez-le manquant.',
    ],
    [
      'a month that is not over',
      refusal('period-not-ready', {
        month: '2026-03',
        blockers: [
          { code: 'month-not-over', message: '2026-03 ends on 2026-03-31; today is 2026-03-12' },
          {
            code: 'open-discrepancies',
            message: '2 discrepancies are not settled; what they decide lands in a later month',
          },
        ],
      }),
      'Le mois de mars 2026 n’est pas prêt. Mars 2026 se termine le 31 mars 2026 ; nous sommes le 12 mars 2026. Écarts de réception non réglés : 2. Ce qu’ils décideront comptera dans un mois ultérieur. Traitez chaque point, puis recommencez.',
    ],
    [
      'too many attempts',
      refusal('account-locked', { retryAfterSeconds: 90 }),
      'Trop de mots de passe ou de codes inexacts : nouvel essai possible dans 2 min. Patientez, puis reconnectez-vous. Si ces essais ne sont pas les vôtres, prévenez votre administrateur.',
    ],
    [
      'a key without a weight',
      refusal('key-missing', {
        detail:
          'Transport: This amount cannot be split: every weight of the key is zero. Enter the key or its driver',
      }),
      'Transport : Ce montant ne peut pas être réparti : tous les poids de la clé sont nuls. Complétez la clé ou son unité d’œuvre. Créez une clé en vigueur au premier jour du mois, ou saisissez l’unité d’œuvre qui manque.',
    ],
    [
      'a lost separator',
      refusal('scan-unreadable', {
        detail:
          'This product is serialised and the scan gives no lot (10), serial number (21): a separator was probably lost. Set the scanner to send GS (ASCII 29) between fields, or enter the box by hand',
      }),
      'Ce produit porte un identifiant unique et la lecture ne donne pas le lot (10), le numéro de série (21) : un séparateur a sans doute été perdu. Réglez le lecteur pour qu’il envoie le séparateur GS (ASCII 29) entre les champs, ou saisissez la boîte à la main. Rien n’a été enregistré.',
    ],
    [
      'text where a code is expected',
      refusal('scan-unreadable', {
        detail:
          'Not a GS1 code: no identifier begins with "hell". Scan again; if it persists, set the scanner to send GS (ASCII 29) and the right keyboard, or enter the box by hand',
      }),
      'Ce n’est pas un code GS1 : aucun identifiant ne commence par « hell ». Scannez de nouveau ; si cela persiste, réglez le lecteur (séparateur GS, clavier), ou saisissez la boîte à la main. Rien n’a été enregistré.',
    ],
  ])('%s', ([, problem, said]) => {
    expect(inFrench(problem)).toBe(said)
  })

  test('is said in English by the server itself', () => {
    const detail = 'Lot A1 expired on 2026-01-31: set it aside'

    expect(explainProblem(refusal('lot-expired', { detail }), 'en').sentence).toBe(`${detail}.`)
  })

  test('is never English to who reads French, even when nobody translated it', () => {
    const { sentence } = explainProblem(
      refusal('duplicate', { detail: 'Brand new sentence' }),
      'fr',
    )

    expect(read(sentence)).toMatch(/^La même chose existe déjà/)
  })
})

describe('the fields', () => {
  const problem = refusal('invalid-input', {
    status: 422,
    detail: 'lines.0.units: Too small: expected number to be >0',
    errors: [
      { path: 'lines.0.units', message: 'Too small: expected number to be >0' },
      { path: 'lines.1.productId', message: 'Invalid UUID' },
      { path: 'validTo', message: 'Ends on its first day or later' },
      { path: 'comment', message: 'A sentence of tomorrow' },
    ],
  })

  test('are named as on screen, each with its remedy', () => {
    const { sentence, fields } = explainProblem(problem, 'fr')

    expect(sentence).toBe('Rien n’a été enregistré.')
    expect(fields).toEqual([
      {
        path: 'lines.0.units',
        label: 'ligne 1, quantité',
        sentence: 'Un nombre plus grand que zéro.',
      },
      {
        path: 'lines.1.productId',
        label: 'ligne 2, produit',
        sentence: 'Choisissez un élément de la liste.',
      },
      {
        ...{ path: 'validTo', label: 'dernier jour de validité' },
        sentence: 'La fin ne peut pas précéder le premier jour.',
      },
      { path: 'comment', label: 'commentaire', sentence: 'Cette valeur n’est pas acceptée.' },
    ])
  })

  test('are as plain in English', () => {
    const [units, product] = explainProblem(problem, 'en').fields

    expect(units).toMatchObject({ label: 'line 1, quantity', sentence: 'A number above zero.' })
    expect(product).toMatchObject({ label: 'line 2, product', sentence: 'Choose one of the list.' })
  })
})

describe('what is no refusal', () => {
  test('a failure gives the number that support asks for', () => {
    const { title, remedy } = explainProblem({ status: 500, requestId: 'req-42' }, 'fr')

    expect(title).toBe('Une erreur est survenue')
    expect(read(remedy)).toContain('donnez ce numéro au support : req-42.')
    expect(explainProblem({ status: 502 }, 'en').remedy).not.toContain('undefined')
  })

  test('a code of a later version asks to reload', () => {
    const later: Problem = JSON.parse('{"status":409,"code":"brand-new","requestId":"req-43"}')

    expect(read(explainProblem(later, 'fr').remedy)).toMatch(/^Rechargez la page .* req-43\.$/)
  })

  test('a finding of the server is said as its refusals are', () => {
    const finding = '2026-02 is still open: freeze it first'

    expect(read(explainMessage(finding, 'fr'))).toBe(
      'Février 2026 est encore ouvert : figez-le d’abord.',
    )
    expect(explainMessage('Brand new', 'fr')).toBe('Brand new')
    const unreadable = 'CIS_bdpm, line 1: expected an 8-digit CIS code, then 10 columns'
    expect(read(explainMessage(unreadable, 'fr'))).toBe(
      'CIS_bdpm, ligne 1 : le contenu n’est pas celui attendu (un code CIS de 8 chiffres, puis 10 colonnes).',
    )
    const overlap = 'This establishment is already a member from 2026-12-01'
    expect(read(explainMessage(`${overlap} to 2027-03-31`, 'fr'))).toBe(
      'Cet établissement est déjà membre du 1er décembre 2026 au 31 mars 2027.',
    )
    expect(read(explainMessage(`${overlap} without end`, 'fr'))).toBe(
      'Cet établissement est déjà membre à partir du 1er décembre 2026, sans date de fin.',
    )
  })

  test('being offline says what is kept', () => {
    expect(explainOffline('fr').sentence).toContain('rien de ce qui est enregistré n’est perdu')
    expect(explainOffline('en').fields).toEqual([])
  })
})
