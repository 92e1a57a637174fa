import {
  type Icon,
  IconAddressBook,
  IconAlertTriangle,
  IconBox,
  IconBuildingHospital,
  IconCalendarTime,
  IconCash,
  IconChartHistogram,
  IconChartPie,
  IconClipboardList,
  IconDatabaseImport,
  IconFileInvoice,
  IconFlask,
  IconHeartbeat,
  IconHistory,
  IconHome,
  IconInbox,
  IconKey,
  IconListCheck,
  IconPackage,
  IconPackageImport,
  IconPill,
  IconReportMoney,
  IconRoute,
  IconRulerMeasure,
  IconSettings,
  IconTestPipe,
  IconTool,
  IconTruck,
  IconUsers,
} from '@tabler/icons-react'
import type { Role } from '../../../src/kernel/roles.js'
import type { Grant, Session } from '../api/session.js'

export interface Section {
  /** The key of its word among the frame's texts. */
  readonly id: string
  readonly path: string
  readonly icon: Icon
  /** Only for members of a grouping of this kind. */
  readonly kind?: 'pharmacy' | 'laboratory'
}

export interface Space {
  readonly id: 'pharmacy' | 'member' | 'courier' | 'laboratory' | 'finance' | 'administration'
  readonly path: string
  readonly icon: Icon
  readonly roles: readonly Role[]
  /** Roles count in groupings of this kind only. */
  readonly kind?: 'pharmacy' | 'laboratory'
  /** Whether the person acts for a grouping, for an establishment, or for whatever the route says. */
  readonly place: 'grouping' | 'establishment' | 'none'
  readonly sections: readonly Section[]
}

export const SPACES: readonly Space[] = [
  {
    id: 'pharmacy',
    path: '/pharmacie',
    icon: IconPill,
    roles: ['head-pharmacist', 'pharmacist', 'preparer', 'dispatcher', 'auditor'],
    kind: 'pharmacy',
    place: 'grouping',
    sections: [
      { id: 'today', path: '/pharmacie', icon: IconHome },
      { id: 'orders', path: '/pharmacie/commandes', icon: IconClipboardList },
      { id: 'picking', path: '/pharmacie/preparation', icon: IconListCheck },
      { id: 'deliveries', path: '/pharmacie/envois', icon: IconTruck },
      { id: 'discrepancies', path: '/pharmacie/ecarts', icon: IconAlertTriangle },
      { id: 'runs', path: '/pharmacie/tournees', icon: IconRoute },
      { id: 'stock', path: '/pharmacie/stock', icon: IconBox },
      { id: 'receipts', path: '/pharmacie/receptions', icon: IconPackageImport },
      { id: 'products', path: '/pharmacie/produits', icon: IconPill },
    ],
  },
  {
    id: 'member',
    path: '/etablissement',
    icon: IconBuildingHospital,
    roles: ['requester', 'receiver'],
    place: 'establishment',
    sections: [
      { id: 'today', path: '/etablissement', icon: IconHome },
      {
        id: 'memberOrders',
        path: '/etablissement/commandes',
        icon: IconClipboardList,
        kind: 'pharmacy',
      },
      { id: 'incoming', path: '/etablissement/receptions', icon: IconPackage, kind: 'pharmacy' },
      {
        id: 'shipments',
        path: '/etablissement/prelevements',
        icon: IconTestPipe,
        kind: 'laboratory',
      },
      { id: 'statements', path: '/etablissement/releves', icon: IconFileInvoice },
    ],
  },
  {
    id: 'courier',
    path: '/tournee',
    icon: IconTruck,
    roles: ['courier'],
    place: 'none',
    sections: [],
  },
  {
    id: 'laboratory',
    path: '/laboratoire',
    icon: IconFlask,
    roles: ['lab-technician', 'biologist', 'dispatcher', 'auditor'],
    kind: 'laboratory',
    place: 'grouping',
    sections: [
      { id: 'arrivals', path: '/laboratoire', icon: IconInbox },
      { id: 'labShipments', path: '/laboratoire/colis', icon: IconTestPipe },
      { id: 'alarms', path: '/laboratoire/alarmes', icon: IconAlertTriangle },
      { id: 'labRuns', path: '/laboratoire/tournees', icon: IconRoute },
      { id: 'exams', path: '/laboratoire/examens', icon: IconRulerMeasure },
    ],
  },
  {
    id: 'finance',
    path: '/finance',
    icon: IconCash,
    roles: ['finance-controller', 'head-pharmacist', 'administrator', 'auditor'],
    place: 'grouping',
    sections: [
      { id: 'months', path: '/finance', icon: IconCalendarTime },
      { id: 'charges', path: '/finance/charges', icon: IconReportMoney },
      { id: 'budget', path: '/finance/budget', icon: IconChartHistogram },
      { id: 'keys', path: '/finance/cles', icon: IconKey },
      { id: 'split', path: '/finance/repartition', icon: IconChartPie },
      { id: 'statements', path: '/finance/releves', icon: IconFileInvoice },
    ],
  },
  {
    id: 'administration',
    path: '/administration',
    icon: IconSettings,
    roles: ['administrator', 'auditor'],
    place: 'grouping',
    sections: [
      { id: 'members', path: '/administration', icon: IconBuildingHospital },
      { id: 'users', path: '/administration/personnes', icon: IconUsers },
      { id: 'grouping', path: '/administration/groupement', icon: IconAddressBook },
      { id: 'timetable', path: '/administration/tournees', icon: IconCalendarTime },
      { id: 'catalogue', path: '/administration/catalogue', icon: IconDatabaseImport },
      { id: 'machines', path: '/administration/cles-api', icon: IconKey },
      { id: 'jobs', path: '/administration/taches', icon: IconTool },
      { id: 'audit', path: '/administration/journal', icon: IconHistory },
      { id: 'health', path: '/administration/sante', icon: IconHeartbeat },
    ],
  },
]

/** The grants that open a space to somebody. */
export const grantsFor = (space: Space, session: Session): Grant[] =>
  session.grants.filter(
    (grant) =>
      space.roles.includes(grant.role) &&
      (space.kind === undefined || grant.groupingKind === space.kind),
  )

export const spacesOf = (session: Session): Space[] =>
  SPACES.filter((space) => grantsFor(space, session).length > 0)

export const spaceAt = (path: string): Space | undefined =>
  SPACES.find((space) => path === space.path || path.startsWith(`${space.path}/`))
