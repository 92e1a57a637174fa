import { expect, test } from 'vitest'
import { SessionView } from '../../../../src/access/schema.js'
import type { FoundItem } from '../../../../src/finding/schema.js'
import type { Role } from '../../../../src/kernel/roles.js'
import { whereFound } from './where-found.js'

const PLACE = '01a22bc2-bec9-720e-8913-5450d2277bda'
const HOSPITAL: FoundItem = {
  ...{ kind: 'establishment', id: PLACE, title: 'Hôpital Foch', subtitle: 'Suresnes' },
  ...{ groupingId: null, state: null, day: null, isExact: true },
}

function signedIn(role: Role, groupingKind: 'pharmacy' | 'laboratory') {
  const at = '2026-11-20T06:30:00Z'
  return SessionView.parse({
    user: { id: PLACE, email: 'quelquun@navette.demo', displayName: 'Quelqu’un' },
    grants: [{ grantId: PLACE, role, groupingId: PLACE, groupingName: 'Groupement', groupingKind }],
    secondFactor: { isEnabled: false },
    ...{ openedAt: at, idleSeconds: 600, endsAt: at },
  })
}
const opens = (...whom: Parameters<typeof signedIn>) =>
  whereFound(HOSPITAL, signedIn(...whom), undefined)

test('an establishment opens its own page for whoever keeps them', () => {
  expect(opens('administrator', 'pharmacy')).toEqual({ to: `/administration/membres/${PLACE}` })
})

test('to a pharmacist it opens what it orders, and to a laboratory what it sends', () => {
  expect(opens('pharmacist', 'pharmacy')).toEqual({
    to: '/pharmacie/commandes',
    search: { establishment: PLACE },
  })
  expect(opens('lab-technician', 'laboratory')).toEqual({
    to: '/laboratoire/colis',
    search: { site: PLACE },
  })
})
