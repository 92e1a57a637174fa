import { describe, expect, test } from 'vitest'
import { DomainError } from './errors.js'
import { PREVIOUS, transitionTable } from './transition-table.js'

type State = 'open' | 'shut' | 'stuck'
type Action = 'close' | 'jam' | 'free' | 'knock'

const door = transitionTable<State, Action>('door', [
  { action: 'close', from: ['open'], to: 'shut', roles: ['requester'] },
  { action: 'jam', from: ['open', 'shut'], to: 'stuck', roles: ['courier'] },
  { action: 'free', from: ['stuck'], to: PREVIOUS, roles: ['courier'] },
  { action: 'knock', from: ['open'], to: 'open', roles: ['requester', 'courier'] },
  { action: 'knock', from: ['shut'], to: 'shut', roles: ['courier', 'auditor'] },
])

describe('transitionTable', () => {
  test('goes where the table says', () => {
    expect(door.next('open', 'close')).toBe('shut')
    expect(door.next('open', 'knock')).toBe('open')
  })

  test('goes back to the state it was left from', () => {
    expect(door.next('stuck', 'free', 'open')).toBe('open')
    expect(door.next('stuck', 'free', 'shut')).toBe('shut')
  })

  test('does not go back to nowhere, nor to a state it cannot come from', () => {
    expect(() => door.next('stuck', 'free')).toThrow(DomainError)
    expect(() => door.next('stuck', 'free', 'stuck')).toThrow(DomainError)
  })

  test('ignores the previous state of a step that goes forward', () => {
    expect(door.next('open', 'close', 'stuck')).toBe('shut')
  })

  test('names the state, the action and what is possible', () => {
    expect(() => door.next('shut', 'close')).toThrow(
      expect.objectContaining({
        code: 'wrong-state',
        message: '"close" is not possible: this door is shut. Possible now: jam, knock',
        details: { state: 'shut', action: 'close', possible: ['jam', 'knock'] },
      }),
    )
  })

  test('says when nothing more can be done', () => {
    const dead = transitionTable<State, Action>('door', [])
    expect(() => dead.next('open', 'close')).toThrow(/Nothing more can be done/)
  })

  test('lists everybody who may act in some state, once', () => {
    expect(door.rolesFor('knock')).toEqual(['requester', 'courier', 'auditor'])
  })

  test('allows a role only in the states of its own line', () => {
    expect(door.allows('open', 'knock', 'requester')).toBe(true)
    expect(door.allows('shut', 'knock', 'requester')).toBe(false)
    expect(door.allows('stuck', 'knock', 'courier')).toBe(false)
  })

  test('lists the actions of a state, once each', () => {
    expect(door.actionsFrom('open')).toEqual(['close', 'jam', 'knock'])
    expect(door.actionsFrom('stuck')).toEqual(['free'])
  })
})
