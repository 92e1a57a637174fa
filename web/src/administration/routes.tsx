import { createRoute } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'
import { lazyPage } from '../ui/lazy-page.js'

const members = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration',
  component: lazyPage(() => import('./members/members-page.js'), 'MembersPage'),
})

const member = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/membres/$establishmentId',
  component: lazyPage(() => import('./members/member-page.js'), 'MemberPage'),
})

const people = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/personnes',
  component: lazyPage(() => import('./people/people-page.js'), 'PeoplePage'),
})

const person = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/personnes/$userId',
  component: lazyPage(() => import('./people/person-page.js'), 'PersonPage'),
})

const grouping = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/groupement',
  component: lazyPage(() => import('./grouping/grouping-page.js'), 'GroupingPage'),
})

const timetable = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/tournees',
  component: lazyPage(() => import('./timetable/timetable-page.js'), 'TimetablePage'),
})

const template = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/tournees/$templateId',
  component: lazyPage(() => import('./timetable/template-page.js'), 'TemplatePage'),
})

const keys = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/cles-api',
  component: lazyPage(() => import('./machines/keys-page.js'), 'KeysPage'),
})

const catalogue = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/catalogue',
  component: lazyPage(() => import('./catalogue/catalogue-page.js'), 'CataloguePage'),
})

const jobs = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/taches',
  component: lazyPage(() => import('./jobs/jobs-page.js'), 'JobsPage'),
})

const audit = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/journal',
  component: lazyPage(() => import('./audit/audit-page.js'), 'AuditPage'),
})

const health = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/sante',
  component: lazyPage(() => import('./health/health-page.js'), 'HealthPage'),
})

export const administrationRoutes = [
  members,
  member,
  people,
  person,
  grouping,
  timetable,
  template,
  catalogue,
  keys,
  jobs,
  audit,
  health,
]
