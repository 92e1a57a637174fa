import { DomainError } from './errors.js'
import type { Role } from './roles.js'

/** The target of a step that goes back to where the aggregate was before (resume, found again). */
export const PREVIOUS = Symbol('previous state')

/** One line of a life cycle. An action may have several lines when who may act depends on the state. */
export interface TransitionRow<State extends string, Action extends string> {
  readonly action: Action
  readonly from: readonly State[]
  readonly to: State | typeof PREVIOUS
  readonly roles: readonly Role[]
}

export interface TransitionTable<State extends string, Action extends string> {
  /**
   * The state after `action`. `previous` is the state left on entering the current one; only the
   * steps that go back use it.
   * @throws DomainError `wrong-state`, with the actions that are possible
   */
  readonly next: (state: State, action: Action, previous?: State) => State
  /** Everybody who may do this in at least one state, in the order of the table. */
  readonly rolesFor: (action: Action) => readonly Role[]
  /** Whether this role may do this in this state: what is not listed is refused. */
  readonly allows: (state: State, action: Action, role: Role) => boolean
  /** The actions listed for a state, whoever asks. */
  readonly actionsFrom: (state: State) => readonly Action[]
}

/** Makes the one authority on a life cycle. `noun` names the aggregate in refusals (« order »). */
export function transitionTable<State extends string, Action extends string>(
  noun: string,
  rows: readonly TransitionRow<State, Action>[],
): TransitionTable<State, Action> {
  const rowFor = (state: State, action: Action) =>
    rows.find((row) => row.action === action && row.from.includes(state))
  const actionsFrom = (state: State): readonly Action[] => [
    ...new Set(rows.filter((row) => row.from.includes(state)).map((row) => row.action)),
  ]
  const leadsTo = (from: State, to: State): boolean =>
    rows.some((row) => row.to === to && row.from.includes(from))

  function next(state: State, action: Action, previous?: State): State {
    const row = rowFor(state, action)
    if (row === undefined) throw wrongState(noun, { state, action }, actionsFrom(state))
    if (row.to !== PREVIOUS) return row.to
    if (previous === undefined || !leadsTo(previous, state)) {
      throw wrongState(noun, { state, action }, [])
    }
    return previous
  }

  return {
    next,
    rolesFor: (action) => [
      ...new Set(rows.filter((row) => row.action === action).flatMap((row) => row.roles)),
    ],
    allows: (state, action, role) => rowFor(state, action)?.roles.includes(role) ?? false,
    actionsFrom,
  }
}

function wrongState(
  noun: string,
  attempt: { readonly state: string; readonly action: string },
  possible: readonly string[],
): DomainError {
  const remedy =
    possible.length > 0 ? `Possible now: ${possible.join(', ')}` : 'Nothing more can be done to it'
  const message = `"${attempt.action}" is not possible: this ${noun} is ${attempt.state}. ${remedy}`
  return new DomainError('wrong-state', message, { ...attempt, possible })
}
