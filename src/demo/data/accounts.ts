import type { EstablishmentKey } from './alliance.js'

export interface DemoAccount {
  readonly login: string
  readonly displayName: string
  readonly jobTitle: string
  /** Roles held, in which grouping, and for which establishment when narrowed to one. */
  readonly roles: ReadonlyArray<{
    readonly role: string
    readonly grouping: 'pharmacy' | 'laboratory' | 'both'
    readonly at?: EstablishmentKey
  }>
}

/** The accounts printed at start, one per role, then those that act in the background. The people are invented. */
export const ACCOUNTS: readonly DemoAccount[] = [
  {
    login: 'gerant',
    displayName: 'Hélène Marchand',
    jobTitle: 'Pharmacienne gérante',
    roles: [{ role: 'head-pharmacist', grouping: 'pharmacy' }],
  },
  {
    login: 'pharmacien',
    displayName: 'Karim Benali',
    jobTitle: 'Pharmacien',
    roles: [{ role: 'pharmacist', grouping: 'pharmacy' }],
  },
  {
    login: 'preparateur',
    displayName: 'Lucie Morel',
    jobTitle: 'Préparatrice en pharmacie hospitalière',
    roles: [
      { role: 'preparer', grouping: 'pharmacy' },
      { role: 'dispatcher', grouping: 'pharmacy' },
    ],
  },
  {
    login: 'cadre.fleurs',
    displayName: 'Nathalie Lefèvre',
    jobTitle: 'Cadre de santé',
    roles: [
      { role: 'requester', grouping: 'both', at: 'fleurs' },
      { role: 'receiver', grouping: 'both', at: 'fleurs' },
    ],
  },
  {
    login: 'ide.solemnes',
    displayName: 'Inès Garnier',
    jobTitle: 'Infirmière référente',
    roles: [
      { role: 'requester', grouping: 'pharmacy', at: 'solemnes' },
      { role: 'receiver', grouping: 'pharmacy', at: 'solemnes' },
    ],
  },
  {
    login: 'coursier',
    displayName: 'Thomas Petit',
    jobTitle: 'Coursier',
    roles: [{ role: 'courier', grouping: 'both' }],
  },
  {
    login: 'technicien',
    displayName: 'Amandine Roche',
    jobTitle: 'Technicienne de laboratoire',
    roles: [
      { role: 'lab-technician', grouping: 'laboratory' },
      { role: 'dispatcher', grouping: 'laboratory' },
    ],
  },
  {
    login: 'biologiste',
    displayName: 'Étienne Faure',
    jobTitle: 'Biologiste médical',
    roles: [{ role: 'biologist', grouping: 'laboratory' }],
  },
  {
    login: 'finance',
    displayName: 'Sophie Delcourt',
    jobTitle: 'Contrôleuse de gestion',
    roles: [{ role: 'finance-controller', grouping: 'both' }],
  },
  {
    login: 'admin',
    displayName: 'Olivier Blanc',
    jobTitle: 'Administrateur du groupement',
    roles: [{ role: 'administrator', grouping: 'both' }],
  },
  {
    login: 'auditeur',
    displayName: 'Marianne Coste',
    jobTitle: 'Auditrice',
    roles: [{ role: 'auditor', grouping: 'both' }],
  },
  {
    login: 'cadre.foch',
    displayName: 'Julien Caron',
    jobTitle: 'Cadre de santé',
    roles: [
      { role: 'requester', grouping: 'pharmacy', at: 'foch' },
      { role: 'receiver', grouping: 'pharmacy', at: 'foch' },
    ],
  },
  {
    login: 'ide.neuilly',
    displayName: 'Chloé Masson',
    jobTitle: 'Infirmière référente',
    roles: [
      { role: 'requester', grouping: 'pharmacy', at: 'neuilly' },
      { role: 'receiver', grouping: 'pharmacy', at: 'neuilly' },
    ],
  },
  {
    login: 'cadre.hfb',
    displayName: 'Rachid Amrani',
    jobTitle: 'Cadre de santé',
    roles: [
      { role: 'requester', grouping: 'laboratory', at: 'hfb' },
      { role: 'receiver', grouping: 'laboratory', at: 'hfb' },
    ],
  },
  {
    login: 'ide.mgen',
    displayName: 'Élodie Renard',
    jobTitle: 'Infirmière',
    roles: [
      { role: 'requester', grouping: 'laboratory', at: 'mgen' },
      { role: 'receiver', grouping: 'laboratory', at: 'mgen' },
    ],
  },
]
