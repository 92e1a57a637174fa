import type { Login } from '../../../src/demo/cast.js'

interface Visit {
  readonly login: Login
  readonly paths: readonly string[]
}

/** Every page that needs no particular thing, by somebody who sees it. */
export const PAGES: readonly Visit[] = [
  {
    login: 'pharmacien',
    paths: [
      '/pharmacie',
      '/pharmacie/commandes',
      '/pharmacie/preparation',
      '/pharmacie/envois',
      '/pharmacie/ecarts',
      '/pharmacie/tournees',
      '/pharmacie/stock',
      '/pharmacie/receptions',
      '/pharmacie/produits',
      '/compte',
      '/kit',
    ],
  },
  {
    login: 'cadre.fleurs',
    paths: [
      '/etablissement',
      '/etablissement/commandes',
      '/etablissement/commandes/nouvelle',
      '/etablissement/receptions',
      '/etablissement/prelevements',
      '/etablissement/releves',
    ],
  },
  { login: 'coursier', paths: ['/tournee'] },
  {
    login: 'technicien',
    paths: [
      '/laboratoire',
      '/laboratoire/reception',
      '/laboratoire/colis',
      '/laboratoire/alarmes',
      '/laboratoire/tournees',
      '/laboratoire/examens',
    ],
  },
  {
    login: 'finance',
    paths: [
      '/finance',
      '/finance/charges',
      '/finance/cles',
      '/finance/repartition',
      '/finance/releves',
    ],
  },
  {
    login: 'admin',
    paths: [
      '/administration',
      '/administration/personnes',
      '/administration/groupement',
      '/administration/tournees',
      '/administration/catalogue',
      '/administration/cles-api',
      '/administration/taches',
      '/administration/journal',
      '/administration/sante',
    ],
  },
]

/** In the page: nothing of it is still awaited. */
export const hasCome = (): boolean => document.querySelector('[aria-busy="true"]') === null
