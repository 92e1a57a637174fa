import { expect, test } from 'vitest'
import { proposePassword } from './propose-password.js'

test('a proposed password has sixteen characters of all four classes, and is new each time', () => {
  const proposed = Array.from({ length: 50 }, proposePassword)
  for (const password of proposed) {
    expect(password).toHaveLength(16)
    for (const shape of [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]) expect(password).toMatch(shape)
  }
  expect(new Set(proposed).size).toBe(50)
})
