import { describe, expect, test } from 'vitest'
import { unitsPerPack } from './units-per-pack.js'

// Labels as published in CIS_CIP_bdpm (Base de données publique des médicaments, July 2025).
const KNOWN: readonly [number, string][] = [
  [30, 'plaquette(s) PVC PVDC aluminium de 30 comprimé(s)'],
  [8, 'plaquette(s) thermoformée(s) PVC-aluminium de 8  comprimé(s)'],
  [30, 'plaquettes OPA : polyamide orienté aluminium PVC-Aluminium de 30 comprimés'],
  [30, '3 plaquette(s) thermoformée(s) PVC PVDC aluminium de 10 comprimé(s)'],
  [63, '3 plaquette(s) PVC-Aluminium de 21 comprimé(s)'],
  [90, '90 plaquette(s) thermoformée(s) aluminium de 1 comprimé(s)'],
  [28, '28 plaquettes prédécoupées unitaires aluminium OPA : polyamide orienté PVC de 1 gélule(s)'],
  [1, 'plaquette(s) PVC-Aluminium PVDC de 1 capsule(s)'],
  [56, '1 flacon(s) polyéthylène haute densité (PEHD) de 56 gélule(s)'],
  [28, 'pilulier(s) polyéthylène haute densité (PEHD) de 28  gélule(s)'],
  [90, '3 pilulier(s) polypropylène de 30 comprimé(s)'],
  [20, 'tube(s) polypropylène de 20 comprimé(s)'],
  [16, '2 tube(s) polypropylène de 8 comprimé(s)'],
  [
    60,
    'pilulier(s) polyéthylène haute densité (PEHD) avec fermeture de sécurité enfant de 60 comprimé(s)',
  ],
  [30, 'plaquette(s) OPA : polyamide orienté aluminium PVC de 30 (20 + 10) comprimés'],
  [10, 'plaquette(s) PVC polyéthylène de 10 suppositoire(s)'],
  [
    5,
    '5 sachet(s) polytéréphtalate (PET) aluminium P-A-M-éthylène (SURLYN) avec fermeture de sécurité enfant de 1 dispositif(s) avec système de récupération',
  ],
  [5, '5 ampoule(s) en verre de 2 ml'],
  [10, '10 ampoule(s) bouteille en verre de 1 ml'],
  [10, '10 flacon(s) en verre de 1  g'],
  [10, '10 flacons en verre'],
  [1, '1 flacon(s) en verre brun de 150 ml avec seringue(s) doseuse(s) de 3 ml'],
  [1, '1 tube(s) aluminium verni de 5 g avec 2 pansement(s)'],
  [6, '6 seringue(s) préremplie(s) en verre de 0,4 ml'],
  [
    1,
    '1 seringue préremplie en verre de 0,8 mL avec protège-aiguille automatique et 2 tampons alcoolisés',
  ],
  [5, '5 cartouche(s) en verre dans stylo pré-rempli de 3 ml'],
  [4, '4 stylos préremplis en verre de 1 ml avec aiguille(s)'],
  [20, '20 poche(s) (ECOFLAC) polyéthylène de 100 ml'],
  [
    4,
    '4 poche(s) suremballée(s)/surpochée(s) à 3 compartiments (plastique multicouches sans PVC) de 1820 ml',
  ],
  [30, '30 sachet(s)-dose(s) papier aluminium polyéthylène de 153,45 mg'],
  [
    20,
    '20 récipient(s) unidose(s) polyéthylène de 2 ml suremballée(s)/surpochée(s) par plaquette de 5 récipients unidoses',
  ],
  [1, '1 flacon(s) pressurisé(s) aluminium de 200 dose(s) avec valve(s) doseuse(s)'],
  [1, '1 flacon(s) en verre - 1 flacon(s) en verre de 40 ml avec dispositif(s) de transfert 20/20'],
  [5, '5 flacon(s) en verre brun - 5 ampoule(s) en verre de 2  ml'],
  [10, '10 ampoule(s) en verre de 1  ml (abrogée le 18/12/2021 (notification du 21/07/2021))'],
  [
    60,
    'plaquette(s) thermoformée(s) PVC-Aluminium de 60 comprimé(s) (distributeur parallèle : Mediwin)',
  ],
]

const UNCERTAIN: readonly string[] = [
  'sachet(s) polyester de 1 dispositif(s)',
  'flacon(s) en verre de 10 ml',
  'plaquette(s) PVC polyéthylène PVDC aluminium de 30',
  'plaquette(s) aluminium de 60 comprimé(s) (6x10)',
  '14 plaquettes aluminium de 8 comprimés (emballage multiple : 2 x 56)',
  'plaquettes PVC PVDC aluminium de 112 (4 x 28) gélules (conditionnement multiple)',
  'plaquette(s) PVC-Aluminium de 48 gélule(s) bleues et 48 gélule(s) rouges',
  '1 plaquette(s) PVC PVDC aluminium de 21 comprimé(s) - 1 plaquette(s) PVC PVDC aluminium de 7 comprimé(s)',
  '1 stylo prérempli en verre de 0,5 ml - 1 stylo prérempli en verre de 0,5 ml',
  '1 flacon(s) en verre de 1,5 ml - 1 flacon(s) en verre de 4,5 ml',
  '84 flacon(s) en verre - 88 ampoule(s) polyéthylène basse densité (PEBD) avec nébulisateur Altera',
  '1 boîte(s) de 10 flacon(s) en verre',
  '1 évaporateur fixe acier de 100 l',
  'plaquette(s) thermoformée(s) aluminium de 60 dose(s) avec inhalateur(s)',
  '',
]

describe('unitsPerPack', () => {
  test.each(KNOWN)('counts %i units in « %s »', (units, label) => {
    expect(unitsPerPack(label)).toBe(units)
  })

  test.each(UNCERTAIN)('says nothing about « %s »', (label) => {
    expect(unitsPerPack(label)).toBeNull()
  })
})
