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

export const administrationRoutes = [members, member, people, person]
