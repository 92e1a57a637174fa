import { expect, test } from 'vitest'
import { typeset } from './french.js'

test('a colon and guillemets never stand alone at the start of a line', () => {
  expect(typeset('Prête : « PUI » ; arrêter ?')).toBe(
    'Prête\u00a0: «\u00a0PUI\u00a0»\u202f; arrêter\u202f?',
  )
})

test('addresses and commands are left as they are', () => {
  const command = `curl http://localhost:3000/a?b=1 -d '{"email":"a@b"}'`
  expect(typeset(command)).toBe(command)
})
