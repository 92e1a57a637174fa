import { describe, expect, test } from 'vitest'
import { MESSAGES } from './messages/index.js'
import { isGlue, serverNouns, serverSentences } from './server-sentences.builder.js'
import { KNOWN_KINDS } from './translate-message.js'
import { FRENCH } from './words-fr.js'

describe('what the server may say', () => {
  const said = serverSentences()

  test('is found by reading its sources', () => {
    expect(said.size).toBeGreaterThan(250)
    expect([...said.keys()]).toContain('Lot {} expired on {}: set it aside')
  })

  test('has its French, sentence by sentence', () => {
    const untranslated = [...said].filter(
      ([sentence]) => MESSAGES[sentence] === undefined && FRENCH.noun[sentence] === undefined,
    )

    expect(untranslated).toEqual([])
  })

  test('is all that is translated: no French outlives its English', () => {
    const orphans = Object.keys(MESSAGES).filter(
      (english) => !said.has(english) && !isGlue(english),
    )

    expect(orphans).toEqual([])
  })
})

describe('what the server does not find', () => {
  test('has its noun', () => {
    const nouns = [...serverNouns()]

    expect(nouns.length).toBeGreaterThan(20)
    expect(nouns.filter((noun) => FRENCH.noun[noun] === undefined)).toEqual([])
  })
})

describe('a translation', () => {
  test.for(Object.entries(MESSAGES))(
    'takes only what its sentence puts in: %s',
    ([english, french]) => {
      const holes = english.split('{}').length - 1
      const asked = [...french.matchAll(/\{(\d)(?::(\w+))?(?::cap)?\}/g)]

      expect(asked.filter(([, at]) => Number(at) >= holes)).toEqual([])
      expect(
        asked.flatMap(([, , kind]) => kind ?? []).filter((kind) => !KNOWN_KINDS.includes(kind)),
      ).toEqual([])
      expect(french).not.toMatch(/['!]| [:;?»]|« /)
    },
  )
})
