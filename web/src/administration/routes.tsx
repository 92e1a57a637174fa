import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'

const members = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration',
  component: lazyRouteComponent(() => import('./members/members-page.js'), 'MembersPage'),
})

const member = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/membres/$establishmentId',
  component: lazyRouteComponent(() => import('./members/member-page.js'), 'MemberPage'),
})

const people = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/personnes',
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
})

const person = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/personnes/$userId',
  component: lazyRouteComponent(() => import('./people/person-page.js'), 'PersonPage'),
})

const grouping = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/groupement',
  component: lazyRouteComponent(() => import('./grouping/grouping-page.js'), 'GroupingPage'),
})

const timetable = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/tournees',
  component: lazyRouteComponent(() => import('./timetable/timetable-page.js'), 'TimetablePage'),
})

const template = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/tournees/$templateId',
  component: lazyRouteComponent(() => import('./timetable/template-page.js'), 'TemplatePage'),
})

const keys = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/cles-api',
  component: lazyRouteComponent(() => import('./machines/keys-page.js'), 'KeysPage'),
})

const catalogue = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/catalogue',
  component: lazyRouteComponent(() => import('./catalogue/catalogue-page.js'), 'CataloguePage'),
})

const jobs = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/taches',
  component: lazyRouteComponent(() => import('./jobs/jobs-page.js'), 'JobsPage'),
})

const audit = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/journal',
  component: lazyRouteComponent(() => import('./audit/audit-page.js'), 'AuditPage'),
})

const health = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/sante',
  component: lazyRouteComponent(() => import('./health/health-page.js'), 'HealthPage'),
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
