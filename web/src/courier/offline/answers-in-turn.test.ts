import { expect, test } from 'vitest'
import { answersInTurn } from './answers-in-turn.js'

test('an answer that comes after a newer one is not kept', () => {
  const turns = answersInTurn()
  const first = turns.ask()
  const second = turns.ask()
  expect(turns.mayKeep('run', second)).toBe(true)
  expect(turns.mayKeep('run', first)).toBe(false)
  expect(turns.mayKeep('another', first)).toBe(true)
  expect(turns.mayKeep('run', turns.ask())).toBe(true)
})
