import type { Logger } from 'pino'
import type { Clock } from '../kernel/calendar.js'
import type { EstablishmentId, GroupingId, UserId } from '../kernel/ids.js'
import { Role } from '../kernel/roles.js'
import type { Context, Grant } from '../platform/context.js'
import type { Database } from '../platform/db/client.js'
import { ACCOUNTS, type DemoAccount } from './data/accounts.js'
import type { EstablishmentKey } from './data/alliance.js'

export type Login = (typeof LOGINS)[number]
export const LOGINS = [
  'gerant',
  'pharmacien',
  'preparateur',
  'cadre.fleurs',
  'ide.solemnes',
  'coursier',
  'technicien',
  'biologiste',
  'finance',
  'admin',
  'auditeur',
  'cadre.foch',
  'ide.neuilly',
  'cadre.hfb',
  'ide.mgen',
] as const

export interface Groupings {
  readonly pharmacy: GroupingId
  readonly laboratory: GroupingId
}

interface CastParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly groupings: Groupings
  readonly establishments: ReadonlyMap<EstablishmentKey, EstablishmentId>
  readonly users: ReadonlyMap<string, UserId>
}

/** The people of the demo: each acts with their own roles, through the same verbs as anybody. */
export class Cast {
  readonly #parts: CastParts
  #requests = 0

  constructor(parts: CastParts) {
    this.#parts = parts
  }

  /** The same people at another time: each lane of the story has its own clock. */
  on(clock: Clock): Cast {
    return new Cast({ ...this.#parts, clock })
  }

  as(login: Login): Context {
    const { db, clock, log, users } = this.#parts
    const account = ACCOUNTS.find((one) => one.login === login)
    const userId = users.get(login)
    if (account === undefined || userId === undefined)
      throw new RangeError(`No demo account ${login}`)
    this.#requests += 1
    return {
      db,
      clock,
      log,
      requestId: `demo-${this.#requests}`,
      actor: {
        kind: 'user',
        userId,
        displayName: account.displayName,
        grants: this.#grantsOf(account),
      },
    }
  }

  #grantsOf({ roles }: DemoAccount): Grant[] {
    const { groupings, establishments } = this.#parts
    return roles.flatMap(({ role, grouping, at }) =>
      (grouping === 'both' ? (['pharmacy', 'laboratory'] as const) : [grouping]).map((kind) => {
        const establishmentId = at === undefined ? undefined : establishments.get(at)
        const grant = { role: Role.parse(role), groupingId: groupings[kind] }
        return establishmentId === undefined ? grant : { ...grant, establishmentId }
      }),
    )
  }
}
